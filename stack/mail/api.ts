import { json, Router } from 'express';
import { z } from 'zod';
import { headerLines, messageOf, parse, partOf, type Summary } from './message.ts';
import { MailRule, type Rules } from './rules.ts';
import type { MailStore } from './store.ts';

const Paging = z.object({ start: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(0).default(50) });
const Removal = z.object({ IDs: z.array(z.string()).optional() }).optional();

/** Mailpit's addresses and answers for reading and removing mail, and `PUT /hook` for the rules. */
export function mailApi(store: MailStore, rules: Rules): Router {
  const router = Router();
  router.use(json());

  router.get('/api/v1/messages', async (request, response) => {
    const paging = Paging.safeParse(request.query);
    if (!paging.success) return response.status(400).json({ Error: 'start and limit are whole numbers' });
    const { start, limit } = paging.data;
    const messages = await summaries(store, store.ids().slice(start, start + limit));
    const total = store.total();
    return response.json({
      total,
      unread: total,
      count: messages.length,
      messages_count: total,
      messages_unread: total,
      start,
      tags: [],
      messages,
    });
  });

  router.delete('/api/v1/messages', async (request, response) => {
    const ids = Removal.parse(request.body)?.IDs;
    await store.remove(ids === undefined || ids.length === 0 ? undefined : ids);
    response.type('text').send('ok');
  });

  router.get('/api/v1/message/:id', async ({ params }, response) => {
    const stored = await store.read(resolved(store, params.id));
    if (stored === undefined) return response.status(404).json({ Error: 'message not found' });
    return response.json(messageOf(stored, await parse(stored)));
  });

  router.get('/api/v1/message/:id/headers', async ({ params }, response) => {
    const stored = await store.read(resolved(store, params.id));
    if (stored === undefined) return response.status(404).json({ Error: 'message not found' });
    const headers: Record<string, string[]> = {};
    for (const { name, value } of headerLines(await parse(stored))) headers[name] = [...(headers[name] ?? []), value];
    return response.json(headers);
  });

  router.get('/api/v1/message/:id/raw', async ({ params }, response) => {
    const stored = await store.read(resolved(store, params.id));
    if (stored === undefined) return response.status(404).json({ Error: 'message not found' });
    return response.type('text').send(stored.source);
  });

  router.get('/api/v1/message/:id/part/:part', async ({ params }, response) => {
    const stored = await store.read(resolved(store, params.id));
    const part = stored === undefined ? undefined : partOf(await parse(stored), params.part);
    if (part === undefined) return response.status(404).json({ Error: 'message or part not found' });
    return response.type(part.contentType).attachment(part.filename).send(part.content);
  });

  router.put('/hook', (request, response) => {
    const next = z.strictObject({ rules: z.array(MailRule) }).safeParse(request.body);
    if (!next.success) return response.status(400).json({ Error: z.prettifyError(next.error) });
    rules.replace(next.data.rules);
    return response.json({ rules: rules.list() });
  });

  return router;
}

export async function summaries(store: MailStore, ids: readonly string[]): Promise<Summary[]> {
  const found = await Promise.all(ids.map((id) => store.summary(id)));
  return found.filter((summary) => summary !== undefined);
}

const resolved = (store: MailStore, id: string) => (id === 'latest' ? (store.ids()[0] ?? id) : id);
