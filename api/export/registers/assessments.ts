import type { Assessment } from '../../../domain/records/risk.ts';
import { rowByRow } from '../values.ts';

/** Every judgement of a risk, to read and to evaluate; nothing imports it. */
export const assessments = rowByRow({
  id: ({ id }: Assessment) => id,
  risk: ({ risk }) => risk,
  kind: ({ kind }) => kind,
  at_utc: ({ at }) => ({ at }),
  by: ({ by }, naming) => naming(by.person),
  via: ({ by }) => by.via,
  criteria: ({ criteria }) => criteria,
  previous_likelihood: ({ previous }) => previous?.likelihood,
  previous_consequence: ({ previous }) => previous?.consequence,
  likelihood: ({ likelihood }) => likelihood,
  consequence: ({ consequence }) => consequence,
  band: ({ band }) => band,
  above_acceptance: ({ aboveAcceptance }) => aboveAcceptance,
  verdict: ({ verdict }) => verdict,
  reason: ({ reason }) => reason,
  run: ({ run }) => run,
  task: ({ task }) => task,
});
