import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Control } from '../../../../domain/records/control.ts';
import type { Risk, RiskControl } from '../../../../domain/records/risk.ts';
import { useCommand } from '../../data/command.ts';
import { everyOf } from '../../data/records.ts';
import { Asking, said, saidOrNot } from '../../parts/asking/Asking.tsx';
import css from '../../parts/asking/asking.module.css';
import { ChoiceField, LineField } from '../../parts/asking/fields.tsx';

const actings = ['likelihood', 'consequence', 'both'] as const;
const strengths = ['none', 'weak', 'moderate', 'strong', 'veryStrong'] as const;

type Row = Partial<RiskControl> & { key: number };

/** Which controls a risk has, what each acts on and how strongly; those of one group fail together. */
export function LinkControls({ risk, onLeave }: { risk: Risk; onLeave(): void }) {
  const { t } = useTranslation();
  const known = useId();
  const [rows, setRows] = useState<Row[]>(() => [...risk.controls.map((link, key) => ({ ...link, key })), { key: risk.controls.length }]);
  const command = useCommand<Risk>({ method: 'PATCH', path: `/registers/risks/${encodeURIComponent(risk.id)}` }, onLeave);
  const { data: controls = [] } = useQuery(everyOf<Control>('/registers/controls', { status: 'standing' }));
  const add = () => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1 }]);
  return (
    <Asking
      command={command}
      bodyOf={(form) => ({ version: risk.version, controls: rows.flatMap((row) => linkIn(form, row)) })}
      button={t('registers.link.button')}
      onLeave={onLeave}
    >
      <p className={css.help}>{t('registers.link.help')}</p>
      <datalist id={known}>
        {controls.map(({ id, name }) => (
          <option key={id} value={`${id} ${name}`} />
        ))}
      </datalist>
      <ol className={css.rows}>
        {rows.map((row, n) => (
          <li key={row.key}>
            <fieldset className={css.field}>
              <legend>{row.control ?? t('registers.link.another')}</legend>
              <LinkFields row={row} n={n} known={known} />
            </fieldset>
            {row.control !== undefined && (
              <Button variant="default" size="xs" onClick={() => setRows(rows.filter((one) => one !== row))}>
                {t('registers.link.remove', { control: row.control })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button variant="default" size="xs" onClick={add}>
          {t('registers.link.add')}
        </Button>
      </div>
    </Asking>
  );
}

function LinkFields({ row: { key, control, actsOn, strength, group }, n, known }: { row: Row; n: number; known: string }) {
  const { t } = useTranslation();
  return (
    <div className={css.row}>
      <LineField name={`${key}.control`} at={`controls.${n}.control`} label={t('registers.link.control')} value={control} list={known} />
      <ChoiceField
        name={`${key}.actsOn`}
        label={t('registers.risk.column.actsOn')}
        value={actsOn ?? 'both'}
        options={actings.map((value) => ({ value, label: t(`registers.actsOn.${value}`) }))}
      />
      <ChoiceField
        name={`${key}.strength`}
        label={t('registers.link.strength')}
        value={strength ?? 'moderate'}
        options={strengths.map((value) => ({ value, label: t(`registers.strength.${value}`) }))}
      />
      <LineField name={`${key}.group`} at={`controls.${n}.group`} label={t('registers.link.group')} value={group} />
    </div>
  );
}

/** Of what was picked from the list, the reference stands first. */
function linkIn(form: FormData, { key }: Row): object[] {
  const [control = ''] = said(form, `${key}.control`).split(' ');
  if (control === '') return [];
  const group = saidOrNot(form, `${key}.group`);
  return [{ control, actsOn: said(form, `${key}.actsOn`), strength: said(form, `${key}.strength`), ...(group !== undefined && { group }) }];
}
