import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { mayReadMetrics } from '../domain/metricsAccess.ts';

export type HealthServerOptions = {
  port: number;
  /** Without it only this machine is answered. */
  token: string | undefined;
  registry: Registry;
  /** Where Temporal's own metrics of this process are, if anywhere. */
  sdkMetrics?: string;
  isAlive(): boolean;
};

/** A worker's `GET /healthz` and `GET /metrics`: its own, and below them those of Temporal's worker. */
export async function startHealthServer(options: HealthServerOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(options, request).then(
      (text) => send(response, text),
      () => send(response, { status: 500, body: 'The metrics cannot be read.\n' }),
    );
  });
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, { port, token }: HealthServerOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(token === undefined && { host: '127.0.0.1' }) }, () => resolve());
  });

type Text = { status: number; body: string; type?: string };

async function answer(options: HealthServerOptions, request: IncomingMessage): Promise<Text> {
  const path = request.url?.split('?')[0];
  const isKnown = request.method === 'GET' && (path === '/healthz' || path === '/metrics');
  if (!isKnown) return { status: 404, body: 'There is nothing here.\n' };
  if (path === '/healthz')
    return options.isAlive() ? { status: 200, body: 'alive\n' } : { status: 503, body: 'The worker is not at work.\n' };
  if (!mayReadMetrics(request, options.token)) return { status: 401, body: 'Send METRICS_TOKEN as the bearer token.\n' };
  return { status: 200, body: (await options.registry.metrics()) + (await ofSdk(options)), type: options.registry.contentType };
}

async function ofSdk({ sdkMetrics }: HealthServerOptions): Promise<string> {
  if (sdkMetrics === undefined) return '';
  return (await fetch(sdkMetrics, { signal: AbortSignal.timeout(5_000) })).text();
}

function send(response: ServerResponse, { status, body, type = 'text/plain; charset=utf-8' }: Text): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
}
