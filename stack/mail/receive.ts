import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { envelopeHeader } from './message.ts';
import type { Rules } from './rules.ts';
import type { MailStore } from './store.ts';

type Answer = (fault?: Error | null) => void;

/** The SMTP side: whatever arrives is kept, unless a rule says otherwise. */
export async function receiveMail(port: number, store: MailStore, rules: Rules) {
  const sockets = new Set<Socket>();
  const leaving = new Set<string>();
  const drop = ({ remotePort }: SMTPServerSession) => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
  };

  const server = new SMTPServer({
    ...{
      banner: 'Fourstroke mail sink',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      authOptional: true,
      size: 25 * 1024 * 1024,
      closeTimeout: 500,
    },
    onRcptTo({ address }, session, answer: Answer) {
      const action = rules.next(address);
      if (action === 'hang') return;
      if (action === 'drop') return drop(session);
      if (action === 'refuseForNow') return answer(refusal(451, '4.3.0 Try again later'));
      if (action === 'refuse') return answer(refusal(550, '5.1.1 No such mailbox'));
      if (action === 'keepAndDrop') leaving.add(session.id);
      answer();
    },
    onData(stream, session, answer: Answer) {
      const keep = async () => {
        await store.add(Buffer.concat([envelopeOf(session), await buffer(stream)]));
        if (leaving.delete(session.id)) drop(session);
        else answer();
      };
      keep().catch(answer);
    },
  });
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // A client that hangs up in the middle is its own business, and what a rule cuts off looks the same.
  server.on('error', (fault) => process.stderr.write(`${fault.message}\n`));

  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return { port: (listening.address() as AddressInfo).port, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

function envelopeOf({ envelope }: SMTPServerSession): Buffer {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  const to = envelope.rcptTo.map(({ address }) => address).join(', ');
  return Buffer.from(`Return-Path: <${from}>\r\n${envelopeHeader}: ${to}\r\n`);
}

const refusal = (responseCode: number, sentence: string) => Object.assign(new Error(sentence), { responseCode });
