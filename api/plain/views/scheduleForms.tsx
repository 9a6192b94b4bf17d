import type { ReactNode } from 'react';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { Hidden } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import { SentenceField } from './sentenceField.tsx';
import type { PlannedOpening, ScheduleAct, ScheduleView } from './types.ts';

type Secrets = { csrf: string; key: string };
type Props = { schedule: ScheduleView; secrets: Secrets; speaker: Speaker };

const idOf = ({ id }: ScheduleView, name: string): string => `${id.replaceAll('.', '-')}-${name}`;
const problemOf = ({ sent }: ScheduleView, act: ScheduleAct): string | undefined => (sent?.act === act ? sent.problem : undefined);
const typedOf = ({ sent }: ScheduleView, act: ScheduleAct, field: string): string | undefined =>
  sent?.act === act ? sent.typed[field] : undefined;

/** What an ISMS manager does with a schedule: open the current period, change when it opens, pause or resume it. */
export const ScheduleForms = (props: Props) => (
  <>
    <Folded act="trigger" {...props} />
    <Folded act="cadence" {...props}>
      <Every {...props} />
      <WorkingDay {...props} />
    </Folded>
    {props.schedule.paused ? (
      <Folded act="resume" {...props} />
    ) : (
      <Folded act="pause" {...props}>
        <Sentence
          act="pause"
          field="note"
          label={props.speaker.t('page:schedule.pause.note')}
          id={idOf(props.schedule, 'note')}
          {...props}
        />
      </Folded>
    )}
  </>
);

type FoldedAct = 'trigger' | 'cadence' | 'pause' | 'resume';

const Folded = ({ act, schedule, secrets, speaker: { t }, children }: Props & { act: FoldedAct; children?: ReactNode }) => {
  const help = idOf(schedule, `${act}-help`);
  return (
    <details open={problemOf(schedule, act) !== undefined}>
      <summary>{t(`page:schedule.${act}.title`)}</summary>
      <form method="post" action={schedule.href}>
        <Secret act={act} schedule={schedule} secrets={secrets} />
        <Problem id={idOf(schedule, `${act}-problem`)} text={problemOf(schedule, act)} />
        {children}
        <p className="help" id={help}>
          {t(`page:schedule.${act}.help`)}
        </p>
        <button className="button big" type="submit" aria-describedby={help}>
          {t(`page:schedule.${act}.button`)}
        </button>
      </form>
    </details>
  );
};

const Secret = ({ act, schedule, secrets, more = {} }: Omit<Props, 'speaker'> & { act: ScheduleAct; more?: Record<string, string> }) => (
  <Hidden values={{ ...secrets, action: act, version: String(schedule.version), ...more }} />
);

const Every = ({ schedule, speaker: { t } }: Props) => (
  <div>
    <label className="field" htmlFor={idOf(schedule, 'every')}>
      {t('page:schedule.cadence.every')}
    </label>
    <select id={idOf(schedule, 'every')} name="every" defaultValue={typedOf(schedule, 'cadence', 'every') ?? schedule.every}>
      {(['month', 'quarter', 'halfYear', 'year'] as const).map((every) => (
        <option key={every} value={every}>
          {t(`page:schedule.every.${every}`)}
        </option>
      ))}
    </select>
  </div>
);

const WorkingDay = ({ schedule, speaker: { t } }: Props) => (
  <div>
    <label className="field" htmlFor={idOf(schedule, 'workingDay')}>
      {t('page:schedule.cadence.workingDay')}
    </label>
    <input
      id={idOf(schedule, 'workingDay')}
      name="workingDay"
      className="short"
      type="text"
      inputMode="numeric"
      required
      defaultValue={typedOf(schedule, 'cadence', 'workingDay') ?? String(schedule.workingDay)}
    />
  </div>
);

type SentenceProps = Pick<Props, 'schedule'> & { act: ScheduleAct; field: string; label: string; id: string; typed?: string | undefined };

const Sentence = ({ schedule, act, field, label, id }: SentenceProps) => (
  <SentenceField id={id} name={field} label={label} typed={typedOf(schedule, act, field)} />
);

/** A period that did not open: open it, or say why not. */
export const MissedForms = ({ schedule, secrets, planned: { period, day }, speaker: { t } }: Props & { planned: PlannedOpening }) => {
  const isSent = typedOf(schedule, 'waive', 'period') === period;
  const id = idOf(schedule, `waive-${period}`);
  return (
    <>
      <form method="post" action={schedule.href}>
        <Secret act="backfill" schedule={schedule} secrets={secrets} more={{ day }} />
        <button className="button" type="submit" aria-label={t('page:schedule.openLabel', { period })}>
          {t('page:schedule.open')}
        </button>
      </form>
      <form method="post" action={schedule.href}>
        <Secret act="waive" schedule={schedule} secrets={secrets} more={{ period }} />
        <Problem id={`${id}-problem`} text={isSent ? problemOf(schedule, 'waive') : undefined} />
        <SentenceField
          {...{ id, name: 'reason', label: t('page:schedule.waiveReason') }}
          typed={isSent ? typedOf(schedule, 'waive', 'reason') : undefined}
        />
        <button className="button" type="submit" aria-label={t('page:schedule.waiveLabel', { period })}>
          {t('page:schedule.waive')}
        </button>
      </form>
    </>
  );
};
