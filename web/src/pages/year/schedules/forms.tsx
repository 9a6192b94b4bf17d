import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Every, PlannedOpening, ScheduleDetail } from '../../../../../domain/records/schedule.ts';
import { send } from '../../../data/client.ts';
import { type Recording, useRecording } from '../../../data/recording.ts';
import { SelectField, SentenceField, TextField } from '../../../parts/recording/fields.tsx';
import { RecordForm } from '../../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../../parts/recording/useDraft.ts';
import css from './schedules.module.css';

type Act = 'cadence' | 'pause' | 'resume' | 'trigger' | 'backfill' | 'waive';
/** What has been recorded last, with the runs that are open by it. */
export type Done = { act: Act; runs?: string[]; period?: string };

type Opened = { period: string; run: string };
type Props = { schedule: ScheduleDetail; onDone(done: Done): void };

const pathOf = ({ id }: ScheduleDetail, noun = ''): string => `/schedules/${encodeURIComponent(id)}${noun}`;

/** Opens the current period, changes when it opens, pauses or resumes it. */
export const ScheduleForms = (props: Props) => (
  <>
    <Trigger {...props} />
    <Cadence {...props} />
    {props.schedule.paused ? <Resume {...props} /> : <Pause {...props} />}
  </>
);

type FoldedProps = {
  act: 'cadence' | 'pause' | 'resume' | 'trigger';
  recording: Pick<Recording<never>, 'isRecording' | 'failure'>;
  onSubmit(): void;
  shown?: readonly string[];
  children?: ReactNode;
};

function Folded({ act, children, ...form }: FoldedProps) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t(`year.schedules.${act}.title`)}</summary>
      <div className={css.form}>
        <RecordForm {...form} act={t(`year.schedules.${act}.button`)} help={t(`year.schedules.${act}.help`)} minor>
          {children}
        </RecordForm>
      </div>
    </details>
  );
}

function Trigger({ schedule, onDone }: Props) {
  const recording = useRecording(
    (_given: undefined, key) => send<Opened>('POST', pathOf(schedule, '/trigger'), undefined, key),
    ({ run }) => onDone({ act: 'trigger', runs: [run] }),
  );
  return <Folded act="trigger" recording={recording} onSubmit={() => recording.record(undefined)} />;
}

const periods: readonly Every[] = ['month', 'quarter', 'halfYear', 'year'];
const mostWorkingDays = 20;

function Cadence({ schedule: { cadence, version, ...schedule }, onDone }: Props) {
  const { t } = useTranslation();
  const recording = useRecording(
    (given: object, key) => send<ScheduleDetail>('PUT', `/schedules/${encodeURIComponent(schedule.id)}`, given, key),
    () => onDone({ act: 'cadence' }),
  );
  const { draft, of } = useDraft({ every: cadence.every, workingDay: String(cadence.openOn.workingDay) }, recording.failure);
  const record = () => recording.record({ cadence: { every: draft.every, openOn: { workingDay: Number(draft.workingDay) } }, version });
  return (
    <Folded act="cadence" recording={recording} onSubmit={record} shown={['cadence.every', 'cadence.openOn.workingDay']}>
      <SelectField
        label={t('year.schedules.cadence.every')}
        options={periods.map((value) => ({ value, label: t(`year.schedules.every.${value}`) }))}
        {...of('every', 'cadence.every')}
      />
      <TextField
        label={t('year.schedules.cadence.workingDay')}
        {...{ type: 'number', required: true, min: 1, max: mostWorkingDays }}
        {...of('workingDay', 'cadence.openOn.workingDay')}
      />
    </Folded>
  );
}

function Pause({ schedule, onDone }: Props) {
  const { t } = useTranslation();
  const recording = useRecording(
    (given: object, key) => send<ScheduleDetail>('POST', pathOf(schedule, '/pause'), given, key),
    () => onDone({ act: 'pause' }),
  );
  const { draft, of } = useDraft({ note: '' }, recording.failure);
  const record = () => recording.record({ ...draft, version: schedule.version });
  return (
    <Folded act="pause" recording={recording} onSubmit={record} shown={['note']}>
      <SentenceField label={t('year.schedules.pause.note')} {...of('note')} />
    </Folded>
  );
}

function Resume({ schedule, onDone }: Props) {
  const recording = useRecording(
    (given: object, key) => send<ScheduleDetail>('POST', pathOf(schedule, '/resumption'), given, key),
    () => onDone({ act: 'resume' }),
  );
  return <Folded act="resume" recording={recording} onSubmit={() => recording.record({ version: schedule.version })} />;
}

/** A period that did not open: open it, or say why not. */
export function MissedForms({ schedule, planned: { period, day }, onDone }: Props & { planned: PlannedOpening }) {
  const { t } = useTranslation();
  const opening = useRecording(
    (given: { from: string; to: string }, key) => send<{ items: Opened[] }>('POST', pathOf(schedule, '/backfill'), given, key),
    ({ items }) => onDone({ act: 'backfill', runs: items.map(({ run }) => run) }),
  );
  const waiving = useRecording(
    (given: object, key) => send<ScheduleDetail>('POST', pathOf(schedule, '/waiver'), given, key),
    () => onDone({ act: 'waive', period }),
  );
  const { draft, of } = useDraft({ reason: '' }, waiving.failure);
  const isFree = !opening.isRecording && !waiving.isRecording;
  return (
    <div className={css.form}>
      <RecordForm
        recording={opening}
        act={t('year.schedules.open')}
        actLabel={t('year.schedules.openLabel', { period })}
        onSubmit={() => isFree && opening.record({ from: day, to: day })}
        minor
      />
      <RecordForm
        recording={waiving}
        act={t('year.schedules.waive')}
        actLabel={t('year.schedules.waiveLabel', { period })}
        onSubmit={() => isFree && waiving.record({ ...draft, period, version: schedule.version })}
        shown={['reason']}
        minor
      >
        <SentenceField label={t('year.schedules.waiveReason')} {...of('reason')} />
      </RecordForm>
    </div>
  );
}
