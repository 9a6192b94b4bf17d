import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from './client.ts';
import { queries } from './queries.ts';
import { createSending } from './sending.ts';

export type Recording<G> = {
  record(given: G): void;
  isRecording: boolean;
  failure: Error | null;
};

/**
 * Sends what a form holds, says so meanwhile, and is done when the API has recorded it and the page shows what the API says now. The same again is sent with
 * the same key, so that it is recorded once.
 */
export function useRecording<G, T>(
  send: (given: G, key: string) => Promise<T>,
  recorded: (made: T) => unknown = () => undefined,
): Recording<G> {
  const [sending] = useState(createSending);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (given: G) => sending('', given, (key) => send(given, key)),
    onSuccess: async (made) => {
      await queries.invalidateQueries();
      await recorded(made);
    },
    onError: async (failure) => {
      // Somebody else was quicker: what stands now is what the next attempt is made on.
      if (failure instanceof Problem && failure.code === 'stale') await queries.invalidateQueries();
    },
  });
  return { record: mutate, isRecording: isPending, failure: error };
}
