import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { type RequestHandler, type Response, Router } from 'express';
import { notFound } from '../domain/refusal.ts';
import { callerFrom } from './callers.ts';
import type { Api } from './deps.ts';
import { cockpitHeaders, neverStored } from './headers.ts';
import { toSignIn } from './plain/signedIn.ts';

type File = { type: string; plain: Buffer; brotli: Buffer };

const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', json: 'application/json' };
const yearSeconds = 31_536_000;

/** The pages of the cockpit: one document, with a nonce of its own for the styles that its components write, and files that never change. */
export function cockpit(api: Api, folder: URL, session: RequestHandler): Router {
  const router = Router({ caseSensitive: true });
  const built = filesIn(folder);
  router.get('/cockpit/*file', (request, response, next) => {
    const file = built.files.get(request.path);
    if (file === undefined) return next();
    const isHashed = request.path.startsWith('/cockpit/assets/');
    response.set('Cache-Control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    give(response, file, /\bbr\b/.test(request.get('Accept-Encoding') ?? ''));
  });
  router.get(['/cockpit', '/cockpit/*page'], neverStored, session, async (request, response) => {
    if (request.path.startsWith('/cockpit/assets/')) throw notFound();
    if ((await callerFrom(request, api.store)) === undefined) return toSignIn(request, response);
    const nonce = randomBytes(16).toString('base64');
    cockpitHeaders(nonce)(request, response, () => response.type('html').send(built.page.replaceAll('%NONCE%', nonce)));
  });
  return router;
}

function give(response: Response, { type, plain, brotli }: File, takesBrotli: boolean): void {
  response.type(type).set('Vary', 'Accept-Encoding');
  if (takesBrotli) response.set('Content-Encoding', 'br');
  response.end(takesBrotli ? brotli : plain);
}

/** All of them, read once: nothing that a request names is ever looked for on the disk. */
function filesIn(folder: URL): { page: string; files: Map<string, File> } {
  const root = fileURLToPath(folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry): [string, File] => {
    const path = join(entry.parentPath, entry.name);
    const plain = readFileSync(path);
    const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    return [
      `/cockpit/${path.slice(root.length).replaceAll('\\', '/')}`,
      { type: types[path.split('.').at(-1) ?? ''] ?? 'text/plain', plain, brotli },
    ];
  });
  const page = files.find(([path]) => path === '/cockpit/index.html')?.[1].plain.toString('utf8');
  if (page === undefined) throw new Error(`the cockpit was not built: there is no index.html in ${root}`);
  return { page, files: new Map(files.filter(([path]) => !path.endsWith('.html'))) };
}
