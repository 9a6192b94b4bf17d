import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import type { Responsibility } from '../../responsibilities.ts';
import { pageOf } from './document.tsx';
import { dueSaid } from './responsible.ts';
import type { ResponsibilitiesPage } from './types.ts';

type Person = ResponsibilitiesPage['people'][number];

/** Who has to do what, and when, person by person: a page to print. */
export function responsibilitiesPage(page: ResponsibilitiesPage): string {
  const speaker = speakerOf(page);
  const { t } = speaker;
  const title = t('page:processes.everybody');
  const navigation = { current: 'processes' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf(
    { frame: page, title, navigation, width: 'wide' },
    <>
      <h1>{title}</h1>
      <p className="lead">{t('page:processes.everybodyLead')}</p>
      <p>
        <a href={places.processes}>{t('page:processes.byProcess')}</a>
      </p>
      {page.people.map((person) => (
        <OnePerson key={person.id} person={person} speaker={speaker} />
      ))}
    </>,
  );
}

const OnePerson = ({ person, speaker }: { person: Person; speaker: Speaker }) => {
  const { t, pick } = speaker;
  return (
    <section className="box else" aria-labelledby={`who-${person.id}`}>
      <h2 id={`who-${person.id}`}>{person.name}</h2>
      <div className="table-wrap">
        <table className="duties">
          <thead>
            <tr>
              <th scope="col">{t('page:processes.process')}</th>
              <th scope="col">{t('page:processes.task')}</th>
              <th scope="col">{t('page:processes.part')}</th>
              <th scope="col">{t('page:processes.due')}</th>
            </tr>
          </thead>
          <tbody>
            {person.lines.map((line) => (
              <tr key={`${line.process} ${line.task}`}>
                <td>{pick(line.processTitle)}</td>
                <td>{pick(line.title)}</td>
                <td>{partsOf(line, person.id, speaker).join(', ')}</td>
                <td>{dueSaid(line.due, speaker)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

function partsOf({ responsible, confirms, accountable }: Responsibility, person: string, { t }: Speaker): string[] {
  const has = (part: { people: { id: string }[] } | undefined) => part?.people.some(({ id }) => id === person) === true;
  return [
    ...(has(responsible) ? [t('page:processes.does')] : []),
    ...(has(confirms) ? [t('page:processes.confirmsIt')] : []),
    ...(has(accountable) ? [t('page:processes.answersForIt')] : []),
  ];
}
