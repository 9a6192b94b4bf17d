import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the virus scanner says of a file; `unknown` when it cannot be asked. */
export type Scan = (path: string) => Promise<'clean' | 'infected' | 'unknown'>;

const patienceMs = 60_000;

/** Asks clamd at `host:port` by its INSTREAM command: the content with its length before it, and an empty piece at the end. */
export const clamdScan =
  (address: string, tell: (failure: unknown) => void): Scan =>
  async (path) => {
    try {
      const answer = await asked(address, path);
      if (/ FOUND\0?$/.test(answer)) return 'infected';
      if (/: OK\0?$/.test(answer)) return 'clean';
      throw new Error(`clamd answers ${JSON.stringify(answer)}`);
    } catch (failure) {
      tell(failure);
      return 'unknown';
    }
  };

async function asked(address: string, path: string): Promise<string> {
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(address) ?? [];
  const content = await readFile(path);
  const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port: Number(port) });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd does not answer')));
  socket.write(Buffer.concat([Buffer.from('zINSTREAM\0'), lengthOf(content), content, lengthOf(Buffer.alloc(0))]));
  return text(socket);
}

function lengthOf({ length }: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
