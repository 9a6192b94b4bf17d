import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem } from '../../data/client.ts';
import { queries } from '../../data/queries.ts';

export type Recording<G> = {
  record(given: G): void;
  isRecording: boolean;
  failure: Error | null;
};

/** A refusal is an answer: what is sent after it is another request. Without one, the same request may have been taken already. */
const isAnswer = (failure: unknown): boolean => failure instanceof Problem && failure.status < 500 && failure.code !== 'inProgress';

/**
 * Sends what a form holds, says so meanwhile, and is done when the API has recorded it and the page shows what the API says now. The same again is sent with
 * the same key, so that it is recorded once.
 */
export function useRecording<G, T>(
  sending: (given: G, key: string) => Promise<T>,
  recorded: (made: T) => unknown = () => undefined,
): Recording<G> {
  const last = useRef<{ said: string; key: string } | undefined>(undefined);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (given: G) => {
      const said = JSON.stringify(given) ?? '';
      const key = last.current?.said === said ? last.current.key : crypto.randomUUID();
      last.current = { said, key };
      return sending(given, key);
    },
    onSuccess: async (made) => {
      last.current = undefined;
      await queries.invalidateQueries();
      await recorded(made);
    },
    onError: async (failure) => {
      if (isAnswer(failure)) last.current = undefined;
      // Somebody else was quicker: what stands now is what the next attempt is made on.
      if (failure instanceof Problem && failure.code === 'stale') await queries.invalidateQueries();
    },
  });
  return { record: mutate, isRecording: isPending, failure: error };
}
