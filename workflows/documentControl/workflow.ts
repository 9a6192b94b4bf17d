import { flow } from '../engine/flow.ts';
import type { Answer, Asking, Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Definition = typeof definition;
type Flow = Powers<Definition>;
/** Why nobody goes on; nothing while somebody does. */
type Left = string | undefined;

export const documentControl = flow<Definition>([], async (powers) => {
  const version = await begin(powers);
  if (version === undefined) return;
  const left = await untilApproved(powers, version);
  if (left !== undefined) return powers.write.leaveVersion({ version, reason: left });
  if (await powers.write.publishVersion({ version })) await makeKnown(powers, version);
});

/** One version is made after the other: while another run is at work on the document, this one waits. */
async function begin({ subject, write, closed }: Flow): Promise<string | undefined> {
  for (;;) {
    const { version, busy } = await write.beginVersion(subject);
    if (busy === undefined) return version;
    if ((await closed(busy)) === 'ended') return undefined;
  }
}

const leftBy = ({ state, reason }: Exclude<Answer<never>, { state: 'done' }>): string => `${state}: ${reason}`;

/** Written, looked at, what was said about it settled, and approved; what is returned is written, and looked at, again. */
async function untilApproved(powers: Flow, version: string): Promise<Left> {
  for (;;) {
    const left = (await writeIt(powers, version, 'draft')) ?? (await reviewed(powers, version));
    if (left !== undefined) return left;
    await powers.write.askForApproval({ version });
    const answer = await powers.ask('approve', { ...(await shown(powers, version)), ...(await powers.read.publisherOf({ version })) });
    if (answer.state !== 'done') return leftBy(answer);
    const { outcome, by } = answer;
    await powers.write.decideVersion({ version, ...outcome, by });
    if (outcome.decision === 'approve') return undefined;
  }
}

async function writeIt(powers: Flow, version: string, task: 'draft' | 'settle'): Promise<Left> {
  const answer = await powers.ask(task, await shown(powers, version));
  if (answer.state !== 'done') return leftBy(answer);
  await powers.write.submitVersion({ version, task: answer.task, written: answer.outcome, by: answer.by });
  return undefined;
}

/** By all reviewers at the same time; comments go back to the owner. */
async function reviewed(powers: Flow, version: string): Promise<Left> {
  const reviewers = await powers.read.reviewersOf({ version });
  const brief = reviewers.length === 0 ? {} : await shown(powers, version);
  const said = await Promise.all(reviewers.map((person) => reviewBy(powers, version, { ...brief, person })));
  return said.includes(true) ? writeIt(powers, version, 'settle') : undefined;
}

/** Whether there are comments. A reviewer who is excused, or asked no more, holds up nobody. */
async function reviewBy({ ask, write }: Flow, version: string, asking: Asking): Promise<boolean> {
  const answer = await ask('review', asking);
  if (answer.state !== 'done' || answer.outcome.decision === 'fine') return false;
  await write.commentVersion({ version, text: answer.outcome.reason ?? '', by: answer.by });
  return true;
}

/** What whoever is asked sees is frozen. */
const shown = async ({ subject, write }: Flow, version: string) => ({
  about: subject.document,
  brief: await write.freezeBrief({ of: 'documentVersions', about: version }),
});

/** Whoever it is for reads it, risks that it touches may be judged again, and it is looked at anew in its time. */
async function makeKnown({ subject: { document }, read, write, start, propose }: Flow, version: string): Promise<void> {
  const campaign = await write.acknowledgeVersion({ version });
  if (campaign !== null) await start('campaign', { campaign }, `${version} is published.`);
  for (const risk of await read.risksOfVersion({ version }))
    await propose('targetedRiskReview', {
      about: risk,
      reason: `${version} may make ${risk} another risk.`,
      subject: { risk, because: version },
    });
  await start('documentReview', { document, version }, `${version} is published.`);
}
