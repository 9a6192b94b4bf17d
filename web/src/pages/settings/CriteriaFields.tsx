import { useTranslation } from 'react-i18next';
import type { Band } from '../../../../domain/records/common.ts';
import type { RiskCriteria } from '../../../../domain/records/riskCriteria.ts';
import { SelectField, TextField } from '../../parts/recording/fields.tsx';
import form from '../../parts/recording/recording.module.css';
import { BandFields } from './BandFields.tsx';
import css from './settings.module.css';

export type CriteriaDraft = Pick<RiskCriteria, 'likelihood' | 'consequence' | 'matrix' | 'acceptableUpTo' | 'bands'>;
type Props = { draft: CriteriaDraft; onChange(draft: CriteriaDraft): void };

const bands: readonly Band[] = ['low', 'medium', 'high', 'veryHigh'];

/** Steps of both scales, the table of bands, what is acceptable, and what each band asks for. */
export function CriteriaFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {(['likelihood', 'consequence'] as const).map((scale) => (
        <Scale key={scale} name={t(`heat.${scale}`)} steps={draft[scale]} onChange={(steps) => onChange({ ...draft, [scale]: steps })} />
      ))}
      <Matrix draft={draft} onChange={onChange} />
      <SelectField
        label={t('criteria.acceptableUpTo')}
        help={t('criteria.acceptableHelp')}
        value={draft.acceptableUpTo}
        options={bands.map((value) => ({ value, label: t(`band.${value}`) }))}
        onChange={(acceptableUpTo) => onChange({ ...draft, acceptableUpTo })}
      />
      {draft.bands.map((rule, n) => (
        <BandFields
          key={rule.band}
          rule={rule}
          onChange={(changed) => onChange({ ...draft, bands: draft.bands.map((one, at) => (at === n ? changed : one)) })}
        />
      ))}
    </>
  );
}

function Scale({ name, steps, onChange }: { name: string; steps: readonly string[]; onChange(steps: string[]): void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={form.ticks}>
      <legend>{name}</legend>
      {steps.map((step, n) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
          key={n}
          label={t('criteria.step', { number: n + 1 })}
          value={step}
          onChange={(value) => onChange(steps.map((one, at) => (at === n ? value : one)))}
          required
        />
      ))}
    </fieldset>
  );
}

/** Likelihood upward, consequence to the right; each cell says its band. */
function Matrix({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { likelihood, consequence, matrix } = draft;
  const set = (row: number, column: number, band: Band) =>
    onChange({ ...draft, matrix: matrix.map((line, n) => (n === row ? line.map((one, at) => (at === column ? band : one)) : line)) });
  const rows = matrix.map((line, row) => ({ row, line, name: likelihood[row] ?? '' })).reverse();
  return (
    <div className={css.matrix}>
      <table>
        <caption>{t('criteria.matrix')}</caption>
        <thead>
          <tr>
            <td />
            {consequence.map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, line, name }) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {line.map((band, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
                <td key={column} className={band}>
                  <select
                    aria-label={t('criteria.cell', { likelihood: name, consequence: consequence[column] ?? '' })}
                    value={band}
                    onChange={({ target }) => set(row, column, target.value as Band)}
                  >
                    {bands.map((one) => (
                      <option key={one} value={one}>
                        {t(`band.${one}`)}
                      </option>
                    ))}
                  </select>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
