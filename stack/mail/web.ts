import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import { root } from '../root.ts';
import { mailApi, summaries } from './api.ts';
import { headerLines, messageOf, parse, type Summary } from './message.ts';
import { listPage, messagePage, missingPage } from './pages.tsx';
import type { Rules } from './rules.ts';
import type { MailStore } from './store.ts';

const pageSize = 50;

const ownPages =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A mail comes from anywhere: it may show itself, and open links in a new window. */
const foreignPage =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The web side of the sink: a list, a page for each message, and Mailpit's API. */
export function mailPages(store: MailStore, rules: Rules): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': ownPages,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    next();
  });
  app.use(mailApi(store, rules));
  for (const file of ['sink.css', 'refresh.js'])
    app.get(`/${file}`, (_request, response) => response.sendFile(join(root, 'stack', 'mail', file)));

  app.get('/', async ({ query }, response) => {
    const search = typeof query.find === 'string' ? query.find.trim() : '';
    const start = Math.max(0, Number.parseInt(String(query.start ?? '0'), 10) || 0);
    const found = await find(store, search, start);
    const older = new URLSearchParams({ find: search, start: String(start + pageSize) });
    response.send(listPage({ ...found, search, more: found.more ? `/?${older}` : undefined }));
  });

  app.get('/mail/:id', async ({ params, query }, response) => {
    const stored = await store.read(params.id);
    if (stored === undefined) return nothing(response);
    const mail = await parse(stored);
    const message = messageOf(stored, mail);
    const usual = message.HTML === '' ? 'text' : 'html';
    const shown = query.show === 'headers' || query.show === 'text' ? query.show : usual;
    return response.send(messagePage(message, shown, headerLines(mail)));
  });

  app.get('/view/:id.html', async ({ params }, response) => {
    const stored = await store.read(params.id);
    if (stored === undefined) return nothing(response);
    response.set('Content-Security-Policy', foreignPage);
    return response.send(linksInNewWindows(messageOf(stored, await parse(stored)).HTML));
  });

  app.use((_request, response) => nothing(response));
  return app;
}

const nothing = (response: Response) => response.status(404).send(missingPage());

function linksInNewWindows(html: string): string {
  const base = '<base target="_blank">';
  return /<head[\s>]/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}

async function find(store: MailStore, search: string, start: number): Promise<{ messages: Summary[]; total: number; more: boolean }> {
  if (search === '') {
    const messages = await summaries(store, store.ids().slice(start, start + pageSize));
    return { messages, total: store.total(), more: store.total() > start + pageSize };
  }
  const fitting = (await summaries(store, store.ids())).filter((message) => textOf(message).includes(search.toLowerCase()));
  return { messages: fitting.slice(start, start + pageSize), total: fitting.length, more: fitting.length > start + pageSize };
}

function textOf({ From, To, Cc, Bcc, Subject }: Summary): string {
  const people = [From, ...To, ...Cc, ...Bcc].flatMap(({ Name, Address }) => [Name, Address]);
  return [...people, Subject].join(' ').toLowerCase();
}
