import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { StartFailure } from './startFailure.ts';

// No system gives one of these to a connection or to a server that asks for any port (Linux begins at 32768, macOS and Windows at 49152):
// what is free now is still free when our server binds it seconds later.
const first = 20_000;
const last = 32_767;

/** A port that nobody listens on, chosen at random among those that the system gives to nobody by itself. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const port = randomInt(first, last + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`this machine has no free port from ${first} to ${last}`);
}

/** True when nobody listens on that port. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

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
