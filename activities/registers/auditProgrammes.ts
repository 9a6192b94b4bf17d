import { engine } from '../../domain/records/common.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { createNumbered } from '../../models/numbered.ts';
import { holdersOf } from '../../models/people.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { theAudit } from './auditReads.ts';
import { changeOnce } from './byFlow.ts';

type OfProgramme<A> = Call<A & { programme: string }>;

/** What an audit programme writes beyond single fields. */
export const createProgrammeWrites = ({ store, clock }: Deps) => ({
  /** Its record, with whoever manages the programme; answers its id. */
  async openAuditProgramme({ subject, run, key, at: real }: Call<unknown>): Promise<string> {
    const [manager] = await holdersOf(store, 'auditProgrammeManager');
    const at = clock.toOrganization(real);
    return createNumbered(store, {
      ...{ register: 'auditProgrammes', at, actor: engine, event: 'opened', key },
      set: {
        ...{ period: String(subject.period), planned: [], status: 'draft', run, origin: key },
        ...(manager !== undefined && { owner: manager.id }),
      },
    });
  },

  async approveProgramme({ programme: id, by, reason, ...call }: OfProgramme<{ by: By | undefined; reason: string }>): Promise<void> {
    const at = clock.toOrganization(call.at);
    const actor = actorBy(by);
    const set = { status: 'active', approvedBy: actor, approvedAt: at } as const;
    await changeOnce(store, { register: 'auditProgrammes', id, set, at, actor, event: 'approved', key: call.key, why: reason });
  },

  /** A record for each planned audit; answers their ids. */
  async planAudits({ programme: id, ...call }: OfProgramme<unknown>): Promise<string[]> {
    const programme = await store.auditProgrammes.get(id);
    if (programme === undefined) throw unrecoverable(`there is no audit programme ${id}`);
    const ids: string[] = [];
    for (const [n, { area, owner, ...planned }] of programme.planned.entries()) {
      const key = `${call.key}/${n + 1}`;
      const set = { ...planned, areas: [{ name: area, owner }], ...unheld, programme: id, origin: key };
      ids.push(
        await createNumbered(store, { register: 'audits', set, at: clock.toOrganization(call.at), actor: engine, event: 'planned', key }),
      );
    }
    return ids;
  },

  /** Not held, with the reason; answers the audit that takes its place on another day, if one does. */
  async notHeld(call: Call<{ audit: string; reason: string; from?: string; by: By | undefined }>): Promise<string | null> {
    const { audit: id, reason, from, by, key } = call;
    const at = clock.toOrganization(call.at);
    const actor = actorBy(by);
    const { title, programme, reason: why, clauses, annexA, sites, areas } = await theAudit(store, id);
    await changeOnce(store, { register: 'audits', id, set: { status: 'cancelled', notHeld: reason }, at, actor, event: 'notHeld', key });
    if (from === undefined) return null;
    const planned = { title, reason: why, clauses, annexA, sites, areas, from, ...unheld };
    return createNumbered(store, {
      ...{ register: 'audits', at, actor, event: 'planned', key },
      set: { ...planned, insteadOf: id, origin: key, ...(programme !== undefined && { programme }) },
    });
  },
});

const unheld: { methods: []; auditors: []; status: 'planned' } = { methods: [], auditors: [], status: 'planned' };
