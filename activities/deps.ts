import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../models/store.ts';

/** What activities need of the world. Composed in worker/main.ts. */
export type Deps = {
  store: Store;
  client: Client;
  clock: Clock;
  log: Logger;
};

/** A mail on its way out. One recipient, always as an object: an address in a string can be made to mean somebody else. */
export type OutgoingMail = {
  messageId: string;
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** The first mail of the thread, and all that it follows. */
  inReplyTo?: string;
  references?: readonly string[];
  /** What this mail belongs to, for programs that sort by it and not by references. */
  threadTopic?: string;
  calendar: readonly CalendarFilePart[];
  /** Where one chooses when mail comes; on daily mails only. */
  unsubscribe?: string;
};

export type CalendarFilePart = { content: string; method: 'PUBLISH' | 'CANCEL' };

/** Hands one mail to the relay; resolves with the relay's answer, throws what nodemailer throws, with `maybeTaken` when the relay had all of it. */
export type Relay = { send(mail: OutgoingMail): Promise<string> };

export type MailDeps = Deps & {
  relay: Relay;
  /** PUBLIC_URL without a slash at its end. */
  publicUrl: string;
  from: string;
  secret: string;
};
