import { type Request, type Response, Router } from 'express';
import { digestsAround, isQuietAt, mailTimesOf } from '../../domain/mailTimes.ts';
import { ClockTime } from '../../domain/records/common.ts';
import type { MailPreference } from '../../domain/records/mailPreference.ts';
import type { Settings } from '../../domain/records/settings.ts';
import { calendarOf, siteOf } from '../../domain/sites.ts';
import { places } from '../../domain/words/places.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { pauseOf } from '../../models/mailSwitch.ts';
import { changeRecord } from '../../models/registers.ts';
import { calendarAddress, newCalendarAddress, revokeCalendarAddress } from '../calendar/address.ts';
import type { Api } from '../deps.ts';
import { wakeLetterbox } from '../mailCommands.ts';
import { actorOf, type Caller } from '../policy.ts';
import { formFits, readerFrom, signedInFrame } from './signedIn.ts';
import { myMailPage } from './views/myMailPage.tsx';
import type { MyMailForm, MyMailPage } from './views/types.ts';

const notices: Record<string, NonNullable<MyMailPage['notice']>> = { saved: 'saved', newAddress: 'newAddress', revoked: 'revoked' };
const calendarPath = `${places.myMail}/calendar`;

/** When mail comes to whoever is signed in, and the address of their calendar. */
export function myMail(api: Api): Router {
  const router = Router({ caseSensitive: true });
  router.get(places.myMail, async (request, response) => {
    const caller = await readerFrom(api, request);
    await show(api, request, response, caller, { notice: notices[String(request.query.notice)] });
  });
  router.post(places.myMail, async (request, response) => {
    const caller = await readerFrom(api, request);
    const form = typedIn(request);
    const problem = formFits(api, request) ? problemOf(await settingsNow(api.store), form) : 'expired';
    if (problem !== undefined) return show(api, request, response, caller, { form, problem });
    await save(api, caller, preferenceOf(form));
    response.redirect(303, `${places.myMail}?notice=saved`);
  });
  router.post(calendarPath, async (request, response) => {
    const caller = await readerFrom(api, request);
    if (!formFits(api, request)) return show(api, request, response, caller, { problem: 'expired' });
    const isNew = textOf(request, 'act') === 'new';
    await (isNew ? newCalendarAddress(api, caller.id) : revokeCalendarAddress(api, caller.id));
    response.redirect(303, `${places.myMail}?notice=${isNew ? 'newAddress' : 'revoked'}`);
  });
  return router;
}

function textOf(request: Request, field: string): string {
  const value = ((request.body ?? {}) as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

const timeOf = (text: string): string => (ClockTime.safeParse(text).success ? text : '');

function typedIn(request: Request): MyMailForm {
  const digest = textOf(request, 'digest');
  return {
    digest: digest === 'atOnce' || digest === 'daily' ? digest : '',
    ...{ hour: timeOf(textOf(request, 'hour')), from: timeOf(textOf(request, 'from')), to: timeOf(textOf(request, 'to')) },
  };
}

const preferenceOf = ({ digest, hour, from, to }: MyMailForm): MailPreference => ({
  ...(digest !== '' && { digest }),
  ...(hour !== '' && { hour }),
  ...(from !== '' && to !== '' && { quiet: { from, to } }),
});

const formOf = ({ digest, hour, quiet }: MailPreference): MyMailForm => ({
  ...{ digest: digest ?? '', hour: hour ?? '', from: quiet?.from ?? '', to: quiet?.to ?? '' },
});

function problemOf(settings: Settings, form: MyMailForm): MyMailPage['problem'] {
  if ((form.from === '') !== (form.to === '')) return 'quietHalf';
  const { digest, hour, quiet } = mailTimesOf(settings, { mail: preferenceOf(form) });
  return digest === 'daily' && isQuietAt(quiet, hour) ? 'quietHour' : undefined;
}

async function save(api: Api, caller: Caller, preference: MailPreference): Promise<void> {
  const { store, clock } = api;
  const mail = Object.keys(preference).length === 0 ? undefined : preference;
  const { version } = (await store.people.get(caller.id)) ?? caller.person;
  await changeRecord(store, {
    ...{ register: 'people', id: caller.id, version, set: { mail }, at: clock.now(), actor: actorOf(caller), event: 'changed' },
  });
  await wakeLetterbox(api, caller.id);
}

async function show(
  api: Api,
  request: Request,
  response: Response,
  caller: Caller,
  more: Pick<MyMailPage, 'notice' | 'problem'> & { form?: MyMailForm },
): Promise<void> {
  const settings = await settingsNow(api.store);
  const { person } = caller;
  const times = mailTimesOf(settings, person);
  const calendar = calendarOf(settings, person);
  response.status(more.problem === undefined ? 200 : more.problem === 'expired' ? 403 : 422).send(
    myMailPage({
      ...(await signedInFrame(api, request, caller)),
      ...{ action: places.myMail, form: formOf(person.mail ?? {}), usual: mailTimesOf(settings, {}), site: siteOf(settings, person).name },
      ...(times.digest === 'daily' && { next: digestsAround(calendar, times.hour, api.clock.now()).next }),
      calendar: { action: calendarPath, url: (await calendarAddress(api, caller.id))?.url },
      ...(person.unreachable !== undefined && { unreachable: { since: person.unreachable.since, email: person.email } }),
      ...{ paused: (await pauseOf(api.store)) !== undefined, ...more },
    }),
  );
}
