import { type Field, fieldsOf } from '../../../domain/words/fields.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { pageOf } from './document.tsx';
import { State } from './state.tsx';
import type { AnsweredPage, RecordedTask } from './types.ts';

type Props = { page: AnsweredPage; speaker: Speaker };

/** What is recorded, as proof that it is; what is still open, and the way back to it. */
export function answeredPage(page: AnsweredPage): string {
  const speaker = speakerOf(page);
  const title = titleOf(page, speaker);
  const navigation = page.by === 'login' && page.csrf !== undefined ? { seesRuns: page.seesRuns ?? false, csrf: page.csrf } : undefined;
  return pageOf({ frame: page, title, navigation }, <Body page={page} speaker={speaker} title={title} />);
}

function titleOf({ recorded, justNow, comment, open, notRecorded = [] }: AnsweredPage, { t }: Speaker): string {
  if (comment && recorded.length === 0) return t('page:answered.titleComment');
  if (recorded.length === 0 && notRecorded.length > 0) return t('page:answered.titleNot', { count: notRecorded.length });
  if (recorded.length === 0) return t('page:answered.titleEnded');
  return justNow || open.length > 0 ? t('page:answered.title', { count: recorded.length }) : t('page:answered.titleAll');
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t } = speaker;
  const recorded = [...page.recorded, ...(page.earlier ?? [])];
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{leadOf(page, speaker)}</p>
      <NotRecorded page={page} speaker={speaker} />
      <StillOpen page={page} speaker={speaker} />
      {recorded.length === 0 ? null : (
        <section className="box" aria-labelledby="h-recorded">
          <h2 id="h-recorded">{t('page:answered.recordedHeading')}</h2>
          <ul className="rows">
            {recorded.map((task) => (
              <Receipt key={`${task.reference} ${task.at}`} task={task} speaker={speaker} />
            ))}
          </ul>
        </section>
      )}
      {recorded.length === 0 ? null : <p className="end">{t('page:answered.wrong')}</p>}
    </>
  );
};

/** What nobody will record is given back, so that it can be said to whoever is asked now. */
const NotRecorded = ({ page: { notRecorded = [] }, speaker: { t } }: Props) =>
  notRecorded.length === 0 ? null : (
    <section className="box" aria-labelledby="h-not">
      <h2 id="h-not">{t('page:answered.notHeading')}</h2>
      <ul className="rows">
        {notRecorded.map(({ about, sentence, typed }) => (
          <li key={about}>
            <h3>{about}</h3>
            <p>{sentence}</p>
            {typed === undefined ? null : <p className="soft">{t('page:answered.notTyped', { typed })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );

function leadOf({ recorded, justNow, open }: AnsweredPage, { t }: Speaker): string {
  return [
    ...(justNow && recorded.length > 0 ? [t('page:answered.copy')] : []),
    ...(open.length === 0 ? [t('page:answered.nothingOpen')] : []),
  ].join(' ');
}

const StillOpen = ({ page, speaker: { t, dates } }: Props) =>
  page.open.length === 0 ? null : (
    <section className="box" aria-labelledby="h-open">
      <h2 id="h-open">{t('page:answered.open', { count: page.open.length })}</h2>
      {page.due === undefined ? null : <p className="soft">{t('page:answered.openUntil', { day: dates.longDay(page.due) })}</p>}
      <ul className="short-list">
        {page.open.slice(0, 12).map(({ reference, title }) => (
          <li key={`${reference} ${title}`}>
            <span className="id">{reference ?? ''}</span> {title}
          </li>
        ))}
      </ul>
      {page.open.length > 12 ? (
        <p className="soft">{t('mail:others', { count: page.open.length - 12, number: String(page.open.length - 12) })}</p>
      ) : null}
      {page.more === undefined ? null : (
        <a className="button main big" href={page.more}>
          {t('page:answered.more')}
        </a>
      )}
    </section>
  );

/** An answer as it is recorded, with when and how. */
export const Receipt = ({ task, speaker }: { task: RecordedTask; speaker: Speaker }) => (
  <li>
    <h3>
      {task.reference === undefined ? null : <span className="id">{task.reference}</span>} {task.title}
    </h3>
    <dl className="answers">
      {fieldsOf(task.schema, speaker).map((field) => (
        <Answer key={field.name} field={field} task={task} speaker={speaker} />
      ))}
    </dl>
    <p className="stamp">
      <State tone="done" word={recordedAt(task, speaker)} />
    </p>
  </li>
);

function recordedAt({ at, by, person }: RecordedTask, { t, dates }: Speaker): string {
  const said = { at: dates.weekdayTime(at), by: t(`doneBy.${by}`) };
  return person === undefined ? t('page:answered.at', said) : t('page:answered.atPerson', { ...said, person });
}

const Answer = ({ field, task, speaker }: { field: Field; task: RecordedTask; speaker: Speaker }) => {
  const text = answerText(field, task, speaker);
  return text === '' ? null : (
    <div>
      <dt>{field.short}</dt>
      <dd>{text}</dd>
    </div>
  );
};

/** What was answered to one field, in words. */
export function answerText(
  field: Field,
  { outcome, labels, names }: Pick<RecordedTask, 'outcome' | 'labels' | 'names'>,
  speaker: Speaker,
): string {
  const { t, dates } = speaker;
  const value = outcome[field.name];
  if (value === undefined || value === null) return '';
  if (field.as === 'choice') return field.options.find((option) => option.value === value)?.said ?? String(value);
  if (field.as === 'check') return value === true ? t('yes') : t('no');
  if (field.as === 'person') return names?.[String(value)] ?? String(value);
  if (field.as === 'checks') return field.options.flatMap((option) => (list(value).includes(option.value) ? [option.said] : [])).join(', ');
  if (field.as === 'lines') return list(value).join(', ');
  if (field.as === 'rows')
    return list(value)
      .map((row) => rowText(field, row as Record<string, unknown>, speaker, names))
      .join('; ');
  if (field.as === 'day' && typeof value === 'string') return dates.day(value);
  const word = field.name === 'likelihood' || field.name === 'consequence' ? labels?.[field.name][Number(value) - 1] : undefined;
  return word === undefined ? String(value) : `${word} (${value})`;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const rowText = (
  { fields }: Field & { as: 'rows' },
  outcome: Record<string, unknown>,
  speaker: Speaker,
  names: RecordedTask['names'],
): string =>
  fields
    .map((field) => answerText(field, { outcome, names }, speaker))
    .filter((text) => text !== '')
    .join(', ');
