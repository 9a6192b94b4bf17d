import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** What the server does at one stage of a conversation: an answer with a code, silence, or a cut line. */
export type Move = [code: number, text: string] | 'silence' | 'cut';

/** One conversation. Stages without a move go well; `dot` is after the whole message was read and kept. */
export type Script = { greeting?: Move; login?: Move; sender?: Move; recipient?: Move; dot?: Move };

export type Kept = { to: string[]; source: string };

export type ScriptedSmtp = {
  port: number;
  url: string;
  /** The scripts of the next conversations, one each; after them all goes well. */
  play(...scripts: Script[]): void;
  conversations(): number;
  kept: Kept[];
  stop(): Promise<void>;
};

type Answer = (fault?: Error | null) => void;

/**
 * A mail server that plays what it is told, for each row of what can go wrong. Without `tls` it does not offer to encrypt; `login` answers everybody who
 * signs in, `toEach` every recipient.
 */
export async function scriptedSmtp(
  options: { port?: number; tls?: boolean; login?: () => Move | undefined; toEach?: (recipient: string) => Move | undefined } = {},
): Promise<ScriptedSmtp> {
  const waiting: Script[] = [];
  const playing = new Map<string, Script>();
  const sockets = new Set<Socket>();
  const kept: Kept[] = [];
  let conversations = 0;

  const cut = ({ remotePort }: SMTPServerSession) => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
  };
  const make = (session: SMTPServerSession, stage: keyof Script, answer: Answer) => {
    const move = playing.get(session.id)?.[stage];
    if (move === undefined) return answer();
    if (move === 'cut') return cut(session);
    if (move !== 'silence') answer(Object.assign(new Error(move[1]), { responseCode: move[0] }));
  };

  const server = new SMTPServer({
    ...{ disableReverseLookup: true, authOptional: options.login === undefined, allowInsecureAuth: true, closeTimeout: 100 },
    disabledCommands: [...(options.tls === true ? [] : ['STARTTLS']), ...(options.login === undefined ? ['AUTH'] : [])],
    onConnect(session, answer: Answer) {
      conversations += 1;
      playing.set(session.id, waiting.shift() ?? {});
      make(session, 'greeting', answer);
    },
    onAuth(_auth, session, answer) {
      const login = options.login?.();
      if (login !== undefined) playing.set(session.id, { ...playing.get(session.id), login });
      make(session, 'login', (fault) => (fault ? answer(fault) : answer(null, { user: 'isms' })));
    },
    onMailFrom: (_address, session, answer: Answer) => make(session, 'sender', answer),
    onRcptTo({ address }, session, answer: Answer) {
      const recipient = options.toEach?.(address);
      if (recipient !== undefined) playing.set(session.id, { ...playing.get(session.id), recipient });
      make(session, 'recipient', answer);
    },
    onData(stream, session, answer: Answer) {
      const keep = async () => {
        const source = (await buffer(stream)).toString('utf8');
        const move = playing.get(session.id)?.dot;
        if (!Array.isArray(move)) kept.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
        make(session, 'dot', answer);
      };
      keep().catch(answer);
    },
  } satisfies SMTPServerOptions);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('error', () => undefined); // a client that hangs up is what half of the scripts are about
  const listening = server.listen(options.port ?? 0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    ...{ port, url: `smtp://${options.login === undefined ? '' : 'isms:wrong@'}127.0.0.1:${port}`, kept },
    play: (...scripts) => void waiting.push(...scripts),
    conversations: () => conversations,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
