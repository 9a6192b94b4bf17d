import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../../../../domain/records/taskDetail.ts';
import type { TaskLine } from '../../../../../domain/records/taskLine.ts';
import { send } from '../../../data/client.ts';
import { createSending } from '../../../data/sending.ts';
import { changed } from '../../../data/tasks.ts';
import { type Refused, refusedBy } from '../../../forms/answering.ts';
import { withIds } from '../../../forms/typedPeople.ts';
import { outcomeIn, type Values } from '../../../forms/values.ts';
import { wrongIn } from '../../../forms/wrong.ts';
import { bodyOf, type Command, fieldsOfCommand, nounOf } from '../../task/commands.ts';

/** A task that did not take it, with the sentence of the API. */
export type Failed = { task: TaskLine; sentence: string };
export type Given = { done: number; failed: readonly Failed[]; n: number };

const nothing: Refused = { problems: {} };

/** Nobody has another form than the others: what one task asks besides is said on its own page. */
const plainly = (command: Command) => ({ allowed: [command] });

/** The form of one command for several tasks: each is told by itself, one after the other, and what some refuse, the others take all the same. */
export function useActs(command: Command, onGiven: (failed: readonly TaskLine[]) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [sending] = useState(createSending);
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<Refused>(nothing);
  const [at, setAt] = useState<{ done: number; of: number }>();
  const [given, setGiven] = useState<Given>();
  const fields = fieldsOfCommand(command, plainly(command), t);

  async function giveEach(tasks: readonly TaskLine[], filled: Values): Promise<void> {
    const failed: Failed[] = [];
    for (const [n, task] of tasks.entries()) {
      setAt({ done: n, of: tasks.length });
      const body = bodyOf(command, task, outcomeIn(fields, filled).outcome);
      const path = `/tasks/${encodeURIComponent(task.id)}/${nounOf(command)}`;
      const one = await sending(task.id, body, (key) => send<TaskDetail>('POST', path, body, key)).then(
        () => nothing,
        (failure: unknown) => refusedBy(failure, () => '', t),
      );
      if (one !== nothing) failed.push({ task, sentence: one.problems[''] ?? '' });
      if (one.signInAgain === true) setRefused({ problems: {}, signInAgain: true });
    }
    if (failed.length === 0) setValues({});
    setGiven((before) => ({ done: tasks.length - failed.length, failed, n: (before?.n ?? 0) + 1 }));
    await changed(client);
    onGiven(failed.map(({ task }) => task));
  }

  async function give(tasks: readonly TaskLine[]): Promise<void> {
    if (at !== undefined) return;
    const wrong = tasks.length === 0 ? { '': t('acts.tickFirst') } : wrongIn(fields, values, t);
    setRefused({ problems: wrong });
    setGiven(undefined);
    if (Object.keys(wrong).length > 0) return;
    setAt({ done: 0, of: tasks.length });
    try {
      const named = await withIds(fields, values, t);
      setRefused({ problems: named.problems });
      if (Object.keys(named.problems).length === 0) await giveEach(tasks, named.values);
    } catch (failure) {
      setRefused(refusedBy(failure, (place) => place, t));
    } finally {
      setAt(undefined);
    }
  }

  return {
    ...{ fields, values, refused, at, given, give },
    set: (place: string, text: string) => setValues((all) => ({ ...all, [place]: text })),
  };
}
