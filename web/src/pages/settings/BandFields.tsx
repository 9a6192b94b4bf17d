import { useTranslation } from 'react-i18next';
import type { RiskCriteria } from '../../../../domain/records/riskCriteria.ts';
import { SelectField, TextField } from '../../parts/recording/fields.tsx';
import form from '../../parts/recording/recording.module.css';
import css from './settings.module.css';

type Rule = RiskCriteria['bands'][number];

/** Who may retain a risk of this band, for how long, how often it is looked at, and how soon a control of it is to be there. */
export function BandFields({ rule, onChange }: { rule: Rule; onChange(rule: Rule): void }) {
  const { t } = useTranslation();
  const { implementDays, ...rest } = rule;
  return (
    <fieldset className={css.group}>
      <legend>{t('criteria.ofBand', { band: t(`band.${rule.band}`) })}</legend>
      <SelectField
        label={t('criteria.authority')}
        value={rule.authority}
        options={(['riskOwner', 'topManagement'] as const).map((value) => ({ value, label: t(`roles.${value}`) }))}
        onChange={(authority) => onChange({ ...rule, authority })}
      />
      <div className={form.row}>
        <Count
          label={t('criteria.validMonths')}
          value={rule.validMonths}
          max={12}
          onChange={(validMonths) => onChange({ ...rule, validMonths })}
        />
        <Count
          label={t('criteria.reviewMonths')}
          value={rule.reviewMonths}
          max={12}
          onChange={(reviewMonths) => onChange({ ...rule, reviewMonths })}
        />
        <TextField
          type="number"
          label={t('criteria.implementDays')}
          value={implementDays === undefined ? '' : String(implementDays)}
          onChange={(value) => onChange(value === '' ? rest : { ...rest, implementDays: Number(value) })}
          min={2}
          max={750}
        />
      </div>
    </fieldset>
  );
}

type CountProps = { label: string; value: number; max: number; onChange(value: number): void };

const Count = ({ label, value, max, onChange }: CountProps) => (
  <TextField type="number" label={label} value={String(value)} onChange={(typed) => onChange(Number(typed))} min={1} max={max} required />
);
