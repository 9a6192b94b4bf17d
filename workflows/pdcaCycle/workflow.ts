import { flow, step } from '../engine/flow.ts';
import type { Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;

/** A planned run opens by its schedule, or by the cycle where the plan has it beside them; one that does not is opened, put off or left out. */
const account = step<typeof definition>(
  'account',
  async ({ item, read, write, until, start, ask }) => {
    const { opensOn, checkOn, process, subject, addedBecause } = await read.plannedRun({ planned: item });
    if (addedBecause !== null) {
      if ((await until({ day: opensOn })) === 'ended') return;
      await start(process, subject, addedBecause);
    } else if ((await until({ day: checkOn })) === 'ended') return;
    while ((await write.notePlannedRun({ planned: item })) === 'missing') {
      const answer = await ask('account', { about: item, brief: await write.freezeBrief({ of: 'plannedRuns', about: item }) });
      if (answer.state !== 'done') return;
      const { decision, from, reason } = answer.outcome;
      if (decision === 'drop') return write.waivePlannedRun({ planned: item, reason, by: answer.by });
      if (decision === 'again' && from !== undefined && (await until({ day: from })) === 'ended') return;
      await start(process, subject, reason);
    }
  },
  { asksLater: true },
);

export const pdcaCycle = flow<typeof definition>([account], async (powers) => {
  const { write, each } = powers;
  const cycle = await write.openCycle();
  if (!(await approved(powers, cycle))) return;
  const accounted = each(account, await write.planRuns({ cycle }));
  const opened = openNext(powers);
  if (await countedToTheEnd(powers, cycle)) await lookBack(powers, cycle);
  await opened;
  await accounted;
});

/** Planned until it is approved. */
async function approved({ read, write, ask }: Flow, cycle: string): Promise<boolean> {
  const asItIs = async () => ({ about: cycle, brief: await write.freezeBrief({ of: 'cycles', about: cycle }) });
  const { planBy, approveBy } = await read.cycleDays();
  for (let again = false; ; again = true) {
    const planned = await ask('plan', { ...(await asItIs()), due: again ? { from: 'opening', workingDays: 5 } : planBy });
    if (planned.state !== 'done') return false;
    await write.changeRecord({ register: 'cycles', id: cycle, set: planned.outcome, event: 'planned', by: planned.by });
    const barred = planned.by === undefined ? [] : [planned.by.person];
    const decided = await ask('approve', { ...(await asItIs()), barred, due: again ? { from: 'opening', workingDays: 5 } : approveBy });
    if (decided.state !== 'done') return false;
    const { decision, reason } = decided.outcome;
    if (decision === 'approve') {
      await write.approveCycle({ cycle, by: decided.by, reason });
      return true;
    }
    await write.changeRecord({ register: 'cycles', id: cycle, set: {}, event: 'returned', by: decided.by, why: reason });
  }
}

/** The next year is planned before this one is over. */
async function openNext({ read, until, start }: Flow): Promise<void> {
  const { nextOpensOn, next } = await read.cycleDays();
  if ((await until({ day: nextOpensOn })) === 'time') await start('pdcaCycle', { period: next }, 'The year comes to its end.');
}

/** At the end of each quarter it is counted how the year stands; false where the run ends before the year does. */
async function countedToTheEnd({ read, write, until }: Flow, cycle: string): Promise<boolean> {
  for (const day of (await read.cycleDays()).countOn) {
    if ((await until({ day })) === 'ended') return false;
    await write.countCycle({ cycle });
  }
  return true;
}

/** What the numbers mean is said by somebody; the next management review reads both. */
async function lookBack({ write, ask }: Flow, cycle: string): Promise<void> {
  const said = await ask('report', { about: cycle, brief: await write.freezeBrief({ of: 'cycles', about: cycle }) });
  if (said.state === 'done') await write.closeCycle({ cycle, said: said.outcome, by: said.by });
}
