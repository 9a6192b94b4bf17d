import { Refusal } from '../domain/refusal.ts';

const deepest = 30;

/** Refuses a value that is nested so deep that whatever walks through it could run out of stack. Walks level by level itself. */
export function refuseDeep(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new Refusal(400, 'malformed', `The body is nested deeper than ${deepest} levels.`);
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
}
