import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Settings } from '../../../../domain/records/settings.ts';
import { Problem, send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { settings } from '../../data/setUp.ts';

type Set = Partial<Omit<Settings, 'id' | 'version' | 'updatedAt'>>;

/** Records a part of the settings beside all the others as they stand; when somebody else was quicker, that is said before it is overwritten. */
export function useSettingsRecording() {
  const { data } = useSuspenseQuery(settings);
  const navigate = useNavigate();
  const [version, setVersion] = useState(data.version);
  const recording = useRecording(
    ({ set, on }: { set: Set; on: number }, key) => {
      const { id: _id, updatedAt: _at, ...fields } = data;
      return send<Settings>('PUT', '/settings', { ...fields, ...set, version: on }, key);
    },
    () => navigate({ to: '/settings' }),
  );
  const { failure } = recording;
  useEffect(() => {
    if (failure instanceof Problem && failure.code === 'stale') setVersion(data.version);
  }, [failure, data.version]);
  return { settings: data, recording, record: (set: Set) => recording.record({ set, on: version }) };
}
