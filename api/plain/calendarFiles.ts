import { Router } from 'express';
import { icalendarOf } from '../../domain/icalendar.ts';
import { notFound } from '../../domain/refusal.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { readerOfCalendar } from '../calendar/address.ts';
import { calendarItems } from '../calendar/items.ts';
import type { Api } from '../deps.ts';
import { secretPath } from '../headers.ts';
import type { Limits } from '../limits.ts';

/** `/calendar/{token}.ics`, for calendar programs. An unknown token, one that was revoked and one of somebody who has left are all the same. */
export function calendarFiles(api: Api, limits: Limits): Router {
  const router = Router({ caseSensitive: true });
  router.use('/calendar', secretPath);
  router.get('/calendar/:token.ics', ...limits.link, async (request, response) => {
    const person = await readerOfCalendar(api, String(request.params.token));
    if (person === undefined) throw notFound();
    const { organization } = await settingsNow(api.store);
    const items = await calendarItems(api, person);
    response.type('text/calendar; charset=utf-8').send(icalendarOf({ name: `ISMS, ${organization}`, now: api.clock.now(), items }));
  });
  return router;
}
