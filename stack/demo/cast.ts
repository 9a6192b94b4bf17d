import { idOf } from '../../domain/example/people.ts';

/** Who plays what. */
export const cast = {
  manager: idOf('hanna'),
  answersAtOnce: idOf('tiago'),
  answersAfterSigningIn: idOf('ines'),
  needsTime: idOf('oliver'),
  takesAWeek: idOf('lukas'),
  waitsForTheReminder: idOf('rui'),
  staysSilent: idOf('marta'),
  isAway: idOf('petra'),
  /** Deputy of the one who is away, and approves what is above an owner's authority. */
  standsIn: idOf('katrin'),
  delegates: idOf('jonas'),
} as const;

export type Judgement = { likelihood: number; consequence: number; reason: string };

const judged = (likelihood: number, consequence: number, reason: string): Judgement => ({ likelihood, consequence, reason });

/** The risk that stays above the acceptance rule, the one that is delegated, and the one that takes more time. */
export const retained = 'RSK-001';
export const delegated = 'RSK-012';
export const late = 'RSK-009';

/** How each owner judges: measures of the year have taken effect, all but one. */
export const judgements: Record<string, Judgement> = {
  'RSK-001': judged(2, 5, 'The second server is there and the last restore took a day, but a day still stops delivery.'),
  'RSK-002': judged(1, 4, 'Old instruments no longer trust the old key since the autumn update.'),
  'RSK-003': judged(1, 4, 'The shared account of the laboratory is gone.'),
  'RSK-004': judged(2, 2, 'Service software runs without administrator rights now, and sticks are out of use.'),
  'RSK-005': judged(1, 4, 'A second person has restored everything alone, in two days.'),
  'RSK-006': judged(1, 3, 'No payment goes out with one signature any more, holidays included.'),
  'RSK-007': judged(2, 2, 'All mailboxes take a second factor that cannot be given away.'),
  'RSK-008': judged(1, 2, 'Access ends with the contract now, without anybody thinking of it.'),
  'RSK-009': judged(2, 2, 'A second laboratory has calibrated one standard, and the result agrees.'),
  'RSK-010': judged(1, 4, 'Nobody copies the whole code any more; projects have repositories of their own.'),
  'RSK-011': judged(1, 4, 'The last four benches were replaced.'),
  'RSK-012': judged(2, 2, 'Spares of both old types were tried out and run.'),
  'RSK-013': judged(1, 4, 'All contracts are in the list, and duties have owners.'),
  'RSK-014': judged(1, 4, 'The library was replaced in all instruments on sale.'),
  'RSK-015': judged(1, 4, 'The servers that matter have moved to the hosted room.'),
  'RSK-016': judged(2, 1, 'The weekly list of open links stayed empty for the quarter.'),
  'RSK-017': judged(2, 2, 'The last three laptops are encrypted.'),
  'RSK-018': judged(1, 4, 'All instruments ask the customer first.'),
  'RSK-019': judged(2, 2, 'The second line comes in by another duct.'),
  'RSK-020': judged(2, 2, 'The door to the yard closes by itself, and nobody was found without a badge.'),
  'RSK-021': judged(1, 2, 'Every loan instrument was checked on its way out.'),
  'RSK-022': judged(1, 2, 'The mailbox empties itself.'),
  'RSK-023': judged(2, 2, 'The script that replaces names is in use on all benches.'),
  'RSK-024': judged(1, 3, 'The way out is signed.'),
};

/** An answer as the fields of the form it is typed into. */
export function fieldsFor(risks: readonly string[]): Record<string, string> {
  const fields = risks.flatMap((risk) => {
    const { likelihood, consequence, reason } = judgementOf(risk);
    const typed = { likelihood: String(likelihood), consequence: String(consequence), verdict: 'change', reason };
    return Object.entries(typed).map(([field, value]) => [`${risk}.${field}`, value]);
  });
  return Object.fromEntries(fields);
}

function judgementOf(risk: string): Judgement {
  const judgement = judgements[risk];
  if (judgement === undefined) throw new Error(`Nobody in the demo has a judgement on ${risk}.`);
  return judgement;
}
