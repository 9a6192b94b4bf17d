import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Facts, mailTo, type Name, type SentMail } from './facts.ts';
import { textOf } from './mailbox.ts';
import { newVisitor, type Page, type Visitor } from './visitor.ts';
import type { Watch } from './watch.ts';

/** Somebody with a browser of their own and the mails they got, and nothing else. */
export type Person = Name & { browser: Visitor };

export type Place = { web: string; mail: string; watch: Watch };

export const newPerson = (name: Name): Person => ({ ...name, browser: newVisitor() });

/** Waits for a mail, opens it in the mailbox, and follows its link. */
export async function openLink(at: Place, who: Person, what: string, find: (facts: Facts) => SentMail | undefined): Promise<Page> {
  const { messageId } = await at.watch.until(`${what} to ${who.name}`, find);
  const text = await textOf(at.mail, messageId);
  const link = /https?:\/\/\S+\/(?:a|invite)\/[\w-]{43}/.exec(text)?.[0];
  if (link === undefined) throw new Error(`${what} to ${who.name} has no link.`);
  return must(await who.browser.visit(link), `the link of ${what} to ${who.name}`);
}

/** The page behind the link of the first mail with a letter of these kinds. */
export const openMail = (at: Place, who: Person, kinds: readonly string[], process = 'riskReview'): Promise<Page> =>
  openLink(at, who, `a mail (${kinds.join(', ')})`, (facts) => mailTo(facts, who.id, kinds, process));

const tries = 20;

/** Sends a form, and the same one again while the product says that it cannot take it just now: it is done once. */
export async function send({ watch }: Pick<Place, 'watch'>, what: string, form: () => Promise<Page>): Promise<Page> {
  for (let n = 1; ; n += 1) {
    const page = await form();
    if (page.status !== notNow || n === tries) return must(page, what);
    await watch.pause(1_000);
  }
}

const notNow = 503;

/** A page that came as it should; anything else ends the demo with a sentence. */
export function must(page: Page, what: string): Page {
  if (page.status >= 400) throw new Error(`${capital(what)} was answered with ${page.status}.`);
  return page;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Follows an invitation, sets a password and signs in with it. */
export async function acceptInvitation(at: Place, who: Person, find: (facts: Facts) => SentMail | undefined): Promise<void> {
  const form = await openLink(at, who, 'the invitation', find);
  const password = randomBytes(12).toString('base64url');
  await send(at, `the password of ${who.name}`, () => who.browser.send(form, { password, again: password }));
  await signIn(at, who, password);
}

export async function signIn({ web }: Place, who: Person, password: string): Promise<void> {
  const form = await who.browser.visit(`${web}/sign-in`);
  must(await who.browser.send(form, { email: who.email, password }), `the sign-in of ${who.name}`);
}

const Refused = z.object({ detail: z.string() });

type Sent = { method: 'POST' | 'PATCH'; path: string; body: object };

/** Asks the API as somebody who has signed in, by the cookie of their browser. @throws with the product's own sentence when it refuses */
export async function ask<T extends z.ZodType>(at: Place, who: Person, { method, path, body }: Sent, answer: T): Promise<z.output<T>> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'sec-fetch-site': 'same-origin' };
  const request = { method, headers, body: JSON.stringify(body) };
  for (let n = 1; ; n += 1) {
    const page = await who.browser.ask(`${at.web}/api/v1${path}`, request);
    const said: unknown = JSON.parse(page.html);
    if (page.status < 400) return answer.parse(said);
    if (page.status !== notNow || n === tries) throw new Error(`${who.name} was refused: ${Refused.parse(said).detail}`);
    await at.watch.pause(1_000);
  }
}
