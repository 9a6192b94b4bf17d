import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Every, PlannedOpening, ScheduleDetail } from '../../../../../domain/records/schedule.ts';
import { send } from '../../../data/client.ts';
import { useRecording } from '../../../data/recording.ts';
import { NotRecorded } from '../../../parts/NotRecorded.tsx';
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
  isPending: boolean;
  failure: unknown;
  onSubmit(): void;
  children?: ReactNode;
};

function Folded({ act, isPending, failure, onSubmit, children }: FoldedProps) {
  const { t } = useTranslation();
  const help = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSubmit();
  };
  return (
    <details>
      <summary>{t(`year.schedules.${act}.title`)}</summary>
      <form className={css.form} onSubmit={submit}>
        {children}
        <p className="small quiet" id={help}>
          {t(`year.schedules.${act}.help`)}
        </p>
        <NotRecorded failure={failure} />
        <div>
          <Button type="submit" variant="default" disabled={isPending} aria-describedby={help}>
            {isPending ? t('runs.recording') : t(`year.schedules.${act}.button`)}
          </Button>
        </div>
      </form>
    </details>
  );
}

function Trigger({ schedule, onDone }: Props) {
  const { mutate, isPending, error } = useRecording(
    (id: string, key) => send<Opened>('POST', `/schedules/${encodeURIComponent(id)}/trigger`, undefined, key),
    ({ run }) => onDone({ act: 'trigger', runs: [run] }),
  );
  return <Folded act="trigger" isPending={isPending} failure={error} onSubmit={() => mutate(schedule.id)} />;
}

const periods: readonly Every[] = ['month', 'quarter', 'halfYear', 'year'];
const mostWorkingDays = 20;

function Cadence({ schedule, onDone }: Props) {
  const { t } = useTranslation();
  const [every, setEvery] = useState<Every>(schedule.cadence.every);
  const [workingDay, setWorkingDay] = useState(String(schedule.cadence.openOn.workingDay));
  const { mutate, isPending, error } = useRecording(
    (body: object, key) => send<ScheduleDetail>('PUT', pathOf(schedule), body, key),
    () => onDone({ act: 'cadence' }),
  );
  const submit = () => mutate({ cadence: { every, openOn: { workingDay: Number(workingDay) } }, version: schedule.version });
  return (
    <Folded act="cadence" isPending={isPending} failure={error} onSubmit={submit}>
      <NativeSelect
        label={t('year.schedules.cadence.every')}
        value={every}
        onChange={({ target: { value } }) => setEvery(value as Every)}
        data={periods.map((value) => ({ value, label: t(`year.schedules.every.${value}`) }))}
      />
      <TextInput
        label={t('year.schedules.cadence.workingDay')}
        required
        type="number"
        {...{ min: 1, max: mostWorkingDays, step: 1 }}
        value={workingDay}
        onChange={({ target: { value } }) => setWorkingDay(value)}
      />
    </Folded>
  );
}

const sentence = { required: true, minLength: 3, maxLength: 500, rows: 2 };

function Pause({ schedule, onDone }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useRecording(
    (body: object, key) => send<ScheduleDetail>('POST', pathOf(schedule, '/pause'), body, key),
    () => onDone({ act: 'pause' }),
  );
  return (
    <Folded act="pause" isPending={isPending} failure={error} onSubmit={() => mutate({ note, version: schedule.version })}>
      <Textarea label={t('year.schedules.pause.note')} {...sentence} value={note} onChange={({ target: { value } }) => setNote(value)} />
    </Folded>
  );
}

function Resume({ schedule, onDone }: Props) {
  const { mutate, isPending, error } = useRecording(
    (body: object, key) => send<ScheduleDetail>('POST', pathOf(schedule, '/resumption'), body, key),
    () => onDone({ act: 'resume' }),
  );
  return <Folded act="resume" isPending={isPending} failure={error} onSubmit={() => mutate({ version: schedule.version })} />;
}

/** A period that did not open: open it, or say why not. */
export function MissedForms({ schedule, planned: { period, day }, onDone }: Props & { planned: PlannedOpening }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const opening = useRecording(
    (body: { from: string; to: string }, key) => send<{ items: Opened[] }>('POST', pathOf(schedule, '/backfill'), body, key),
    ({ items }) => onDone({ act: 'backfill', runs: items.map(({ run }) => run) }),
  );
  const waiving = useRecording(
    (body: object, key) => send<ScheduleDetail>('POST', pathOf(schedule, '/waiver'), body, key),
    () => onDone({ act: 'waive', period }),
  );
  const isPending = opening.isPending || waiving.isPending;
  const waive = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) waiving.mutate({ period, reason, version: schedule.version });
  };
  return (
    <div className={css.form}>
      <NotRecorded failure={opening.error ?? waiving.error} />
      <div>
        <Button
          variant="default"
          disabled={isPending}
          aria-label={t('year.schedules.openLabel', { period })}
          onClick={() => opening.mutate({ from: day, to: day })}
        >
          {opening.isPending ? t('runs.recording') : t('year.schedules.open')}
        </Button>
      </div>
      <form className={css.form} onSubmit={waive}>
        <Textarea
          label={t('year.schedules.waiveReason')}
          {...sentence}
          value={reason}
          onChange={({ target: { value } }) => setReason(value)}
        />
        <div>
          <Button type="submit" variant="default" disabled={isPending} aria-label={t('year.schedules.waiveLabel', { period })}>
            {waiving.isPending ? t('runs.recording') : t('year.schedules.waive')}
          </Button>
        </div>
      </form>
    </div>
  );
}
