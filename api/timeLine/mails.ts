import { groupedBy } from '../../domain/groupedBy.ts';
import { asks, type Letter, type Mail } from '../../domain/records/letter.ts';
import type { RowMail } from '../../domain/records/timeLine.ts';
import type { Store } from '../../models/store.ts';

type Sent = Pick<Mail, 'id' | 'answeredAt' | 'response'>;
/** Letters about some tasks, by task and in order, and the mails that carried them. */
export type Posted = { letters: ReadonlyMap<string, readonly Letter[]>; mails: ReadonlyMap<string, Sent> };

const states: Partial<Record<Letter['state'], RowMail['state']>> = {
  ...({ accepted: 'delivered', rejected: 'refused' } as const),
  ...({ pending: 'waiting', sending: 'waiting', deferred: 'waiting' } as const),
};

/** What was written about these tasks, by the indexes of letters and mails. */
export async function postedAbout(store: Store, tasks: readonly string[]): Promise<Posted> {
  const found = await store.letters.find({ task: { $in: tasks } }, { sort: { at: 1, _id: 1 } });
  const asking = found.filter(asksForAnswer);
  const carried = [...new Set(asking.flatMap(({ mail }) => mail ?? []))];
  const mails = carried.length === 0 ? [] : await store.mails.pick({ id: { $in: carried } }, ['answeredAt', 'response']);
  return { letters: groupedBy(asking, ({ task }) => task ?? ''), mails: new Map(mails.map((mail) => [mail.id, mail])) };
}

/** Of letters that tell a rung to several people, the one to whoever is asked. */
function asksForAnswer({ kind, facts }: Letter): boolean {
  if (kind === 'confirmAsked') return true;
  return asks.has(kind) && kind !== 'unreached' && (facts.as === undefined || facts.as === 'assignee');
}

/** Those that asked for the answer to a task. What was not worth sending any more is none. */
export function mailsAbout(task: string, { letters, mails }: Posted, nameOf: (id: string) => string, isTold: boolean): RowMail[] {
  return (letters.get(task) ?? []).flatMap(({ kind, at, person, state, mail }): RowMail[] => {
    const became = states[state];
    const sent = mails.get(mail ?? '');
    if (became === undefined) return [];
    const said = isTold && became === 'refused' ? sent?.response : undefined;
    return [{ at: sent?.answeredAt ?? at, kind, to: nameOf(person), state: became, ...(said !== undefined && { response: said }) }];
  });
}
