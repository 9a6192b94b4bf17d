import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../../domain/records/taskDetail.ts';
import { createSending } from '../data/sending.ts';
import { changed } from '../data/tasks.ts';
import { type Answered, type Asked, answer, fieldsIn, initialOf, type Refused } from './answering.ts';
import { isTouched, type Values } from './values.ts';

export type Filling = { typed: Values | undefined; refused: Refused | undefined; set(id: string, place: string, text: string): void };

type ById<T> = Readonly<Record<string, T>>;

/** What somebody types into the forms of a page, and what becomes of it when it is sent: each by itself, and each with its own result. */
export function useAnswering() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [sending] = useState(createSending);
  const [typed, setTyped] = useState<ById<Values>>({});
  const [refused, setRefused] = useState<ById<Refused>>({});
  const [recorded, setRecorded] = useState<ById<TaskDetail>>({});
  const [isSending, setSending] = useState(false);
  const speaking = { t, language: i18n.language };

  const valuesOf = (asked: Asked): Values => ({ ...initialOf(asked, fieldsIn(asked, speaking)), ...typed[asked.task.id] });
  const isFilled = (asked: Asked): boolean =>
    typed[asked.task.id] !== undefined && isTouched(initialOf(asked, fieldsIn(asked, speaking)), valuesOf(asked));

  /** Sends these, and gives back those that were recorded. */
  async function send(forms: readonly Asked[]): Promise<TaskDetail[]> {
    setSending(true);
    const results = await Promise.all(
      forms.map(
        async (asked): Promise<[string, Answered]> => [asked.task.id, await answer(asked, valuesOf(asked), { ...speaking, sending })],
      ),
    );
    const done = results.flatMap(([id, result]): [string, TaskDetail][] => ('recorded' in result ? [[id, result.recorded]] : []));
    setRefused(Object.fromEntries(results.flatMap(([id, result]) => ('recorded' in result ? [] : [[id, result]]))));
    setRecorded((before) => ({ ...before, ...Object.fromEntries(done) }));
    setSending(false);
    if (done.length > 0) void changed(client);
    return done.map(([, task]) => task);
  }

  /** One and the same, so that of many forms only that is drawn again into which somebody types. */
  const set = useCallback((id: string, place: string, text: string) => {
    setTyped((all) => ({ ...all, [id]: { ...all[id], [place]: text } }));
    setRefused((all) => without(all, id, place));
  }, []);

  /** All that its fields go by. */
  const filling = ({ task: { id } }: Asked): Filling => ({ typed: typed[id], refused: refused[id], set });

  return { recorded, refused, isSending, valuesOf, isFilled, filling, send };
}
export type Answering = ReturnType<typeof useAnswering>;

/** What is changed is not wrong any more until it is sent again. */
function without(all: ById<Refused>, id: string, place: string): ById<Refused> {
  const one = all[id];
  if (one?.problems[place] === undefined) return all;
  const { [place]: _mended, ...problems } = one.problems;
  return { ...all, [id]: { ...one, problems } };
}
