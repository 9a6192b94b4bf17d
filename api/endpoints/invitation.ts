import { z } from 'zod';
import { Instant } from '../../domain/records/common.ts';
import { notFound } from '../../domain/refusal.ts';
import { changeRecord } from '../../models/registers.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../policy.ts';

/** The way to a password: a mail with a link that sets one. */
export const invitation = endpoint({
  method: 'post',
  path: '/api/v1/people/{id}/invitation',
  tag: 'people',
  summary: 'Send a person a mail with a link to set a password.',
  allow: 'manage',
  params: z.strictObject({ id: z.string().max(40) }),
  output: z.strictObject({ person: z.string(), invitedAt: Instant }),
  status: 202,
  handle: async ({ api: { store, clock, post }, caller, params, key }) => {
    const person = await store.people.get(params.id);
    if (person?.status !== 'active') throw notFound();
    const at = clock.now();
    const id = `invitation/${person.id}/${key.slice(0, 16)}`;
    await post.put([{ id, person: person.id, kind: 'invitation', facts: { by: caller.id }, at, urgent: true }]);
    const change = { register: 'people' as const, id: person.id, version: person.version, set: { invitedAt: at }, at };
    const { invitedAt = at } = await changeRecord(store, { ...change, actor: actorOf(caller), event: 'invited', key });
    return { person: person.id, invitedAt };
  },
});
