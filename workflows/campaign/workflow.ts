import { flow } from '../engine/flow.ts';
import type { Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Flow = Powers<typeof definition>;

/**
 * One workflow for all who are asked: it opens a task for each, wakes every working morning and at every rung, reminds those who are missing, and
 * ends when nobody is missing any more or the last rung has passed. Answers do not reach it; the last one does, through the record that it watches.
 */
export const campaign = flow<typeof definition>([], async (powers) => {
  const { subject, read, write, until, when, firstOf } = powers;
  const of = { campaign: subject.campaign };
  await write.beginCampaign(of);
  const brief = await write.freezeBrief({ of: 'campaigns', about: of.campaign });
  await askAll(powers, brief);
  // Heard once: afterwards there is only the time to wait for.
  const heard = [when([{ record: `campaigns/${of.campaign}`, fields: ['status'], frozen: { status: 'running' } }])];
  for (;;) {
    const { missing, isOver, next } = await read.campaignStanding(of);
    if (missing === 0 || isOver) return close(powers, 'closed');
    const woken = await firstOf(until({ instant: next }), ...heard);
    if (woken === 'ended') return close(powers, 'cancelled');
    if (woken === 'time') {
      await askAll(powers, brief);
      await remindMissing(powers);
    } else heard.length = 0;
  }
});

/** Whoever has joined since is asked too, and whoever has left is asked no more. Asking twice asks once. */
async function askAll({ subject, write }: Flow, brief: string): Promise<void> {
  await inPieces((after) => write.askSome({ campaign: subject.campaign, brief, after }));
}

async function remindMissing({ subject, write }: Flow): Promise<void> {
  let since: string | undefined;
  await inPieces(async (after) => {
    const piece = await write.remindSome({ campaign: subject.campaign, after });
    since ??= piece.reachedAt;
    return piece;
  });
  if (since !== undefined) await write.tellOfMissing({ campaign: subject.campaign, since });
}

/** Those who are missing are one deviation, however many they are. */
async function close({ subject, write, start, leaveOpen }: Flow, status: 'closed' | 'cancelled'): Promise<void> {
  const { nonconformity, missing } = await write.countMissing({ campaign: subject.campaign });
  if (nonconformity !== undefined) await start('correctiveAction', { nonconformity }, `${missing} have not answered ${subject.campaign}.`);
  if (missing > 0) leaveOpen();
  await inPieces((after) => write.endSome({ campaign: subject.campaign, after }));
  await write.closeCampaign({ campaign: subject.campaign, status });
}

/** One piece after the other, each after the last id of the one before, so that no call is long and each may be repeated. */
async function inPieces(piece: (after: string) => Promise<{ last: string | null }>): Promise<void> {
  for (let after: string | null = ''; after !== null; ) after = (await piece(after)).last;
}
