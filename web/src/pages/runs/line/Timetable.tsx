import { type ReactNode, useEffect, useRef } from 'react';
import type { RowMail, RowRung, TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import { Card } from '../../../parts/Card.tsx';
import css from './line.module.css';
import { timetableId } from './Row.tsx';
import { dayOf, listed, type Saying } from './words.ts';

type Kind = 'done' | 'up' | 'now' | 'coming';
type Step = { at: string; kind: Kind; said: string };

/** All of one row as text, in the order in which it happened and is to come. */
export function Timetable({ row, saying, children }: { row: TimeLineRow | undefined; saying: Saying; children?: ReactNode }) {
  const { t } = saying;
  const heading = useRef<HTMLSpanElement>(null);
  // Whoever chose a name reads on here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each row that is chosen
  useEffect(() => {
    if (location.hash === `#${timetableId}`) heading.current?.focus();
  }, [row?.id]);
  if (row === undefined)
    return (
      <Card title={t('runs.line.timetableHeading')}>
        <p className="soft">{t('runs.line.timetableNone')}</p>
      </Card>
    );
  return (
    <Card
      title={
        <span id={timetableId} ref={heading} tabIndex={-1}>
          {t('runs.line.timetable', { name: row.who.name })}
        </span>
      }
    >
      <ol className={css.ladder}>
        {stepsOf(saying, row).map(({ at, kind, said }) => (
          <li key={`${at} ${said}`} className={css[kind]}>
            <time dateTime={at}>{dayOf(saying, at, row.zone)}</time>
            <span className={kind === 'now' ? 'strong' : undefined}>{said}</span>
          </li>
        ))}
      </ol>
      {children}
    </Card>
  );
}

function stepsOf(saying: Saying, row: TimeLineRow): Step[] {
  const { t } = saying;
  const { opened, promised, due, title, standing, ended } = row;
  const isMoved = due > promised;
  const steps: Step[] = [
    {
      ...{ at: opened, kind: standing === 'planned' ? 'coming' : 'done' },
      said: t(standing === 'planned' ? 'runs.line.step.planned' : 'runs.line.step.opened', { title }),
    },
    ...row.mails.map((mail): Step => ({ at: mail.at, kind: mail.state === 'waiting' ? 'coming' : 'done', said: mailSaid(saying, mail) })),
    ...row.escalations.map((rung): Step => ({ at: rung.at, kind: 'up', said: rungSaid(saying, rung, 'escalated') })),
    { at: promised, kind: isMoved ? 'done' : 'now', said: t(isMoved ? 'runs.line.step.promised' : 'runs.line.step.due') },
    ...(isMoved ? [{ at: due, kind: 'now' as const, said: t('runs.line.step.dueMoved') }] : []),
    ...(ended === undefined ? [] : [{ at: ended, kind: 'done' as const, said: endSaid(saying, row) }]),
    ...row.coming.map((rung): Step => ({ at: rung.at, kind: 'coming', said: comingSaid(saying, rung) })),
  ];
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function mailSaid({ t }: Saying, { state, to, response }: RowMail): string {
  if (state === 'refused' && response !== undefined) return t('runs.line.step.refusedBecause', { to, response });
  return t(`runs.line.step.${state}`, { to });
}

function rungSaid({ t, language }: Saying, { level, told, nonconformity }: RowRung, kind: 'escalated' | 'escalation'): string {
  const said =
    told.length === 0 ? t(`runs.line.step.${kind}Alone`, { level }) : t(`runs.line.step.${kind}`, { level, who: listed(told, language) });
  return nonconformity === true ? `${said}; ${t('runs.line.step.nonconformity')}` : said;
}

const comingSaid = (saying: Saying, rung: RowRung): string =>
  rung.letter === 'escalation' ? rungSaid(saying, rung, 'escalation') : saying.t(`runs.line.step.${rung.letter}`);

function endSaid({ t }: Saying, { standing, reason }: TimeLineRow): string {
  if (standing === 'waived' || standing === 'superseded' || standing === 'cancelled') {
    const said = t(`runs.line.step.${standing}`);
    return reason === undefined ? said : `${said}: ${reason}`;
  }
  return t('runs.line.step.answered');
}
