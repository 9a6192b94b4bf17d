import { z } from 'zod';
import { Band, Reference } from '../domain/records/common.ts';
import { Control } from '../domain/records/control.ts';
import { Risk } from '../domain/records/risk.ts';
import type { Filter } from '../models/collection.ts';
import { allOf } from '../models/filter.ts';
import { standingRisks } from './dashboard/heatMap.ts';
import type { Api } from './deps.ts';
import type { Narrowing } from './register.ts';
import { todayOf } from './today.ts';

/** By which risks are narrowed wherever they are counted or listed. */
export const riskQuery = {
  owner: z.string().max(60).optional(),
  band: Band.optional(),
  status: z
    .enum([...Risk.shape.status.options, 'standing'])
    .optional()
    .meta({ description: '`standing`: all but drafts, and what is closed or avoided.' }),
};

const narrowedBy = {
  status: riskQuery.status,
  control: Reference.optional().meta({ description: 'A control that is linked to it.' }),
  cell: z
    .string()
    .regex(/^(inherent|current|target)-[1-5]-[1-5]$/, 'a level, likelihood and consequence, such as current-3-4')
    .optional()
    .meta({ description: 'A cell of a heat map: which level, likelihood and consequence, such as `current-3-4`.' }),
};

const levelFields: Record<string, string> = { inherent: 'inherent', current: 'current', target: 'residual' };

function inCell(cell: string): Filter {
  const [level = '', likelihood, consequence] = cell.split('-');
  const field = levelFields[level] ?? level;
  return { [`${field}.likelihood`]: Number(likelihood), [`${field}.consequence`]: Number(consequence) };
}

const ofStatus = (status: string | undefined, standing: Filter): Filter =>
  status === undefined ? {} : status === 'standing' ? standing : { status };

type RiskAsked = z.output<z.ZodObject<typeof riskQuery>>;

export const risksWanted = ({ owner, band, status }: RiskAsked): Filter =>
  allOf(owner === undefined ? {} : { owner }, band === undefined ? {} : { band }, ofStatus(status, standingRisks));

export const riskNarrowing: Narrowing<typeof narrowedBy> = {
  query: narrowedBy,
  filterOf: ({ status, control, cell }) =>
    allOf(
      control === undefined ? {} : { 'controls.control': control },
      cell === undefined ? {} : inCell(cell),
      ofStatus(status, standingRisks),
    ),
};

const controlQuery = {
  status: z
    .enum([...Control.shape.status.options, 'standing'])
    .optional()
    .meta({ description: '`standing`: all but what is retired.' }),
  check: z.enum(['expired', 'never']).optional().meta({ description: 'Its last check holds no longer, or nobody ever looked at it.' }),
};

/** Controls that stand: all that are not retired. */
export const standingControls: Filter = { status: { $ne: 'retired' } };

async function checkedSo(check: 'expired' | 'never' | undefined, api: Api): Promise<Filter> {
  if (check === undefined) return {};
  return check === 'never' ? { checkedOn: { $exists: false } } : { nextCheck: { $lt: await todayOf(api) } };
}

export const controlNarrowing: Narrowing<typeof controlQuery> = {
  query: controlQuery,
  filterOf: async ({ status, check }, api) => allOf(await checkedSo(check, api), ofStatus(status, standingControls)),
};
