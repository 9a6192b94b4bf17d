import { flow, step } from '../engine/flow.ts';
import type { Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;

/** An audit is held in its time; one that ends without a result gets another day or a reason. */
const account = step<typeof definition>(
  'account',
  async ({ item, read, write, until, start, closed, ask }) => {
    for (let audit = item; ; ) {
      const { opensOn } = await read.auditDays({ audit });
      if ((await until({ day: opensOn })) === 'ended') return;
      const held = await start('internalAudit', { audit }, `${audit} is due by the programme.`);
      if (held === undefined || (await closed(held)) === 'ended') return;
      if (await read.isHeld({ audit })) return;
      const answer = await ask('account', { about: audit, brief: await write.freezeBrief({ of: 'audits', about: audit }) });
      if (answer.state !== 'done') return;
      const { decision, from, reason } = answer.outcome;
      const next = await write.notHeld({ audit, reason, by: answer.by, ...(decision === 'again' && from !== undefined && { from }) });
      if (next === null) return;
      audit = next;
    }
  },
  { asksLater: true },
);

export const auditProgramme = flow<typeof definition>([account], async (powers) => {
  const { read, write, until, start, each } = powers;
  const programme = await write.openAuditProgramme();
  if (!(await approved(powers, programme))) return;
  const held = each(account, await write.planAudits({ programme }));
  const { nextOpensOn, next } = await read.programmeDays();
  if ((await until({ day: nextOpensOn })) === 'time') await start('auditProgramme', { period: next }, 'The year comes to its end.');
  await held;
  if (await read.isProgrammeHeld({ programme }))
    await write.changeRecord({ register: 'auditProgrammes', id: programme, set: { status: 'completed' }, event: 'completed' });
});

/** Drafted until it is approved. */
async function approved({ read, write, ask }: Flow, programme: string): Promise<boolean> {
  const asItIs = async () => ({ about: programme, brief: await write.freezeBrief({ of: 'auditProgrammes', about: programme }) });
  for (let again = false; ; again = true) {
    const { draftBy, approveBy } = await read.programmeDays();
    const drafted = await ask('draft', { ...(await asItIs()), due: again ? { from: 'opening', workingDays: 5 } : draftBy });
    if (drafted.state !== 'done') return false;
    await write.changeRecord({ register: 'auditProgrammes', id: programme, set: drafted.outcome, event: 'drafted', by: drafted.by });
    const barred = drafted.by === undefined ? [] : [drafted.by.person];
    const decided = await ask('approve', { ...(await asItIs()), barred, due: again ? { from: 'opening', workingDays: 5 } : approveBy });
    if (decided.state !== 'done') return false;
    const { decision, reason } = decided.outcome;
    if (decision === 'approve') {
      await write.approveProgramme({ programme, by: decided.by, reason });
      return true;
    }
    await write.changeRecord({ register: 'auditProgrammes', id: programme, set: {}, event: 'returned', by: decided.by, why: reason });
  }
}
