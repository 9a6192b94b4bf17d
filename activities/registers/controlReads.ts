import { periodBounds } from '../../domain/period.ts';
import type { DueRule } from '../../domain/process.ts';
import type { Band } from '../../domain/records/common.ts';
import type { Control } from '../../domain/records/control.ts';
import type { RiskCriteria } from '../../domain/records/riskCriteria.ts';
import { implementationDays, isCheckDue, operatingCycle } from '../../domain/rules/control.ts';
import { closedStates } from '../../domain/rules/task.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import { holdersOf } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';

type Of = Pick<Call<{ about: string }>, 'about' | 'subject'>;

/** A control that is a rule, as the document is called and what it answers. */
type Rule = { control: string; title: string; owner: string | undefined; references: string[] };

/** A document says that it answers what the control serves, or somebody was asked whether one is to be written for it. */
async function isWritten(store: Store, { id, annexA }: Control): Promise<boolean> {
  const answering = { references: { $in: annexA.map((one) => `A.${one}`) }, status: { $ne: 'withdrawn' } };
  if (annexA.length > 0 && (await store.documents.count(answering)) > 0) return true;
  return (await store.proposals.count({ process: 'documentControl', 'subject.because': id })) > 0;
}

/** What flows about controls read: which are due, who is asked, by when. */
export const createControlReads = ({ store }: Pick<Deps, 'store'>) => ({
  /** Controls in place whose check is due in the period, or all of them; none of which somebody is looking after already. */
  async controlsDue({ subject }: Pick<Call<unknown>, 'subject'>): Promise<string[]> {
    const { last } = periodBounds(String(subject.period));
    const controls = await store.controls.find({ status: 'implemented' });
    const due = controls.filter((control) => subject.scope === 'all' || isCheckDue(control, last)).map(({ id }) => id);
    const busy = await lookedAfter(store, due);
    return due.filter((id) => !busy.has(id));
  },

  /** Controls of a plan that are rules and stand in no document; those that a document was proposed for before are not proposed again. */
  async rulesToWrite({ plan: id }: Pick<Call<{ plan: string }>, 'plan'>): Promise<Rule[]> {
    const plan = await store.treatmentPlans.get(id);
    const ids = plan?.items.map(({ control }) => control) ?? [];
    const rules = await store.controls.find({ id: { $in: ids }, kind: 'organizational', documented: { $ne: false } }, { sort: { _id: 1 } });
    const isOpen = await Promise.all(rules.map(async (rule) => !(await isWritten(store, rule))));
    return rules
      .filter((_rule, n) => isOpen[n])
      .map(({ id: control, name, owner, annexA }) => ({
        ...{ control, title: name, owner, references: annexA.map((one) => `A.${one}`) },
      }));
  },

  /** Controls of a plan of which no measure shows whether they work. */
  async controlsToMeasure({ plan: id }: Pick<Call<{ plan: string }>, 'plan'>): Promise<string[]> {
    const plan = await store.treatmentPlans.get(id);
    const ids = [...new Set(plan?.items.map(({ control }) => control))];
    const measured = await store.measures.find({ control: { $in: ids }, status: { $ne: 'retired' } });
    return ids.filter((control) => !measured.some((measure) => measure.control === control));
  },

  /** Who looks whether a control works: whoever is named for it, never its owner nor whoever put it in place. */
  async testerOf({ about }: Pick<Of, 'about'>): Promise<{ person?: string; barred: string[] }> {
    const control = await store.controls.get(about);
    const barred = [...new Set([control?.owner, control?.implementedBy])].filter((person) => person !== undefined);
    return anotherThan(store, barred, control?.tester);
  },

  /** Who sees whether a control is in place: nobody who was asked to put it there, or did. */
  async verifierOf({ task: id }: { task: string }): Promise<{ person?: string; barred: string[] }> {
    const task = await store.tasks.get(id);
    const barred = [...new Set([task?.answeredBy?.person, task?.assignee, task?.onBehalfOf])].filter((person) => person !== undefined);
    return anotherThan(store, barred, undefined);
  },

  /** Campaigns that are to put a control in place and have not begun. */
  campaignsOf: ({ about }: Pick<Of, 'about'>): Promise<string[]> => store.campaigns.ids({ control: about, status: 'draft' }),

  /** Who puts a control in place by when: by the day of its plan, else as soon as the worst of its risks wants it. */
  async implementerOf({ about, subject }: Of): Promise<{ person?: string; due: DueRule }> {
    const { responsible, due } = subject;
    return {
      ...(typeof responsible === 'string' && { person: responsible }),
      due: typeof due === 'string' ? { from: 'run', day: due } : { from: 'run', workingDays: await daysFor(store, about) },
    };
  },

  /** How many working days a control is in use before there is something to look at. */
  async daysOfUse({ about }: Pick<Of, 'about'>): Promise<number> {
    return operatingCycle((await store.controls.get(about))?.checkEvery);
  },

  /** Whether there is still something to look at: it may have been given up meanwhile. */
  async isInUse({ about }: Pick<Of, 'about'>): Promise<boolean> {
    return (await store.controls.get(about))?.status === 'implemented';
  },
});

/** Whoever is named for it, else the ISMS manager, else an auditor. */
async function anotherThan(store: Store, barred: string[], named: string | undefined): Promise<{ person?: string; barred: string[] }> {
  const first = named === undefined ? undefined : await store.people.get(named);
  const all = [first, ...(await holdersOf(store, 'ismsManager')), ...(await holdersOf(store, 'auditor'))];
  const other = all.find((one) => one?.status === 'active' && !barred.includes(one.id));
  return { barred, ...(other !== undefined && { person: other.id }) };
}

/** Those that somebody is asked to check, or that are being put in place. */
async function lookedAfter(store: Store, ids: readonly string[]): Promise<Set<string>> {
  const checks = await store.tasks.find({ process: 'controlCheck', about: { $in: ids }, state: { $nin: [...closedStates] } });
  const runs = await store.runs.find({ process: 'controlImplementation', status: 'open' });
  return new Set([...checks.map(({ about }) => about ?? ''), ...runs.map(({ subject }) => String(subject.control))]);
}

const worst: readonly Band[] = ['veryHigh', 'high', 'medium', 'low'];

/** By the highest band of the risks that it belongs to; where there is none yet, as for a medium one. */
async function daysFor(store: Store, control: Control['id']): Promise<number> {
  const risks = await store.risks.find({ 'controls.control': control, status: { $nin: ['draft', 'closed', 'avoided'] } });
  const band = worst.find((one) => risks.some((risk) => risk.band === one)) ?? 'medium';
  return daysIn(await criteriaNow(store), band);
}

const daysIn = ({ bands }: RiskCriteria, band: Band): number =>
  bands.find((rule) => rule.band === band)?.implementDays ?? implementationDays[band];
