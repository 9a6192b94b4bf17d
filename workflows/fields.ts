import { z } from 'zod';
import { Level, Prose, Sentence } from '../domain/records/common.ts';
import { Verdict } from '../domain/records/risk.ts';

/** Text of several lines that must say something. */
export const Said = Prose.pipe(z.string().min(3, 'a sentence of at least 3 characters').max(5000));

/** Why, for whoever looks at it later. */
export const Reason = Sentence.meta({
  ...{ title: 'Reason, one sentence', description: 'The auditor reads it.' },
  de: { title: 'Begründung, ein Satz', description: 'Die Auditorin liest ihn.' },
});

/** The decision on what somebody else has drafted; `approve` says what approving it does, where that is more. */
export const approveOrReturn = (approve = { en: 'Approve', de: 'Zustimmen' }) =>
  z.enum(['approve', 'return']).meta({
    ...{ title: 'Your decision', options: { approve: approve.en, return: 'Return, something is missing' } },
    chosen: { approve: 'Approved', return: 'Returned' },
    de: {
      title: 'Ihre Entscheidung',
      options: { approve: approve.de, return: 'Zurückgeben, es fehlt etwas' },
      chosen: { approve: 'Zugestimmt', return: 'Zurückgegeben' },
    },
  });

/** How an owner judges a risk (6.1.2 d, 8.2); the words of these fields stand with the others that pages know. */
export const judgement = z.strictObject({
  likelihood: Level.meta({ title: 'How likely is it, with these controls?' }),
  consequence: Level.meta({ title: 'How bad would it be?' }),
  verdict: Verdict.meta({ title: 'Your verdict' }),
  reason: Sentence.meta({ title: 'Reason, one sentence', description: 'Needed even if nothing changed: the auditor reads it.' }),
});
