import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem, send } from './client.ts';
import { queries } from './queries.ts';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Asked = { method: Method; path: string };

export type Command = {
  give(body: unknown): void;
  isRecording: boolean;
  failure: Error | null;
};

/** Whether the API has said what becomes of the request: then the next one is another. */
const isFinal = (failure: unknown): boolean => failure instanceof Problem && failure.status < 500 && failure.code !== 'inProgress';

/**
 * A command to the API. Sent again with the same content after nobody has answered, it is the same request; nothing counts as recorded before the API says
 * so, and everything that is shown is asked for again then.
 */
export function useCommand<T>({ method, path }: Asked, onRecorded?: (answer: T) => void): Command {
  const sent = useRef<{ said: string; key: string }>(undefined);
  const keyOf = (body: unknown): string => {
    const said = JSON.stringify([method, path, body]);
    if (sent.current?.said !== said) sent.current = { said, key: crypto.randomUUID() };
    return sent.current.key;
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: unknown) => send<T>(method, path, body, keyOf(body)),
    onSuccess: async (answer) => {
      sent.current = undefined;
      await queries.invalidateQueries();
      onRecorded?.(answer);
    },
    onError: (failure) => {
      if (isFinal(failure)) sent.current = undefined;
    },
  });
  return { give: mutate, isRecording: isPending, failure: error };
}
