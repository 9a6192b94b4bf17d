import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { receiveMail } from './mail/receive.ts';
import { createRules, type MailRule } from './mail/rules.ts';
import { openMailStore } from './mail/store.ts';
import { mailPages } from './mail/web.ts';

export type MailSink = { smtpPort: number; httpPort: number; setRules(rules: readonly MailRule[]): void; stop(): Promise<void> };

/** Receives every mail on `smtpPort`, keeps it in `folder`, and shows it on `httpPort`; port 0 takes a free one. */
export async function startMailSink(options: {
  smtpPort: number;
  httpPort: number;
  folder: string;
  rules?: readonly MailRule[];
}): Promise<MailSink> {
  const rules = createRules(options.rules);
  const store = await openMailStore(options.folder);
  const smtp = await receiveMail(options.smtpPort, store, rules);
  const web = createServer(mailPages(store, rules)).listen(options.httpPort, '127.0.0.1');
  await once(web, 'listening');
  return {
    smtpPort: smtp.port,
    httpPort: (web.address() as AddressInfo).port,
    setRules: rules.replace,
    async stop() {
      web.close();
      web.closeAllConnections();
      await smtp.stop();
    },
  };
}
