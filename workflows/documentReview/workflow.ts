import { flow } from '../engine/flow.ts';
import type { definition } from './definition.ts';

/** Waits for as long as its version is in force, however often that is found to be right still. */
export const documentReview = flow<typeof definition>([], async ({ run, subject, read, write, until, when, firstOf, ask, start }) => {
  const { document, version } = subject;
  for (;;) {
    const review = await read.reviewOf({ document, version });
    if (review === null) return;
    const { opensOn, due, frozen } = review;
    const changed = when([{ record: `documents/${document}`, fields: Object.keys(frozen), frozen }]);
    const woken = await firstOf(until({ day: opensOn }), changed);
    if (woken === 'ended') return;
    if (woken !== 'time') continue; // another version, another day, or withdrawn: looked at anew
    const brief = await write.freezeBrief({ of: 'documentVersions', about: version });
    const asked = ask('reconfirm', { about: document, brief, due });
    const overtaken = when([
      { record: `documents/${document}`, fields: ['status', 'current'], frozen: { status: 'current', current: version } },
    ]);
    const first = await firstOf(
      asked.then(() => 'answered'),
      overtaken,
    );
    if (first !== 'answered' && first !== 'ended') await write.endReconfirming({ version });
    const answer = await asked;
    if (answer.state !== 'done') return;
    const { outcome, by } = answer;
    if (outcome.decision === 'newVersion') {
      await start('documentControl', { document, because: run }, outcome.reason);
      return;
    }
    await write.reconfirmVersion({ version, reason: outcome.reason, by });
  }
});
