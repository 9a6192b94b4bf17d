import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../../domain/records/settings.ts';
import { Field, TextField } from '../../parts/recording/fields.tsx';
import form from '../../parts/recording/recording.module.css';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { HolidayFields } from './HolidayFields.tsx';
import css from './settings.module.css';

type Props = { site: Site; at: string; failure: Error | null; onChange(site: Site): void; onRemove?(): void };

/** What is left empty is not said at all. */
const unlessEmpty = <K extends 'country' | 'region'>(field: K, value: string): Partial<Pick<Site, K>> =>
  value === '' ? {} : ({ [field]: value } as Partial<Pick<Site, K>>);

export function SiteFields({ site, at, failure, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const problem = (field: string) => ({ problem: wrongAt(failure, `${at}.${field}`) });
  const { country, region, ...rest } = site;
  return (
    <fieldset className={css.group}>
      <legend>{site.name === '' ? t('settings.newSite') : site.name}</legend>
      <TextField
        label={t('settings.siteName')}
        value={site.name}
        onChange={(name) => onChange({ ...site, name })}
        required
        {...problem('name')}
      />
      <Zone value={site.zone} onChange={(zone) => onChange({ ...site, zone })} {...problem('zone')} />
      <div className={form.row}>
        <TextField
          label={t('settings.country')}
          help={t('settings.countryHelp')}
          value={country ?? ''}
          onChange={(value) =>
            onChange({ ...rest, ...unlessEmpty('country', value.toUpperCase()), ...(region !== undefined && value !== '' && { region }) })
          }
          {...problem('country')}
        />
        <TextField
          label={t('settings.region')}
          help={t('settings.regionHelp')}
          value={region ?? ''}
          onChange={(value) => onChange({ ...rest, ...(country !== undefined && { country }), ...unlessEmpty('region', value) })}
          {...problem('region')}
        />
      </div>
      <HolidayFields holidays={site.holidays} onChange={(holidays) => onChange({ ...site, holidays })} {...problem('holidays')} />
      {onRemove !== undefined && (
        <div>
          <Button variant="default" onClick={onRemove}>
            {t('settings.removeSite', { name: site.name })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

type ZoneProps = { value: string; onChange(value: string): void; problem: string | undefined };

function Zone({ value, onChange, problem }: ZoneProps) {
  const { t } = useTranslation();
  const list = useId();
  return (
    <Field label={t('settings.zone')} problem={problem}>
      {(is) => (
        <>
          <input {...is} list={list} required value={value} onChange={({ target }) => onChange(target.value)} />
          <datalist id={list}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
