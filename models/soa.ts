import type { SoaLine } from '../domain/records/soa.ts';
import { statementOf } from '../domain/soa.ts';
import type { Store } from './store.ts';

/** The Statement of Applicability as the registers stand now. */
export async function statementNow(store: Store): Promise<SoaLine[]> {
  const [controls, risks, requirements, decisions] = await Promise.all([
    store.controls.find({ status: { $ne: 'retired' } }),
    store.risks.find({ status: { $nin: ['draft', 'closed', 'avoided'] } }),
    store.requirements.find({ status: 'active', addressed: true }),
    store.soaDecisions.find({}),
  ]);
  return statementOf({ controls, risks, requirements, decisions });
}
