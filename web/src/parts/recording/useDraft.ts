import { useState } from 'react';
import { wrongAt } from './refusals.ts';

/** What is filled into a form, and each part of it as its field takes it: with what the API says against it, `at` the place it has in what is sent. */
export function useDraft<D extends object>(initial: D | (() => D), failure: Error | null) {
  const [draft, setDraft] = useState<D>(initial);
  const of = <K extends keyof D & string>(name: K, at: string = name) => ({
    value: draft[name],
    onChange: (value: D[K]) => setDraft((before) => ({ ...before, [name]: value })),
    problem: wrongAt(failure, at),
  });
  return { draft, of };
}
