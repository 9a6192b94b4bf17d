import { Reference } from '../../domain/records/common.ts';
import { InterestedParty, Issue, Requirement } from '../../domain/records/context.ts';
import type { Detail } from '../../domain/refusal.ts';
import { missingReason } from '../../domain/rules/requirement.ts';
import type { Store } from '../../models/store.ts';
import { changing, creating, listing, reading } from '../register.ts';

const made = { version: true, updatedAt: true, origin: true, reviewedOn: true } as const;
const NewIssue = Issue.omit(made).meta({ id: 'NewIssue' });
const NewParty = InterestedParty.omit(made).meta({ id: 'NewInterestedParty' });
const NewRequirement = Requirement.omit(made).meta({ id: 'NewRequirement' });

const fine = async (): Promise<Detail[]> => [];
// Whoever looks at them yearly says when; a step of a run says where one came from.
const fixed = ['reviewedOn', 'origin'];

type Said = Pick<Requirement, 'party' | 'addressed' | 'controls' | 'reason'>;

/** Addressed through the ISMS it names a control or a reason; not addressed, a reason (4.2 c). */
async function requirementProblems(store: Store, { party, ...said }: Said): Promise<Detail[]> {
  const known = await store.controls.ids({ id: { $in: said.controls } });
  const missing = missingReason(said);
  const unknown = said.controls.filter((control) => !known.includes(control));
  return [
    ...((await store.interestedParties.get(party)) === undefined
      ? [{ path: 'party', message: `there is no interested party ${party}` }]
      : []),
    ...unknown.map((control) => ({ path: 'controls', message: `there is no control ${control}` })),
    ...(missing === undefined ? [] : [{ path: 'reason', message: missing }]),
  ];
}

/** What is around the ISMS (4.1, 4.2): issues, interested parties and what they require; and the versions of its scope (4.3). */
export const contextRegisters = [
  listing('issues', ['status', 'kind']),
  reading('issues'),
  creating({ register: 'issues', body: NewIssue, complete: async (issue) => issue, problems: fine }),
  changing({ register: 'issues', fixed, problems: fine }),

  listing('policies', ['status']),
  reading('policies'),

  listing('interestedParties', ['status', 'kind']),
  reading('interestedParties'),
  creating({ register: 'interestedParties', body: NewParty, complete: async (party) => party, problems: fine }),
  changing({ register: 'interestedParties', fixed, problems: fine }),

  listing('requirements', ['status', 'party', 'source'], {
    query: { control: Reference.optional().meta({ description: 'One of the controls that serve it.' }) },
    filterOf: ({ control }) => (control === undefined ? {} : { controls: control }),
  }),
  reading('requirements'),
  creating({ register: 'requirements', body: NewRequirement, complete: async (one) => one, problems: requirementProblems }),
  changing({ register: 'requirements', fixed, problems: requirementProblems }),

  listing('scopes', ['status']),
  reading('scopes'),

  // Set by the process of objectives (6.2), measured by that of measurement (9.1).
  listing('objectives', ['status', 'responsible']),
  reading('objectives'),
  listing('measures', ['status', 'objective']),
  reading('measures'),
  listing('measurements', ['measure', 'period', 'run']),
  reading('measurements'),
];
