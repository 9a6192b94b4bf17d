import type { Day } from '../../domain/records/common.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { createNumbered } from '../../models/numbered.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { changeOnce, pieceOf } from './byFlow.ts';
import { draftOf } from './documents.ts';

type Found<F> = Call<{ found: F; by: By | undefined }>;
type Issues = {
  climate: 'yes' | 'no';
  climateReason: string;
  added: { kind: 'internal' | 'external'; name: string; effect: string }[];
  ended: string[];
};
type Party = { name: string; kind: 'internal' | 'customer' | 'supplier' | 'authority' | 'owner' | 'other'; expects: string };
type Parties = { added: Party[]; ended: string[] };
type NewRequirement = {
  party: string;
  name: string;
  source: 'law' | 'regulation' | 'contract' | 'expectation';
  addressed: 'yes' | 'no';
  control?: string | undefined;
  document?: string | undefined;
  reason?: string | undefined;
};
type Requirements = { added: NewRequirement[]; ended: string[] };
type Serving = { requirement: string; control?: string; document?: string };
type Register = 'issues' | 'interestedParties' | 'requirements';

/** What the review of the context writes (4.1 to 4.3). Each piece has a key of its own, so that a repeated try makes nothing twice. */
export const createContextWrites = ({ store, clock }: Deps) => {
  const made = (call: Call<{ by?: By | undefined }>, piece: string) => pieceOf({ clock }, call, piece);

  async function end(call: Call<{ by: By | undefined }>, register: Register, ids: readonly string[]): Promise<void> {
    for (const id of ids) await changeOnce(store, { register, id, set: { status: 'ended' }, event: 'ended', ...made(call, `${id}/ended`) });
  }

  /** The party of this reference or name, or a new one. */
  async function partyOf(call: Call<{ by: By | undefined }>, named: string, piece: string): Promise<string> {
    const there = (await store.interestedParties.get(named)) ?? (await store.interestedParties.first({ name: named, status: 'active' }));
    if (there !== undefined) return there.id;
    const fields = { name: named, kind: 'other', expects: '', status: 'active' } as const;
    return createNumbered(store, {
      ...{ register: 'interestedParties', event: 'created' },
      ...made(call, piece),
      set: { ...fields, origin: made(call, piece).key },
    });
  }

  /** The control of this reference, or a new one that is planned. */
  async function controlOf(call: Call<{ by: By | undefined }>, { control, source }: NewRequirement, piece: string) {
    if (control === undefined) return undefined;
    if ((await store.controls.get(control)) !== undefined) return { id: control, isNew: false };
    const kind = source === 'contract' || source === 'law' ? 'legal' : 'organizational';
    const fields = { name: control, kind, description: '', status: 'planned', effectiveness: 'untested', annexA: [] } as const;
    const id = await createNumbered(store, {
      ...{ register: 'controls', event: 'created' },
      ...made(call, piece),
      set: { ...fields, annexA: [], origin: made(call, piece).key },
    });
    return { id, isNew: true };
  }

  /** The document of this reference or title, or a draft of a new one. */
  async function documentOf(call: Call<{ by: By | undefined }>, named: string, piece: string): Promise<string> {
    const there = (await store.documents.get(named)) ?? (await store.documents.first({ title: named, status: { $ne: 'withdrawn' } }));
    if (there !== undefined) return there.id;
    return draftOf(store, { title: named, kind: 'procedure', references: [], owner: call.by?.person }, made(call, piece));
  }

  return {
    async recordIssues(call: Found<Issues>): Promise<void> {
      const { climate, climateReason, added, ended } = call.found;
      const all = [
        ...added.map((issue) => ({ ...issue, relevant: true })),
        ...((await store.issues.first({ kind: 'climate' })) === undefined
          ? [{ kind: 'climate' as const, name: 'Climate change', effect: climateReason, relevant: climate === 'yes' }]
          : []),
      ];
      for (const [n, issue] of all.entries())
        await createNumbered(store, {
          ...{ register: 'issues', event: 'created' },
          ...made(call, `${n}`),
          set: { ...issue, status: 'active', origin: made(call, `${n}`).key },
        });
      const known = await store.issues.first({ kind: 'climate' });
      if (known !== undefined)
        await changeOnce(store, {
          ...{ register: 'issues', id: known.id, event: 'determined' },
          ...made(call, 'climate'),
          set: { relevant: climate === 'yes', effect: climateReason },
        });
      await end(call, 'issues', ended);
    },

    async recordParties(call: Found<Parties>): Promise<void> {
      for (const [n, party] of call.found.added.entries())
        await createNumbered(store, {
          ...{ register: 'interestedParties', event: 'created' },
          ...made(call, `${n}`),
          set: { ...party, status: 'active', origin: made(call, `${n}`).key },
        });
      await end(call, 'interestedParties', call.found.ended);
    },

    /** Answers which new controls are to serve which requirement, and which documents are to say it. */
    async recordRequirements(call: Found<Requirements>): Promise<Serving[]> {
      const planned: Serving[] = [];
      for (const [n, one] of call.found.added.entries()) {
        const party = await partyOf(call, one.party, `${n}/party`);
        const control = one.addressed === 'yes' ? await controlOf(call, one, `${n}/control`) : undefined;
        const { name, source, reason } = one;
        const requirement = await createNumbered(store, {
          ...{ register: 'requirements', event: 'created' },
          ...made(call, `${n}`),
          set: {
            ...{ party, name, source, addressed: one.addressed === 'yes', controls: control === undefined ? [] : [control.id] },
            ...{ status: 'active', origin: made(call, `${n}`).key, ...(reason !== undefined && { reason }) },
          },
        });
        if (control?.isNew === true) planned.push({ requirement, control: control.id });
        if (one.addressed === 'yes' && one.document !== undefined)
          planned.push({ requirement, document: await documentOf(call, one.document, `${n}/document`) });
      }
      await end(call, 'requirements', call.found.ended);
      return planned;
    },

    /** A new version of the scope is approved, and takes the place of the one before; or it is not. */
    async decideScope(call: Call<{ scope: string; approved: boolean; by: By | undefined }>): Promise<void> {
      const { at, actor } = made(call, '');
      if (call.approved)
        for (const { id } of await store.scopes.find({ status: 'approved' }))
          if (id !== call.scope)
            await changeOnce(store, { register: 'scopes', id, set: { status: 'superseded' }, event: 'superseded', ...made(call, id) });
      const set = call.approved
        ? ({ status: 'approved', approvedBy: actor, approvedAt: at } as const)
        : ({ status: 'superseded' } as const);
      await changeOnce(store, {
        register: 'scopes',
        id: call.scope,
        set,
        event: call.approved ? 'approved' : 'returned',
        ...made(call, 'decided'),
      });
    },

    /** Everything that is active was looked at in this cycle. */
    async contextReviewed(call: Call<object>): Promise<void> {
      const reviewedOn: Day = calendarOf(await settingsNow(store), undefined).dayOf(clock.toOrganization(call.at));
      for (const register of ['issues', 'interestedParties', 'requirements'] as const)
        for (const { id } of await store[register].find({ status: 'active' }))
          await changeOnce(store, { register, id, set: { reviewedOn }, event: 'reviewed', ...made(call, id) });
    },
  };
};
