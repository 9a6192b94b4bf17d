import { z } from 'zod';
import { Sentence } from '../../domain/records/common.ts';
import { Letter, Mail } from '../../domain/records/letter.ts';
import { MailState } from '../../domain/records/mailState.ts';
import { notFound } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { pauseMail, resumeMail } from '../mailCommands.ts';
import { mailState } from '../mailState.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { actorOf, scope } from '../policy.ts';

const MailLine = Mail.omit({ source: true }).meta({ id: 'MailLine' });
const Carried = Letter.pick({ id: true, kind: true, run: true, task: true, at: true, state: true });
const MailDetail = Mail.extend({ carries: z.array(Carried) }).meta({
  id: 'MailDetail',
  description: 'A mail with its letters. `source` is there when the relay refused the message itself; the links in it are left out.',
});

/** Mails and what became of them, and the switch for all of them. */
export const mail = [
  endpoint({
    method: 'get',
    path: '/api/v1/mail',
    tag: 'mail',
    summary: 'Whether mail goes out: paused by whom and why, how the relay is, how much waits, who cannot be reached.',
    allow: 'oversee',
    output: MailState,
    handle: async ({ api: { store, clock } }) => mailState(store, clock.now()),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/mail/pause',
    tag: 'mail',
    summary: 'Send no mail to anybody until it is resumed, with a reason. Dates and escalations go on.',
    allow: 'manage',
    body: z.strictObject({ reason: Sentence }),
    output: MailState,
    also: { 409: 'Mail is paused already.' },
    handle: async ({ api, caller, body: { reason }, key }) => {
      await pauseMail(api, { actor: actorOf(caller), reason, key });
      return mailState(api.store, api.clock.now());
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/mail/resumption',
    tag: 'mail',
    summary: 'Send mail again. Of what was missed meanwhile, each person gets the latest that still applies.',
    allow: 'manage',
    output: MailState,
    also: { 409: 'Mail is not paused.' },
    handle: async ({ api, caller, key }) => {
      await resumeMail(api, { actor: actorOf(caller), key });
      return mailState(api.store, api.clock.now());
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/mails',
    tag: 'mail',
    summary: 'Mails and what became of them, the newest first: all for those who oversee, your own otherwise.',
    allow: 'signedIn',
    query: z.strictObject({ state: Mail.shape.state.optional(), person: z.string().max(40).optional(), ...pageQuery }),
    output: pageOf(MailLine),
    handle: async ({ api: { store }, caller, query: { cursor, limit, ...wanted } }) => {
      const filter = { $and: [await scope(caller, 'mails', store), wanted] };
      const { items, next } = await page(store.mails, filter, { cursor, limit }, { field: 'at', direction: -1 });
      return { items: items.map(({ source: _source, ...line }) => line), ...(next !== undefined && { next }) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/mails/{id}',
    tag: 'mail',
    summary: 'One mail with its letters.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(40) }),
    output: MailDetail,
    handle: async ({ api: { store }, caller, params }) => {
      const found = await store.mails.first({ $and: [{ _id: params.id }, await scope(caller, 'mails', store)] });
      if (found === undefined) throw notFound();
      const letters = await store.letters.find({ mail: found.id }, { sort: { at: 1, _id: 1 } });
      return { ...found, carries: letters.map(({ id, kind, run, task, at, state }) => ({ id, kind, run, task, at, state })) };
    },
  }),
];
