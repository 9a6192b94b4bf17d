import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../../domain/records/settings.ts';
import { SelectField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { wrongAt } from '../../parts/recording/refusals.ts';
import { Cancel } from './Cancel.tsx';
import { SiteFields } from './SiteFields.tsx';
import { useSettingsRecording } from './useSettingsRecording.ts';

/** Where people work: time zone, country and days off of each place. */
export function ChangeSites() {
  const { t } = useTranslation();
  const { settings, recording, record } = useSettingsRecording();
  const [sites, setSites] = useState(settings.sites);
  const [defaultSite, setDefaultSite] = useState(settings.defaultSite);
  const add = () => {
    const zone = sites[0]?.zone ?? 'UTC';
    setSites([...sites, { id: freeId(sites), name: '', zone, holidays: [] }]);
  };
  return (
    <RecordForm
      recording={recording}
      act={t('settings.record')}
      onSubmit={() => record({ sites, defaultSite })}
      shown={sites.flatMap((_site, n) => ['name', 'zone', 'country', 'region', 'holidays'].map((field) => `sites.${n}.${field}`))}
      beside={<Cancel />}
    >
      {sites.map((site, n) => (
        <SiteFields
          key={site.id}
          {...{ site, failure: recording.failure, at: `sites.${n}` }}
          onChange={(changed) => setSites(sites.map((one) => (one.id === site.id ? changed : one)))}
          {...(site.id !== defaultSite && { onRemove: () => setSites(sites.filter(({ id }) => id !== site.id)) })}
        />
      ))}
      <div>
        <Button variant="default" onClick={add}>
          {t('settings.addSite')}
        </Button>
      </div>
      <SelectField
        label={t('settings.defaultSite')}
        help={t('settings.defaultSiteHelp')}
        problem={wrongAt(recording.failure, 'defaultSite')}
        value={defaultSite}
        options={sites.map(({ id, name }) => ({ value: id, label: name === '' ? id : name }))}
        onChange={setDefaultSite}
      />
    </RecordForm>
  );
}

/** Records name a site by its id, which stays when the site is called otherwise. */
function freeId(sites: readonly Site[]): string {
  const taken = new Set(sites.map(({ id }) => id));
  for (let n = sites.length + 1; ; n += 1) if (!taken.has(`site-${n}`)) return `site-${n}`;
}
