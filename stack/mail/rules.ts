import { z } from 'zod';

/**
 * How the sink misbehaves, to see what becomes of a letter: refuses for now (451) or for good (550), says nothing, cuts the connection, or
 * keeps the message and cuts the connection before it says so.
 */
export const MailRule = z.strictObject({
  action: z.enum(['refuseForNow', 'refuse', 'hang', 'drop', 'keepAndDrop']),
  /** Recipients whose address contains this; without it all. */
  to: z.string().toLowerCase().optional(),
  /** How many times; without it until the rules are replaced. */
  times: z.int().positive().optional(),
});

export type MailRule = z.input<typeof MailRule>;

export type Rules = {
  replace(rules: readonly MailRule[]): void;
  list(): readonly MailRule[];
  next(recipient: string): MailRule['action'] | undefined;
};

/** The rules in force; the first that fits a recipient counts, and counts down. */
export function createRules(initial: readonly MailRule[] = []): Rules {
  let rules = z.array(MailRule).parse(initial);
  return {
    replace: (next) => {
      rules = z.array(MailRule).parse(next);
    },
    list: () => rules,
    next: (recipient) => {
      const rule = rules.find(({ to }) => to === undefined || recipient.toLowerCase().includes(to));
      if (rule?.times !== undefined) {
        rule.times -= 1;
        if (rule.times === 0) rules = rules.filter((other) => other !== rule);
      }
      return rule?.action;
    },
  };
}
