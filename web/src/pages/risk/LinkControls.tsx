import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Control } from '../../../../domain/records/control.ts';
import type { Risk, RiskControl } from '../../../../domain/records/risk.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { everyOf } from '../../data/records.ts';
import layout from '../../parts/page.module.css';
import { SelectField, TextField } from '../../parts/recording/fields.tsx';
import { Leave } from '../../parts/recording/Leave.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import css from '../../parts/recording/recording.module.css';
import { wrongAt } from '../../parts/recording/refusals.ts';

const actings = ['likelihood', 'consequence', 'both'] as const;
const strengths = ['none', 'weak', 'moderate', 'strong', 'veryStrong'] as const;

/** A link as it is filled in; `was` is the control that it had when the form was opened. */
type Row = Pick<RiskControl, 'control' | 'actsOn'> & { key: number; was?: string; strength: Strength; group: string };
type Strength = (typeof strengths)[number];

const rowOf = ({ control, actsOn, strength = 'moderate', group = '' }: RiskControl, key: number): Row => ({
  ...{ key, was: control, control, actsOn, strength, group },
});
const emptyRow = (key: number): Row => ({ key, control: '', actsOn: 'both', strength: 'moderate', group: '' });

/** Which controls a risk has, what each acts on and how strongly; those of one group fail together. */
export function LinkControls({ risk, onLeave }: { risk: Risk; onLeave(): void }) {
  const { t } = useTranslation();
  const known = useId();
  const [rows, setRows] = useState<Row[]>(() => [...risk.controls.map(rowOf), emptyRow(risk.controls.length)]);
  const recording = useRecording(
    (given: object, key) => send<Risk>('PATCH', `/registers/risks/${encodeURIComponent(risk.id)}`, given, key),
    onLeave,
  );
  const { data: controls = [] } = useQuery(everyOf<Control>('/registers/controls', { status: 'standing' }));
  const filled = rows.filter(({ control }) => control.trim() !== '');
  return (
    <RecordForm
      recording={recording}
      act={t('registers.link.button')}
      onSubmit={() => recording.record({ version: risk.version, controls: filled.map(linkOf) })}
      shown={filled.map((_row, n) => `controls.${n}`)}
      beside={<Leave onLeave={onLeave} />}
      minor
    >
      <p className="small soft">{t('registers.link.help')}</p>
      <datalist id={known}>
        {controls.map(({ id, name }) => (
          <option key={id} value={`${id} ${name}`} />
        ))}
      </datalist>
      <ol className={layout.lines}>
        {rows.map((row) => (
          <li key={row.key}>
            <fieldset>
              <legend className="strong">{row.was ?? t('registers.link.another')}</legend>
              <LinkFields
                {...{ row, known, failure: recording.failure, at: `controls.${filled.indexOf(row)}` }}
                onChange={(changed) => setRows(rows.map((one) => (one === row ? changed : one)))}
              />
            </fieldset>
            {row.was !== undefined && (
              <Button variant="default" size="xs" onClick={() => setRows(rows.filter((one) => one !== row))}>
                {t('registers.link.remove', { control: row.was })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button variant="default" size="xs" onClick={() => setRows([...rows, emptyRow(Math.max(-1, ...rows.map(({ key }) => key)) + 1)])}>
          {t('registers.link.add')}
        </Button>
      </div>
    </RecordForm>
  );
}

type FieldsProps = { row: Row; known: string; failure: Error | null; at: string; onChange(row: Row): void };

function LinkFields({ row, known, failure, at, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const of = <K extends 'control' | 'actsOn' | 'strength' | 'group'>(name: K) => ({
    value: row[name],
    onChange: (value: Row[K]) => onChange({ ...row, [name]: value }),
    problem: wrongAt(failure, `${at}.${name}`),
  });
  return (
    <div className={css.row}>
      <TextField label={t('registers.link.control')} list={known} {...of('control')} />
      <SelectField
        label={t('registers.risk.column.actsOn')}
        options={actings.map((value) => ({ value, label: t(`registers.actsOn.${value}`) }))}
        {...of('actsOn')}
      />
      <SelectField
        label={t('registers.link.strength')}
        options={strengths.map((value) => ({ value, label: t(`registers.strength.${value}`) }))}
        {...of('strength')}
      />
      <TextField label={t('registers.link.group')} {...of('group')} />
    </div>
  );
}

/** Of what was picked from the list, the reference stands first. */
const linkOf = ({ control, actsOn, strength, group }: Row) => ({
  ...{ control: control.trim().split(' ')[0], actsOn, strength },
  ...(group.trim() !== '' && { group: group.trim() }),
});
