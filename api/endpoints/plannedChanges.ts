import { z } from 'zod';
import { Change } from '../../domain/records/change.ts';
import { PersonId, Reference } from '../../domain/records/common.ts';
import { changing, creating, listing, reading } from '../register.ts';
import { changeProblems, judgedChangeProblems } from '../registerRules.ts';

const NewChange = z
  .strictObject({
    id: Reference,
    title: Change.shape.title,
    reason: Change.shape.reason,
    purpose: Change.shape.purpose.unwrap(),
    requestedBy: PersonId.meta({ description: 'Who asks for it; they do not approve it.' }),
    responsible: PersonId.optional().meta({ description: 'Who plans it and carries it out; whoever asks for it unless said.' }),
  })
  .meta({
    id: 'NewChange',
    description: 'A change of the ISMS that somebody asks for. A run of changePlanning judges, approves and follows it.',
  });

/** What whoever asks for a change says; everything else is written by its run. */
const asked = ['title', 'reason', 'purpose', 'requestedBy', 'responsible'];
const byFlow = Object.keys(Change.shape).filter((field) => !['id', 'version', 'updatedAt', ...asked].includes(field));

export const plannedChanges = [
  listing('changes', ['status', 'requestedBy', 'responsible']),
  reading('changes'),
  creating({
    register: 'changes',
    body: NewChange,
    complete: async (change) => ({
      ...change,
      responsible: change.responsible ?? change.requestedBy,
      source: { kind: 'person' as const },
      status: 'requested' as const,
    }),
    problems: changeProblems,
  }),
  changing({
    register: 'changes',
    fixed: byFlow,
    problems: async (store, change) => [...(await judgedChangeProblems(store, change)), ...(await changeProblems(store, change))],
  }),
];
