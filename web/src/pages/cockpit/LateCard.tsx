import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LateItem } from '../../../../domain/records/dashboard.ts';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { State } from '../../parts/State.tsx';
import { kindOf, mostFlags } from '../../wheel/flags.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './cockpit.module.css';

type Props = { late: readonly LateItem[]; lateTasks: number };

/** Each with its number on the wheel, who and when, why in one sentence, what comes next, and one act. */
export function LateCard({ late, lateTasks }: Props) {
  const { t } = useTranslation();
  const told = late.reduce((sum, { kind, count }) => sum + (kind === 'tasks' ? count : 0), 0);
  return (
    <Card title={t('late.heading')}>
      {late.length === 0 ? (
        <>
          <p className="strong">{t('late.none')}</p>
          <p className="soft">{t('late.noneMore')}</p>
        </>
      ) : (
        <Lates late={late} />
      )}
      {lateTasks > told && (
        <p className={css.more}>
          <Link to="/tasks" search={{ overdue: 'yes' }}>
            {t('late.more', { count: lateTasks - told })}
          </Link>
        </p>
      )}
    </Card>
  );
}

/** As many as have a flag of their own on the wheel, and the others when somebody wants them. */
function Lates({ late }: { late: readonly LateItem[] }) {
  const { t } = useTranslation();
  const flagged = late.length > mostFlags ? mostFlags - 1 : mostFlags;
  const others = late.slice(flagged);
  return (
    <>
      <ol className={css.lates}>
        {late.slice(0, flagged).map((item, n) => (
          <Late key={item.id} item={item} number={n + 1} />
        ))}
      </ol>
      {others.length > 0 && (
        <details className={`${layout.details} ${css.others}`}>
          <summary>{t('late.others', { count: others.length })}</summary>
          <ol className={css.lates} start={flagged + 1}>
            {others.map((item, n) => (
              <Late key={item.id} item={item} number={flagged + n + 1} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** Where it is resolved: the run with what is asked in it, or the schedule that did not open one. */
const ToItem = ({ item: { run, title } }: { item: LateItem }) =>
  run === undefined ? (
    <Link to="/schedules" className={css.what}>
      {title}
    </Link>
  ) : (
    <Link to="/runs/$run" params={{ run }} className={css.what}>
      {title}
    </Link>
  );

/** One act, where it is done: the schedule that did not open, the one task, or all that the person is asked in the run. */
function Act({ item }: { item: LateItem }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const look = { variant: 'default', size: 'xs' } as const;
  const { run, id, count } = item;
  const act = manages(who) ? actFor(item) : undefined;
  if (run === undefined)
    return (
      <ButtonLink to="/schedules" {...look}>
        {t('late.schedule')}
      </ButtonLink>
    );
  const said = t(
    act === undefined ? 'late.open' : act === 'reassign' && item.because.code !== 'asksHandOver' ? 'late.reassign' : 'late.decide',
  );
  return count === 1 ? (
    <ButtonLink to="/task/$" params={{ _splat: id }} search={act === undefined ? {} : { form: act }} {...look}>
      {said}
    </ButtonLink>
  ) : (
    <ButtonLink to="/runs/$run/tasks" params={{ run }} search={{ ...(item.who && { person: item.who.id }), ...(act && { act }) }} {...look}>
      {said}
    </ButtonLink>
  );
}

/** What resolves it: a decision that was asked for, or another person where this one is not reached. */
function actFor({ because: { code } }: LateItem): 'decideExtension' | 'reassign' | undefined {
  if (code === 'asksForTime') return 'decideExtension';
  return code === 'asksHandOver' || code === 'unreachable' || code === 'absent' ? 'reassign' : undefined;
}

function Late({ item, number }: { item: LateItem; number: number }) {
  const { t, i18n } = useTranslation();
  const { who, due, promised, kind } = item;
  const { day } = useDays();
  const flag = kindOf(item);
  const when = t(kind === 'run' ? 'late.planned' : 'late.due', { day: day(due) });
  return (
    <li>
      <span className={`${css.mark} ${css[flag]}`} aria-hidden="true">
        {number}
      </span>
      <div>
        <div className={css.lateTop}>
          <ToItem item={item} />
          <State of={flag}>{stateOf(t, item)}</State>
        </div>
        <div className="small soft">
          {[who?.name ?? t('late.nobody'), promised === undefined ? when : `${when}, ${t('late.promised', { day: day(promised) })}`].join(
            ' · ',
          )}
        </div>
        <p className={css.why}>{becauseOf(t, item, day)}</p>
        <div className={css.foot}>
          <span className="small quiet">
            {item.next !== undefined && t('late.next', { who: listOf(item.next.told, i18n.language), day: day(item.next.at) })}
          </span>
          <Act item={item} />
        </div>
      </div>
    </li>
  );
}

const listOf = (names: readonly string[], language: string): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(names);

function stateOf(t: TFunction, { kind, level, workingDaysLate }: LateItem): string {
  if (kind === 'run') return t('late.notOpened');
  if (level >= 2) return t('late.escalated', { level });
  return workingDaysLate === 0 ? t('late.today') : t('late.days', { count: workingDaysLate });
}

function becauseOf(t: TFunction, { because }: LateItem, day: (iso: string) => string): string {
  switch (because.code) {
    case 'unreachable':
      return because.since === undefined ? t('late.because.unreachable') : t('late.because.unreachableSince', { day: day(because.since) });
    case 'asksForTime':
    case 'absent':
      return t(`late.because.${because.code}`, { day: day(because.until) });
    case 'waitsForConfirmation':
      return t('late.because.waitsForConfirmation', { of: because.of });
    case 'noAnswer':
      return t('late.because.noAnswer', { count: because.mails, day: because.last === undefined ? '' : day(because.last) });
    default:
      return t(`late.because.${because.code}`);
  }
}
