import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../../domain/records/settings.ts';
import { TextField } from '../../parts/recording/fields.tsx';
import css from '../../parts/recording/recording.module.css';

type Holidays = Site['holidays'];
type Props = { holidays: Holidays; onChange(holidays: Holidays): void; problem: string | undefined };

/** Days off of a place beside those of its country, such as a bridge day. */
export function HolidayFields({ holidays, onChange, problem }: Props) {
  const { t } = useTranslation();
  const set = (n: number, part: Partial<Holidays[number]>) => onChange(holidays.map((one, at) => (at === n ? { ...one, ...part } : one)));
  return (
    <fieldset className={css.ticks}>
      <legend>{t('settings.ownHolidays')}</legend>
      {holidays.map(({ day, name }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that stays while it is typed
        <div key={n} className={css.row}>
          <TextField type="date" label={t('settings.holidayDay')} value={day} onChange={(value) => set(n, { day: value })} required />
          <TextField label={t('settings.holidayName')} value={name} onChange={(value) => set(n, { name: value })} required />
          <Button
            variant="default"
            aria-label={t('settings.removeHoliday', { name })}
            onClick={() => onChange(holidays.filter((_one, at) => at !== n))}
          >
            {t('settings.remove')}
          </Button>
        </div>
      ))}
      {problem !== undefined && <p className={css.problem}>{problem}</p>}
      <div>
        <Button variant="default" onClick={() => onChange([...holidays, { day: '', name: '' }])}>
          {t('settings.addHoliday')}
        </Button>
      </div>
    </fieldset>
  );
}
