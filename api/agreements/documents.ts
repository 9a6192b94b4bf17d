import type { Task } from '../../domain/records/task.ts';
import type { Detail } from '../../domain/refusal.ts';
import type { Store } from '../../models/store.ts';
import { type Check, problem } from './check.ts';

/** A version says something somewhere, whoever is to acknowledge it is there, and who has comments says which. */
export const documentAgrees: Check = async (store, task, outcome) =>
  task.task === 'review'
    ? commented(outcome)
    : [...(await saysSomething(store, task, outcome)), ...(await isForSomebody(store, task, outcome))];

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

const commented = ({ decision, reason }: Record<string, unknown>): Detail[] =>
  decision === 'comments' && isEmpty(reason)
    ? [problem('reason', 'Say what your comments are.', 'Sagen Sie, welche Anmerkungen Sie haben.')]
    : [];

async function saysSomething(store: Store, { run, evidence = [] }: Task, { text, place }: Record<string, unknown>): Promise<Detail[]> {
  if (!isEmpty(text) || !isEmpty(place) || evidence.length > 0) return [];
  const { files = [] } = (await store.documentVersions.first({ run })) ?? {};
  return files.length > 0
    ? []
    : [
        problem(
          'text',
          'Write down what it says, add it as a file below, or say where it stands.',
          'Schreiben Sie auf, was darin steht, fügen Sie es unten als Datei an, oder sagen Sie, wo es steht.',
        ),
      ];
}

async function isForSomebody(store: Store, { about = '' }: Task, { acknowledge }: Record<string, unknown>): Promise<Detail[]> {
  if (acknowledge !== true || (await store.documents.get(about))?.audience !== undefined) return [];
  return [
    problem(
      'acknowledge',
      `${about} is for nobody yet: the ISMS manager says for whom it is, in the register.`,
      `${about} ist noch für niemanden bestimmt: Für wen es ist, sagt im Register, wer das ISMS leitet.`,
    ),
  ];
}
