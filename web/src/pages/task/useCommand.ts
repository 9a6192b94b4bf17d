import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import { send } from '../../data/client.ts';
import { createSending } from '../../data/sending.ts';
import { type Refused, refusedBy } from '../../forms/answering.ts';
import { withIds } from '../../forms/typedPeople.ts';
import { outcomeIn, type Values } from '../../forms/values.ts';
import { wrongIn } from '../../forms/wrong.ts';
import { bodyOf, type Command, fieldsOfCommand, nounOf } from './commands.ts';

const nothing: Refused = { problems: {} };

/** A form of something else than the answer: what stands in it, what is wrong with it, and the way to send it. */
export function useCommand(command: Command, task: TaskDetail, preset: Values = {}) {
  const { t } = useTranslation();
  const [sending] = useState(createSending);
  const [values, setValues] = useState<Values>(preset);
  const [refused, setRefused] = useState<Refused>(nothing);
  const [isSending, setSending] = useState(false);
  const fields = fieldsOfCommand(command, task, t);

  async function submit(): Promise<TaskDetail | undefined> {
    const wrong = wrongIn(fields, values, t);
    setRefused({ problems: wrong });
    if (isSending || Object.keys(wrong).length > 0) return undefined;
    setSending(true);
    try {
      const named = await withIds(fields, values, t);
      setRefused({ problems: named.problems });
      if (Object.keys(named.problems).length > 0) return undefined;
      const body = bodyOf(command, task, outcomeIn(fields, named.values).outcome);
      const path = `/tasks/${encodeURIComponent(task.id)}/${nounOf(command)}`;
      const made = await sending(command, body, (key) => send<TaskDetail>('POST', path, body, key));
      setValues({});
      return made;
    } catch (failure) {
      setRefused(refusedBy(failure, (place) => place, t));
      return undefined;
    } finally {
      setSending(false);
    }
  }

  return {
    fields,
    values,
    refused,
    isSending,
    submit,
    set: (place: string, text: string) => setValues((all) => ({ ...all, [place]: text })),
  };
}
