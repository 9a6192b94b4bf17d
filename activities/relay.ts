import nodemailer from 'nodemailer';
import type { OutgoingMail, Relay } from './deps.ts';

/** A relay by SMTP. `redirectTo` sends everything to one address, for a trial; the name still says for whom it was. `verify` greets it and signs in, and sends nothing. */
export function createRelay(options: { url: string; redirectTo?: string | undefined }): Relay & { verify(): Promise<void>; close(): void } {
  const transport = nodemailer.createTransport({
    url: options.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 5 * 60_000, // shorter ones make duplicates: after DATA nobody knows who owns the message
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      const info = await transport.sendMail(messageOf(mail, options.redirectTo));
      return String((info as { response?: unknown }).response ?? '250');
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

const messageOf = (mail: OutgoingMail, redirectTo: string | undefined) => ({
  messageId: mail.messageId,
  from: mail.from,
  to: redirectTo === undefined ? mail.to : { name: `${mail.to.name} <${mail.to.address}>`, address: redirectTo },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  ...(mail.inReplyTo !== undefined && { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  ...(mail.calendar !== undefined && { icalEvent: { method: mail.calendar.method, filename: 'due.ics', content: mail.calendar.content } }),
});

/** The relay said no, or nobody was spoken to at all: this copy is certainly nobody's. Anything else leaves open who has it. */
export function isNotHandedOver(failure: unknown): boolean {
  const { code, responseCode, syscall } = failure as { code?: string; responseCode?: number; syscall?: string };
  return responseCode !== undefined || syscall === 'connect' || code === 'EDNS' || code === 'EAUTH' || code === 'ETLS';
}

/** Final: the relay has refused this mail and will refuse it again. Everything else is worth another try. */
export function isFinalRefusal(failure: unknown): boolean {
  const { code, responseCode } = failure as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}
