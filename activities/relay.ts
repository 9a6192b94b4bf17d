import nodemailer from 'nodemailer';
import { mustEncrypt } from '../domain/smtpUrl.ts';
import type { OutgoingMail, Relay } from './deps.ts';

export type RelayOptions = {
  url: string;
  /** Sends everything to one address, for a trial; the name still says for whom it was. */
  redirectTo?: string | undefined;
  patience?: Partial<Patience>;
};

/** How long is waited, in milliseconds: for a connection, for its greeting, for any answer, and for all of it. */
export type Patience = { connection: number; greeting: number; answer: number; all: number };

/** Shorter waits for an answer make duplicates, because after DATA nobody knows who owns the message (RFC 5321 4.5.3.2.6). */
const usual: Patience = { connection: 10_000, greeting: 10_000, answer: 5 * 60_000, all: 9 * 60_000 };

/** A relay by SMTP. `verify` greets it and signs in, and sends nothing. */
export function createRelay({ url, redirectTo, patience = {} }: RelayOptions): Relay & { verify(): Promise<void>; close(): void } {
  const waits = { ...usual, ...patience };
  const transport = nodemailer.createTransport({
    ...{ url, requireTLS: mustEncrypt(url) },
    ...{ connectionTimeout: waits.connection, greetingTimeout: waits.greeting, socketTimeout: waits.answer },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  // The last stream before the socket, which reads it only when the relay has asked for the message.
  transport.use('stream', (mail, done) => {
    const { whole } = mail.data as Watched;
    mail.message.processFunc((message) => message.once('end', whole));
    done();
  });
  return {
    async send(mail) {
      let isWhole = false;
      const watched: Watched = { whole: () => (isWhole = true) };
      try {
        const info = await transport.sendMail({ ...messageOf(mail, redirectTo), ...watched, signal: AbortSignal.timeout(waits.all) });
        const [refused] = (info as { rejectedErrors?: Error[] }).rejectedErrors ?? [];
        if (refused !== undefined) throw refused;
        return String((info as { response?: unknown }).response ?? '250');
      } catch (failure) {
        throw Object.assign(failure as Error, { maybeTaken: isWhole && (failure as { responseCode?: number }).responseCode === undefined });
      }
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

type Watched = { whole: () => void };

const messageOf = (mail: OutgoingMail, redirectTo: string | undefined) => ({
  messageId: mail.messageId,
  from: mail.from,
  to: redirectTo === undefined ? mail.to : { name: `${mail.to.name} <${mail.to.address}>`, address: redirectTo },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  ...(mail.inReplyTo !== undefined && { inReplyTo: mail.inReplyTo, references: [...(mail.references ?? [mail.inReplyTo])] }),
  headers: {
    ...{ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(mail.threadTopic !== undefined && { 'Thread-Topic': mail.threadTopic }),
    ...(mail.unsubscribe !== undefined && { 'List-Unsubscribe': `<${mail.unsubscribe}>` }),
  },
  ...calendarOf(mail),
});

/** Mail programs read one calendar part beside the text; others come as files. */
function calendarOf({ calendar: [first, ...others] }: OutgoingMail) {
  if (first === undefined) return {};
  const attachments = others.map(({ content, method }, n) => ({
    ...{ filename: `due-${n + 2}.ics`, content, contentType: `text/calendar; charset=utf-8; method=${method}` },
  }));
  return { icalEvent: { method: first.method, filename: 'due.ics', content: first.content }, attachments };
}
