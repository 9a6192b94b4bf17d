import { queryOptions } from '@tanstack/react-query';
import type { Mail } from '../../../domain/records/letter.ts';
import type { Person } from '../../../domain/records/person.ts';
import { read } from './client.ts';
import { liveMs } from './queries.ts';

/** A mail as lists show it. */
export type MailLine = Omit<Mail, 'source'>;

const few = 5;

/** The last few mails to somebody. */
export const lastMails = (person: string) =>
  queryOptions({
    queryKey: ['mails', 'last', person],
    queryFn: ({ signal }) => read<{ items: MailLine[] }>('/mails', { person, limit: few }, signal),
    refetchInterval: liveMs,
  });

const some = 20;

/** Those whose mail address is refused, by name. */
export const unreachablePeople = queryOptions({
  queryKey: ['people', 'unreachable'],
  queryFn: ({ signal }) =>
    read<{ items: Person[]; next?: string }>('/registers/people', { unreachable: 'true', status: 'active', limit: some }, signal),
  refetchInterval: liveMs,
});
