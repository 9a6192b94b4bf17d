import { z } from 'zod';
import { Day, Period, Sentence } from '../../domain/records/common.ts';
import { Cadence, ScheduleDetail } from '../../domain/records/schedule.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../policy.ts';
import { backfill, changeSchedule, detailOf, scheduleOf, trigger, waivePeriod } from '../schedules.ts';

const process = z.strictObject({
  process: z.string().max(81).meta({ description: 'A process such as riskReview, or riskReview.monthly.' }),
});
const Version = z.int().min(1).meta({ description: 'The version you read; another one is refused as stale.' });
const OpenedRun = z.strictObject({ period: Period, run: z.string() }).meta({ id: 'OpenedRun' });

export const schedules = [
  endpoint({
    method: 'get',
    path: '/api/v1/schedules',
    tag: 'schedules',
    summary: 'What opens by itself, and when.',
    allow: 'signedIn',
    output: z.strictObject({ items: z.array(ScheduleDetail) }),
    handle: async ({ api }) => ({ items: await Promise.all((await api.store.schedules.find({})).map((one) => detailOf(api, one))) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/schedules/{process}',
    tag: 'schedules',
    summary: 'One schedule with its next ten openings and what was missed.',
    allow: 'signedIn',
    params: process,
    output: ScheduleDetail,
    handle: async ({ api, params }) => detailOf(api, await scheduleOf(api, params.process)),
  }),
  endpoint({
    method: 'put',
    path: '/api/v1/schedules/{process}',
    tag: 'schedules',
    summary: 'Another cadence; runs that are open keep what they promised.',
    allow: 'manage',
    params: process,
    body: z.strictObject({ cadence: Cadence, version: Version }),
    output: ScheduleDetail,
    also: { 409: 'The version is not the current one.' },
    handle: async ({ api, params, caller, body: { version, cadence } }) =>
      changeSchedule(api, params.process, { version, set: { cadence }, actor: actorOf(caller), event: 'changed' }),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/schedules/{process}/trigger',
    tag: 'schedules',
    summary: 'Open the run of the current period now. It opens once, however often this is asked.',
    allow: 'manage',
    params: process,
    output: OpenedRun,
    handle: async ({ api, params, caller }) => trigger(api, params.process, actorOf(caller)),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/schedules/{process}/pause',
    tag: 'schedules',
    summary: 'Open nothing by itself until it is resumed, with a reason.',
    allow: 'manage',
    params: process,
    body: z.strictObject({ note: Sentence, version: Version }),
    output: ScheduleDetail,
    also: { 409: 'The version is not the current one.' },
    handle: async ({ api, params, caller, body: { note, version }, key }) =>
      changeSchedule(api, params.process, { version, set: { paused: true, note }, actor: actorOf(caller), event: 'paused', key }),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/schedules/{process}/resumption',
    tag: 'schedules',
    summary: 'Open by itself again. What was missed meanwhile is shown, and opened or waived by people.',
    allow: 'manage',
    params: process,
    body: z.strictObject({ version: Version }),
    output: ScheduleDetail,
    also: { 409: 'The version is not the current one.' },
    handle: async ({ api, params, caller, body: { version }, key }) =>
      changeSchedule(api, params.process, {
        ...{ version, set: { paused: false, note: undefined } },
        ...{ actor: actorOf(caller), event: 'resumed', key },
      }),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/schedules/{process}/backfill',
    tag: 'schedules',
    summary: 'Open the runs whose day lies in a range of days, each once; at most forty.',
    allow: 'manage',
    params: process,
    body: z.strictObject({ from: Day, to: Day }),
    output: z.strictObject({ items: z.array(OpenedRun) }),
    also: { 422: 'The range is empty, in the future or too long.' },
    handle: async ({ api, params, caller, body }) => ({ items: await backfill(api, params.process, body, actorOf(caller)) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/schedules/{process}/waiver',
    tag: 'schedules',
    summary: 'Say why a period that did not open is not going to.',
    allow: 'manage',
    params: process,
    body: z.strictObject({ period: Period, reason: Sentence, version: Version }),
    output: ScheduleDetail,
    also: { 409: 'The version is not the current one, or the period has a run.', 422: 'The period was not missed.' },
    handle: async ({ api, params, caller, body, key }) => waivePeriod(api, params.process, { ...body, actor: actorOf(caller), key }),
  }),
];
