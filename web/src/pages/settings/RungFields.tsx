import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Recipient, RungRule } from '../../../../domain/records/settings.ts';
import layout from '../../parts/page.module.css';
import { SelectField, TextField, TickField, TickFields } from '../../parts/recording/fields.tsx';
import form from '../../parts/recording/recording.module.css';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { roles } from '../../words/roles.ts';
import css from './settings.module.css';

const recipients: readonly Recipient[] = ['assignee', 'lineManager', 'accountable', ...roles];
const letters = ['reminder', 'dueToday', 'escalation'] as const;
const levels = ['0', '1', '2', '3'] as const;

type Props = {
  rung: RungRule;
  number: number;
  at: string;
  failure: Error | null;
  onChange(rung: RungRule): void;
  onRemove(): void;
};

/** One rung: when it comes, what is sent, and whom it tells. */
export function RungFields({ rung, number, at, failure, onChange, onRemove }: Props) {
  const { t, i18n } = useTranslation();
  const told = new Intl.ListFormat(i18n.language).format(rung.to.map((who) => t(`roles.${who}`)));
  return (
    <fieldset className={css.group}>
      <legend>{t('settings.rung', { number })}</legend>
      <When rung={rung} onChange={onChange} problem={wrongAt(failure, at)} />
      <div className={form.row}>
        <SelectField
          label={t('settings.letter')}
          value={rung.letter}
          options={letters.map((value) => ({ value, label: t(`settings.letters.${value}`) }))}
          onChange={(letter) => onChange({ ...rung, letter })}
        />
        <SelectField
          label={t('settings.level')}
          value={String(rung.level) as (typeof levels)[number]}
          options={levels.map((value) => ({ value, label: t(`settings.levels.${value}`) }))}
          onChange={(level) => onChange({ ...rung, level: Number(level) })}
        />
      </div>
      <details className={layout.details}>
        <summary>{t('settings.told', { who: told })}</summary>
        <TickFields
          label={t('settings.tells')}
          options={recipients.map((value) => ({ value, label: t(`roles.${value}`) }))}
          value={rung.to}
          onChange={(to) => onChange({ ...rung, to })}
        />
      </details>
      <TickField
        label={t('settings.nonconformity')}
        value={rung.nonconformity === true}
        onChange={(isOn) => {
          const { nonconformity: _before, ...rest } = rung;
          onChange(isOn ? { ...rest, nonconformity: true } : rest);
        }}
      />
      <div>
        <Button variant="default" onClick={onRemove}>
          {t('settings.removeRung', { number })}
        </Button>
      </div>
    </fieldset>
  );
}

type WhenProps = { rung: RungRule; onChange(rung: RungRule): void; problem: string | undefined };

/** In working days from the due date, or as a share of the time, on the clock. */
function When({ rung, onChange, problem }: WhenProps) {
  const { t } = useTranslation();
  const { workingDays, percent, ...rest } = rung;
  const counts = workingDays === undefined ? 'percent' : 'workingDays';
  const value = workingDays ?? percent ?? 0;
  return (
    <div className={form.row}>
      <SelectField
        label={t('settings.counts')}
        value={counts}
        options={(['workingDays', 'percent'] as const).map((one) => ({ value: one, label: t(`settings.countsBy.${one}`) }))}
        onChange={(by) => onChange(by === 'percent' ? { ...rest, percent: 100 } : { ...rest, workingDays: 1 })}
      />
      <TextField
        type="number"
        label={t(`settings.amount.${counts}`)}
        help={t(`settings.amountHelp.${counts}`)}
        problem={problem}
        value={String(value)}
        onChange={(typed) => onChange({ ...rest, [counts]: Number(typed) })}
        min={counts === 'percent' ? 1 : -60}
        max={counts === 'percent' ? 400 : 120}
        required
      />
    </div>
  );
}
