import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem } from './client.ts';

/** The same request may succeed a moment later, so it keeps its key: of several tries one counts. */
const passing = ['inProgress', 'importRunning', 'departureRunning', 'notOpenYet'];
const mayFollow = (failure: unknown): boolean => !(failure instanceof Problem) || failure.status >= 500 || passing.includes(failure.code);

/** What a form records. Nothing is shown as done before the API has said so, and then all that is shown is asked for again. */
export function useRecording<B, T>(record: (body: B, key: string) => Promise<T>, then?: (recorded: T) => void) {
  const client = useQueryClient();
  const sent = useRef<{ said: string; key: string }>(undefined);
  return useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: (body: B) => {
      const said = JSON.stringify(body);
      if (sent.current?.said !== said) sent.current = { said, key: crypto.randomUUID() };
      return record(body, sent.current.key);
    },
    onError: (failure) => {
      if (!mayFollow(failure)) sent.current = undefined;
    },
    onSuccess: async (recorded) => {
      sent.current = undefined;
      await client.invalidateQueries();
      then?.(recorded);
    },
  });
}
