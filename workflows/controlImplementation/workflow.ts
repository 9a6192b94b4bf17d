import { followUp } from '../controlCheck/followUp.ts';
import { flow } from '../engine/flow.ts';
import type { Answer, Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;

export const controlImplementation = flow<typeof definition>([], async (powers) => {
  const { write, read, until } = powers;
  const { control } = powers.subject;
  await write.beginControl({ control });
  if (powers.patched('campaigns')) await startCampaigns(powers);
  const left = await untilVerified(powers);
  if (left !== undefined) return write.leaveControl({ control, reason: left });
  await until({ inWorkingDays: await read.daysOfUse({ about: control }) });
  if (await read.isInUse({ about: control })) await checkFirst(powers);
});

/** What everybody has to sign or to learn comes from each of them, not from the owner of the control. */
async function startCampaigns({ subject, read, start }: Flow): Promise<void> {
  const campaigns = await read.campaignsOf({ about: subject.control });
  for (const campaign of campaigns) await start('campaign', { campaign }, `${subject.control} is being put in place.`);
}

type Left = string | undefined;
const leftBy = (answer: Exclude<Answer<never>, { state: 'done' }>): string => `${answer.state}: ${answer.reason}`;

/** Put in place until another person has seen that it is; why not, where it was left. */
async function untilVerified({ subject, ask, read, write }: Flow): Promise<Left> {
  const { control } = subject;
  const { person, due } = await read.implementerOf({ about: control });
  for (let before: string | undefined; ; ) {
    const answer = await ask('implement', {
      about: control,
      brief: await write.freezeBrief(before === undefined ? { of: 'controls', about: control } : { of: 'implementations', about: before }),
      ...(person !== undefined && { person }),
      due: before === undefined ? due : { from: 'opening', workingDays: 10 },
    });
    if (answer.state !== 'done') return leftBy(answer);
    const { task, outcome, by } = answer;
    await write.submitControl({ control, task, outcome, by });
    const seen = await ask('verify', {
      ...{ about: control, brief: await write.freezeBrief({ of: 'implementations', about: task }) },
      ...(await read.verifierOf({ task })),
    });
    if (seen.state !== 'done') return leftBy(seen);
    const { decision, reason } = seen.outcome;
    if (decision === 'verify') {
      await write.verifyControl({ control, task: seen.task, reason, by: seen.by });
      return undefined;
    }
    await write.changeRecord({ register: 'controls', id: control, set: {}, event: 'returned', by: seen.by, why: reason });
    before = task;
  }
}

/** Whether it works, after it has been in use for a while; then its risks are judged with it in view. */
async function checkFirst({ subject, ask, read, write, propose, start }: Flow): Promise<void> {
  const { control } = subject;
  const answer = await ask('checkFirst', {
    ...{ about: control, brief: await write.freezeBrief({ of: 'controls', about: control }) },
    ...(await read.testerOf({ about: control })),
  });
  if (answer.state !== 'done') return;
  const { task, outcome, by } = answer;
  const checked = await write.recordCheck({ control, task, outcome, by });
  await followUp({ write, propose, start }, { ...checked, control, by }, true);
}
