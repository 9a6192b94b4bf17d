import { flow } from '../engine/flow.ts';
import type { definition } from './definition.ts';

export const proposal = flow<typeof definition>([], async ({ subject, ask, read, write, start, patched }) => {
  const { proposal: id } = subject;
  const brief = await write.freezeBrief({ of: 'proposals', about: id });
  const answer = await ask('decide', { about: id, brief });
  const isAccepted = answer.state === 'done' && answer.outcome.decision === 'accept';
  await write.changeRecord({
    ...{ register: 'proposals', id, event: isAccepted ? 'accepted' : 'declined' },
    set: {
      status: isAccepted ? 'accepted' : 'declined',
      answer: answer.state === 'done' ? answer.outcome.reason : answer.reason,
    },
    ...(answer.state === 'done' && { by: answer.by }),
  });
  if (answer.state === 'done' && !isAccepted && patched('candidatesAreDeclined'))
    await write.declineCandidate({ proposal: id, reason: answer.outcome.reason, by: answer.by });
  const next = isAccepted ? await read.proposed({ proposal: id }) : null;
  if (next !== null) await start(next.process, next.subject, `${id} was accepted.`);
});
