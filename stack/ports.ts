import { type AddressInfo, connect, createServer } from 'node:net';

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('this machine has no free port');
  return port;
}

/** The usual port if nobody listens on it, else a free one. */
export async function usualPort(usual: number): Promise<number> {
  return (await listenOnce(usual)) ?? freePort();
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
