import { z } from 'zod';
import { criteriaPreset } from '../../domain/criteria.ts';
import { RiskCriteria } from '../../domain/records/riskCriteria.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import { chainOf, changeRecord } from '../../models/registers.ts';
import type { Api } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { invalid } from '../mount.ts';
import { actorOf } from '../policy.ts';
import { listing, reading } from '../register.ts';
import { criteriaProblems } from '../registerRules.ts';

const { likelihood, consequence, matrix, acceptableUpTo, bands } = RiskCriteria.shape;

const NewCriteria = z
  .union([
    z.strictObject({ preset: z.union([z.literal(3), z.literal(4), z.literal(5)]) }),
    z.strictObject({ likelihood, consequence, matrix, acceptableUpTo, bands }),
  ])
  .meta({ id: 'NewRiskCriteria', description: 'A preset of three, four or five steps, or scales, table and rules of your own.' });

export const criteria = [
  listing('riskCriteria'),
  reading('riskCriteria'),
  endpoint({
    method: 'post',
    path: '/api/v1/registers/riskCriteria',
    tag: 'registers',
    summary: 'New risk criteria; what is judged from now on names them, earlier assessments keep theirs.',
    allow: 'manage',
    body: NewCriteria,
    output: RiskCriteria,
    status: 201,
    handle: async ({ api, caller, body, key, repeated }) => {
      const made = repeated ? await madeBefore(api, key) : undefined;
      if (made !== undefined) return made;
      const { id, ...set } = RiskCriteria.parse(await draftOf(api, body));
      return changeRecord(api.store, {
        register: 'riskCriteria',
        id,
        set,
        at: api.clock.now(),
        actor: actorOf(caller),
        event: 'created',
        key,
      });
    },
  }),
];

/** The criteria that this very request has made, when its answer was lost. */
async function madeBefore({ store }: Api, key: string): Promise<RiskCriteria | undefined> {
  const newest = await criteriaNow(store);
  const entry = await store.trail.first({ chain: chainOf('riskCriteria', newest.id), seq: 1 });
  return entry?.data.key === key ? newest : undefined;
}

async function draftOf({ store, clock }: Api, body: z.output<typeof NewCriteria>): Promise<RiskCriteria> {
  const numbers = (await store.riskCriteria.find({})).map(({ id }) => Number(id.slice('criteria-'.length)));
  const own = { id: `criteria-${Math.max(0, ...numbers) + 1}`, version: 1, createdAt: clock.now() };
  if ('preset' in body) return criteriaPreset(body.preset, own);
  const wrong = criteriaProblems(body);
  if (wrong.length > 0) throw invalid(422, wrong);
  return { ...body, ...own };
}
