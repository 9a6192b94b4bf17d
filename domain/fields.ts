import { z } from 'zod';
import { Prose, Sentence } from './records/common.ts';

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
