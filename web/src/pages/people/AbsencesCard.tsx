import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../../domain/records/names.ts';
import type { Person } from '../../../../domain/records/person.ts';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { Card } from '../../parts/Card.tsx';
import { PersonField } from '../../parts/choosing/PersonField.tsx';
import layout from '../../parts/page.module.css';
import { TextField } from '../../parts/recording/fields.tsx';
import { NotRecorded } from '../../parts/recording/NotRecorded.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import css from '../../parts/recording/recording.module.css';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';
import { type Absence, absenceOn, ended, inOrder } from './absences.ts';

type Change = Partial<Pick<Person, 'absences'> & { deputy: string | null }> & { version: number };
type Props = { person: PersonDetail; changes: boolean; onRecorded(said: string): void };

const changing = (id: string) => (change: Change, key: string) => send('PATCH', `/registers/people/${encodeURIComponent(id)}`, change, key);

/** When somebody is away, and who is asked meanwhile; entered and ended here. */
export function AbsencesCard({ person, changes }: Pick<Props, 'person' | 'changes'>) {
  const { t } = useTranslation();
  const [said, onRecorded] = useState('');
  const { absences, today } = person;
  const all = inOrder(absences);
  const past = all.filter(({ to }) => to < today);
  const coming = all.filter(({ to }) => to >= today);
  return (
    <Card title={t('absence.heading')}>
      {coming.length === 0 && <p className="soft">{t('absence.none')}</p>}
      <ul className={layout.lines}>
        {coming.map((absence) => (
          <Line key={`${absence.from} ${absence.to}`} {...{ person, absence, changes, onRecorded }} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className={layout.details}>
          <summary>{t('absence.past', { count: past.length })}</summary>
          <ul className={layout.lines}>
            {past.map((absence) => (
              <Line key={`${absence.from} ${absence.to}`} {...{ person, absence, onRecorded }} changes={false} />
            ))}
          </ul>
        </details>
      )}
      <p role="status">{said}</p>
      {changes && <NewAbsence key={absences.length} {...{ person, onRecorded }} />}
    </Card>
  );
}

function Line({ person, absence, changes, onRecorded }: Props & { absence: Absence }) {
  const { t } = useTranslation();
  const { id, version, absences, today } = person;
  const { day } = useDays();
  const isNow = absenceOn([absence], today) !== undefined;
  const recording = useRecording(changing(id), () => onRecorded(t('absence.ended')));
  return (
    <li>
      <div className={layout.split}>
        <span>
          {isNow && <State of="soon">{t('absence.now')}</State>} {t('absence.days', { from: day(absence.from), to: day(absence.to) })}
        </span>
        {changes && (
          <Button
            variant="default"
            aria-disabled={recording.isRecording}
            onClick={() => recording.record({ version, absences: ended(absences, absence, today) })}
          >
            {recording.isRecording ? t('recording.now') : t(isNow ? 'absence.end' : 'absence.takeBack')}
          </Button>
        )}
      </div>
      {recording.failure !== null && !recording.isRecording && <NotRecorded failure={recording.failure} />}
    </li>
  );
}

function NewAbsence({ person, onRecorded }: Omit<Props, 'changes'>) {
  const { t } = useTranslation();
  const { id, version, absences, today, names } = person;
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState('');
  const [deputy, setDeputy] = useState<PersonName | undefined>(
    person.deputy === undefined ? undefined : { id: person.deputy, name: names[person.deputy] ?? person.deputy },
  );
  const recording = useRecording(changing(id), () => onRecorded(t('absence.recorded')));
  const record = () =>
    recording.record({
      ...{ version, absences: inOrder([...absences, { from, to }]) },
      ...(deputy?.id !== person.deputy && { deputy: deputy?.id ?? null }),
    });
  return (
    <>
      <h3 className={layout.heads}>{t('absence.enter')}</h3>
      <RecordForm recording={recording} act={t('absence.record')} onSubmit={record} shown={['deputy']} label={t('absence.enter')}>
        <div className={css.row}>
          <TextField type="date" label={t('absence.from')} value={from} onChange={setFrom} required />
          <TextField type="date" label={t('absence.to')} value={to} onChange={setTo} required min={from} />
        </div>
        <PersonField
          label={t('absence.deputy')}
          help={t('absence.deputyHelp')}
          problem={wrongAt(recording.failure, 'deputy')}
          value={deputy}
          onChange={setDeputy}
          without={id}
        />
      </RecordForm>
    </>
  );
}
