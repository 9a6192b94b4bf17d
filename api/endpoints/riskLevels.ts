import { z } from 'zod';
import { HeatMap } from '../../domain/records/dashboard.ts';
import { RiskLevels } from '../../domain/records/riskLevels.ts';
import { RiskTies } from '../../domain/records/riskTies.ts';
import { notFound } from '../../domain/refusal.ts';
import { allOf } from '../../models/filter.ts';
import { heatMapOf } from '../dashboard/heatMap.ts';
import { endpoint } from '../endpoint.ts';
import { ownersIn, RecordOwner } from '../owners.ts';
import { scope, seen } from '../policy.ts';
import { riskQuery, risksWanted } from '../registerLists.ts';
import { levelsOf } from '../riskLevels.ts';
import { tiesOf } from '../riskTies.ts';

const RiskMap = HeatMap.extend({
  owners: z.array(RecordOwner).meta({ description: 'Whose risks you may see, whatever is asked for.' }),
}).meta({ id: 'RiskMap' });

export const riskLevels = [
  endpoint({
    method: 'get',
    path: '/api/v1/risks/map',
    tag: 'registers',
    summary: 'How many risks lie where, inherent, current and target, by the criteria in force.',
    allow: 'signedIn',
    query: z.strictObject(riskQuery),
    output: RiskMap,
    handle: async ({ api: { store }, caller, query }) => {
      const theirs = await scope(caller, 'risks', store);
      const [map, all] = await Promise.all([heatMapOf(store, allOf(theirs, risksWanted(query))), store.risks.pick(theirs, ['owner'])]);
      return { ...map, owners: await ownersIn(store, all) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/risks/{id}/levels',
    tag: 'registers',
    summary: 'The levels of a risk, and what each of its controls takes away of them.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(40) }),
    output: RiskLevels,
    handle: async ({ api, caller, params }) => {
      const risk = await seen(caller, 'risks', api.store, params.id);
      if (risk === undefined) throw notFound();
      return levelsOf(api, risk);
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/risks/{id}/ties',
    tag: 'registers',
    summary: 'What else concerns a risk: nonconformities, findings, planned changes, and the runs that asked about it.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(40) }),
    output: RiskTies,
    handle: async ({ api: { store }, caller, params }) => {
      const risk = await seen(caller, 'risks', store, params.id);
      if (risk === undefined) throw notFound();
      return tiesOf(store, caller, risk);
    },
  }),
];
