import { type AddressInfo, connect, createServer } from 'node:net';
import { StartFailure } from './startFailure.ts';

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('this machine has no free port');
  return port;
}

/** True when nobody listens on that port. */
export const isFree = async (port: number): Promise<boolean> => (await listenOnce(port)) !== undefined;

/** True when somebody accepts connections on that port; it never takes the port itself, not even for a moment. */
export function portAnswers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const answer = (answers: boolean) => () => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });
}

/** Refuses (StartFailure) when somebody answers there already: what answers next would be taken for our own server. */
export async function refuseTakenPort(server: string, port: number): Promise<void> {
  if (await portAnswers(port)) throw new StartFailure(`${server} cannot start: port ${port} is taken by another program.`);
}

/** The port that was bound and let go again; undefined when somebody has it. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const bound = (server.address() as AddressInfo).port;
      server.close(() => resolve(bound));
    });
  });
}
