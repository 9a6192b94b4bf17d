import { z } from 'zod';
import { systemNow, toMs } from '../../domain/clock.ts';
import type { Context } from '../context.ts';
import { Refused } from '../failures.ts';
import { counted } from '../words.ts';

const Finding = z.looseObject({
  check: z.string(),
  title: z.string(),
  state: z.enum(['ok', 'warning', 'wrong']),
  says: z.string(),
  todo: z.string().optional(),
});
type Finding = z.infer<typeof Finding>;

const Health = z.looseObject({ at: z.string(), checks: z.array(Finding) });
const Readiness = z.looseObject({ database: z.string(), temporal: z.string(), worker: z.string() });

/** Looks at everything an operator would look at; refuses when something is wrong. */
export async function doctor({ client, output }: Context): Promise<void> {
  const begun = performance.now();
  const readiness = await client.ready(Readiness);
  const api: Finding = { check: 'api', title: 'API', state: 'ok', says: `It answers, in ${Math.round(performance.now() - begun)} ms.` };
  output.progress('Looking at everything …');
  const checks = [api, ...(readiness.database === 'ok' ? await everything({ client }) : withoutDatabase(readiness))];
  const wrong = checks.filter(({ state }) => state === 'wrong').length;
  output.result({ healthy: wrong === 0, checks }, lines(output, checks));
  if (wrong > 0) throw new Refused('unhealthy', `${counted(wrong, 'thing is', 'things are')} wrong.`);
}

async function everything({ client }: Pick<Context, 'client'>): Promise<Finding[]> {
  const before = toMs(systemNow());
  const { at, checks } = await client.get('/health', Health);
  // Between our asking and our hearing lies the moment at which the other clock was read.
  const aheadMs = Math.max(0, before - toMs(at)) + Math.min(0, toMs(systemNow()) - toMs(at));
  return [...checks, ...(Math.abs(aheadMs) > 5_000 ? [clockOf(aheadMs)] : [])];
}

const clockOf = (aheadMs: number): Finding => ({
  ...{ check: 'clocks', title: 'Clocks', state: 'warning' },
  says: `This machine is ${(Math.abs(aheadMs) / 1000).toFixed(0)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} the API's.`,
  todo: 'Let all machines keep their time by NTP.',
});

/** Without the database nobody can sign in, so that only what everybody may know is left. */
function withoutDatabase({ temporal, worker }: z.infer<typeof Readiness>): Finding[] {
  const seen = (check: string, title: string, state: string, todo: string): Finding =>
    state === 'ok' ? { check, title, state: 'ok', says: 'Reachable.' } : { check, title, state: 'wrong', says: `It is ${state}.`, todo };
  return [
    seen(
      'database',
      'Database',
      'unreachable',
      'See that MongoDB runs and is reached under MONGODB_URI. All else can be looked at when it is back.',
    ),
    seen('temporal', 'Temporal', temporal, 'See that Temporal runs and is reached under TEMPORAL_ADDRESS.'),
    seen('worker', 'Workers', worker, 'Start a worker, or look into its log.'),
  ];
}

const marks = { ok: 'ok', warning: 'look', wrong: 'WRONG' } as const;

function lines(output: Context['output'], checks: readonly Finding[]): string[] {
  const rows = checks.map(({ title, state, says, todo }) => [marks[state], title, says, todo ?? '']);
  const count = (state: Finding['state']) => checks.filter((one) => one.state === state).length;
  return [
    ...output.table({ head: ['', 'What', 'Found', 'What to do'], rows }),
    '',
    `${counted(count('wrong'), 'thing')} wrong, ${counted(count('warning'), 'thing')} to look at, ${count('ok')} well.`,
  ];
}
