import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runProgram } from '../../cli/program.ts';
import { readClientConfig } from '../../config.ts';

export type Seen = {
  method: string;
  path: string;
  query: URLSearchParams;
  key: string | undefined;
  authorization: string | undefined;
  body: string;
};
export type Said = {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  text?: string /** Cuts the connection instead of answering. */;
  cut?: true;
};
type Answer = (seen: Seen) => Said;

/** A server on a free port that answers as the HTTP contract says; `GET /runs` and the like are without `/api/v1`. */
export class StandIn {
  readonly seen: Seen[] = [];
  private readonly answers = new Map<string, Answer>();
  private readonly server: Server;
  url = '';

  constructor() {
    this.server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const seen = seenOf(request, body);
        this.seen.push(seen);
        const {
          status = 200,
          headers = {},
          body: said,
          text,
          cut,
        } = this.answers.get(`${seen.method} ${seen.path}`)?.(seen) ?? problem(404, 'notFound', 'There is nothing here.');
        if (cut) return request.socket.destroy();
        response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers });
        return response.end(text ?? JSON.stringify(said));
      });
    });
  }

  answer(route: string, answer: Said | Answer): this {
    this.answers.set(route, typeof answer === 'function' ? answer : () => answer);
    return this;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export const problem = (status: number, code: string, detail: string, errors: { path: string; message: string }[] = []): Said => ({
  status,
  body: { type: `urn:fourstroke:problem:${code}`, title: 'No', status, code, detail, errors },
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function seenOf({ method = '', url = '', headers }: IncomingMessage, body: string): Seen {
  const { pathname, searchParams } = new URL(url, 'http://stand.in');
  const key = headers['idempotency-key'];
  return {
    method,
    path: pathname.replace('/api/v1', ''),
    query: searchParams,
    key: String(key ?? ''),
    authorization: headers.authorization,
    body,
  };
}

export type Ran = { code: number; out: string; err: string; waits: number[] };

/** The command line as a person types it, on a terminal of 110 columns when `columns` says so. */
export async function ran(args: string[], env: Readonly<Record<string, string>>, columns?: number): Promise<Ran> {
  const said = { out: '', err: '' };
  const waits: number[] = [];
  const code = await runProgram(args, {
    config: () => readClientConfig(env),
    stdout: { write: (text) => (said.out += Buffer.from(text).toString()), isTTY: columns !== undefined, columns },
    stderr: { write: (text) => (said.err += Buffer.from(text).toString()) },
    wait: async (ms) => void waits.push(ms),
  });
  return { code, ...said, waits };
}
