import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderName, RungRule } from '../../../../domain/records/settings.ts';
import { SelectField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { ladderNames } from '../../routes/setUp.ts';
import { Cancel } from './Cancel.tsx';
import { RungFields } from './RungFields.tsx';
import { useSettingsRecording } from './useSettingsRecording.ts';

const route = getRouteApi('/settings/$part');
const mostRungs = 12;

/** Who is told when: one ladder at a time. */
export function ChangeLadder() {
  const { t } = useTranslation();
  const { ladder = 'standard' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <SelectField
        label={t('settings.ladder')}
        value={ladder}
        options={ladderNames.map((value) => ({ value, label: t(`process.ladder.${value}`) }))}
        onChange={(name) => navigate({ search: { ladder: name }, replace: true })}
      />
      <OneLadder key={ladder} name={ladder} />
    </>
  );
}

function OneLadder({ name }: { name: LadderName }) {
  const { t } = useTranslation();
  const { settings, recording, record } = useSettingsRecording();
  const at = settings.ladders.findIndex((one) => one.name === name);
  const [rungs, setRungs] = useState<RungRule[]>(settings.ladders[at]?.rungs ?? []);
  const set = (key: string, rung: RungRule) => setRungs(rungs.map((one) => (one.key === key ? rung : one)));
  return (
    <RecordForm
      recording={recording}
      act={t('settings.record')}
      onSubmit={() => record({ ladders: settings.ladders.map((one) => (one.name === name ? { name, rungs } : one)) })}
      shown={rungs.map((_rung, n) => `ladders.${at}.rungs.${n}`)}
      beside={<Cancel />}
    >
      {rungs.map((rung, n) => (
        <RungFields
          key={rung.key}
          {...{ rung, number: n + 1, failure: recording.failure, at: `ladders.${at}.rungs.${n}` }}
          onChange={(changed) => set(rung.key, changed)}
          onRemove={() => setRungs(rungs.filter(({ key }) => key !== rung.key))}
        />
      ))}
      {rungs.length < mostRungs && (
        <div>
          <Button variant="default" onClick={() => setRungs([...rungs, newRung(rungs)])}>
            {t('settings.addRung')}
          </Button>
        </div>
      )}
    </RecordForm>
  );
}

function newRung(rungs: readonly RungRule[]): RungRule {
  const taken = new Set(rungs.map(({ key }) => key));
  let n = rungs.length + 1;
  while (taken.has(`rung${n}`)) n += 1;
  return { key: `rung${n}`, workingDays: 1, letter: 'reminder', level: 0, to: ['assignee'] };
}
