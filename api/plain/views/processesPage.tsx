import type { Words } from '../../../domain/process.ts';
import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import type { Responsibility } from '../../responsibilities.ts';
import { pageOf } from './document.tsx';
import { ProcessMap } from './processMap.tsx';
import { dueSaid, rolesSaid, whoSaid } from './responsible.ts';
import type { ProcessesPage } from './types.ts';

type Props = { page: ProcessesPage; speaker: Speaker };

/** The interaction map (4.4), and for each process who has to do what by when. */
export function processesPage(page: ProcessesPage): string {
  const speaker = speakerOf(page);
  const title = speaker.t('page:processes.title');
  const navigation = { current: 'processes' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation, width: 'wide' }, <Body page={page} speaker={speaker} title={title} />);
}

const Body = ({ page, speaker, title }: Props & { title: string }) => (
  <>
    <h1>{title}</h1>
    <p className="lead">{speaker.t('page:processes.lead')}</p>
    <p>
      <a href={places.responsibilities}>{speaker.t('page:processes.byPerson')}</a>
    </p>
    <ProcessMap map={page.map} speaker={speaker} />
    {page.map.processes.map(({ key }) => (
      <Process key={key} process={key} page={page} speaker={speaker} />
    ))}
  </>
);

const Process = ({ process, page, speaker }: Props & { process: string }) => {
  const { t, pick, dates } = speaker;
  const lines = page.lines.filter((line) => line.process === process);
  const [first] = lines;
  if (first === undefined) return null;
  const { consulted, informed } = first;
  return (
    <section className="box else" aria-labelledby={`p-${process}`}>
      <h2 id={`p-${process}`}>{pick(first.processTitle)}</h2>
      <p>
        {first.next === undefined ? t('page:processes.onDemand') : t('page:processes.opens', { day: dates.fullDay(first.next) })}{' '}
        {t('page:processes.accountable', { who: whoSaid(first.accountable, speaker) })}{' '}
        {t('page:processes.also', { consulted: rolesSaid(consulted, speaker), informed: rolesSaid(informed, speaker) })}
      </p>
      <Flows process={process} page={page} speaker={speaker} />
      <Tasks lines={lines} speaker={speaker} />
      <LeadsTo process={process} page={page} speaker={speaker} />
    </section>
  );
};

/** What it goes by and brings about, each with the processes at the other end. */
const Flows = ({ process, page, speaker }: Props & { process: string }) => {
  const { t, pick } = speaker;
  const { processes, exchanges } = page.map;
  const node = processes.find(({ key }) => key === process);
  const titles = new Map(processes.map(({ key, title }) => [key, pick(title)]));
  const others = (ends: readonly string[]) => ends.map((key) => titles.get(key)).join(', ');
  const ofInput = (what: Words) => exchanges.filter(({ to, what: { en } }) => to === process && en === what.en).map(({ from }) => from);
  const ofOutput = (what: Words) => exchanges.filter(({ from, what: { en } }) => from === process && en === what.en).map(({ to }) => to);
  return node === undefined ? null : (
    <dl className="flows">
      <dt>{t('page:processes.inputs')}</dt>
      {node.inputs.map((what) => (
        <Flow key={what.en} what={pick(what)} others={others(ofInput(what))} />
      ))}
      <dt>{t('page:processes.outputs')}</dt>
      {node.outputs.map((what) => (
        <Flow key={what.en} what={pick(what)} others={others(ofOutput(what))} />
      ))}
    </dl>
  );
};

const Flow = ({ what, others }: { what: string; others: string }) => (
  <dd>
    {what}
    {others === '' ? null : <span className="soft"> ({others})</span>}
  </dd>
);

const Tasks = ({ lines, speaker }: { lines: readonly Responsibility[]; speaker: Speaker }) => {
  const { t, pick } = speaker;
  return (
    <div className="table-wrap">
      <table className="duties">
        <thead>
          <tr>
            <th scope="col">{t('page:processes.task')}</th>
            <th scope="col">{t('page:processes.who')}</th>
            <th scope="col">{t('page:processes.due')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.task}>
              <td>{pick(line.title)}</td>
              <td>
                {whoSaid(line.responsible, speaker)}
                {line.confirms === undefined ? null : (
                  <span className="soft">
                    {' '}
                    {t('page:processes.confirms')}: {whoSaid(line.confirms, speaker)}
                  </span>
                )}
              </td>
              <td>{dueSaid(line.due, speaker)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const LeadsTo = ({ process, page, speaker }: Props & { process: string }) => {
  const { t, pick } = speaker;
  const titles = new Map(page.map.processes.map(({ key, title }) => [key, title]));
  const edges = page.map.interactions.filter(({ from }) => from === process);
  return edges.length === 0 ? null : (
    <>
      <h3>{t('page:processes.leadsTo')}</h3>
      <ul>
        {edges.map(({ to, how, when }) => (
          <li key={`${to} ${when.en}`}>
            {t('page:processes.when', { title: pick(titles.get(to) ?? when), when: pick(when), how: t(`page:processes.${how}`) })}
          </li>
        ))}
      </ul>
    </>
  );
};
