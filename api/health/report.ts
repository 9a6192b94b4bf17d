import { systemNow } from '../../domain/clock.ts';
import { impersonal } from '../../domain/impersonal.ts';
import type { Finding, Health } from '../../domain/records/health.ts';
import type { Api } from '../deps.ts';
import { clockChecks } from './clocks.ts';
import { configurationChecks } from './configuration.ts';
import { databaseChecks } from './database.ts';
import type { Check, Look } from './finding.ts';
import { mailChecks } from './mail.ts';
import { temporalChecks } from './temporal.ts';
import { upkeepChecks } from './upkeep.ts';

const checks: readonly Check[] = [
  ...databaseChecks,
  ...temporalChecks,
  ...upkeepChecks,
  ...mailChecks,
  ...clockChecks,
  ...configurationChecks,
];
const patienceMs = 12_000;

/** Looks at everything at once; nothing is changed by it, and no mail is sent. */
export async function healthOf(api: Api): Promise<Health> {
  const found = (await Promise.all(checks.map((check) => findingsOf(api, check)))).flat();
  return { healthy: found.every(({ state }) => state !== 'wrong'), at: systemNow(), checks: found };
}

async function findingsOf(api: Api, { check, title, todo, look }: Check): Promise<Finding[]> {
  const looks = await inTime(look(api)).catch(
    (failure): Look => ({ state: 'wrong', says: `It cannot be told: ${impersonal(failure).says}` }),
  );
  return [looks].flat().map((one) => ({ check, title, ...(one.state !== 'ok' && { todo }), ...one }));
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} seconds`)), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
