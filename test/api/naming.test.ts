import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { namesNobody } from '../../api/namesNobody.ts';
import { jsonSchemaOf } from '../../domain/jsonSchema.ts';
import type { Store } from '../../models/store.ts';
import { definition as correctiveAction } from '../../workflows/correctiveAction/definition.ts';
import { definition as objectives } from '../../workflows/objectives/definition.ts';
import { openTestStore } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';

let store: Store;
beforeAll(async () => {
  ({ store } = await openTestStore());
  await foundOrganization(store);
  await addRisks(store, ids.lukas, ['RSK-001']);
  await store.people.set(ids.marta, { status: 'left' });
});
afterAll(() => store.close());

const problemsOf = async (outcome: z.ZodType, answer: Record<string, unknown>): Promise<string[]> =>
  (await namesNobody(store, { outcomeSchema: JSON.stringify(jsonSchemaOf(outcome)) }, answer)).map(
    ({ path, message }) => `${path} ${message}`,
  );

describe('what an answer names', () => {
  it('When it is there, nothing is said; a risk that no register has is refused at its field', async () => {
    const { outcome } = correctiveAction.tasks.analyse;
    expect(await problemsOf(outcome, { risk: 'RSK-001' })).toEqual([]);
    expect(await problemsOf(outcome, { risk: 'RSK-404' })).toEqual(['outcome.risk RSK-404 is not in the register risks.']);
    expect(await problemsOf(outcome, {})).toEqual([]);
  });

  it('When it stands in a row, the row is said as well; whoever has left is nobody here', async () => {
    const { outcome } = objectives.tasks.propose;
    const answer = {
      results: [{ objective: 'OBJ-404', result: 'achieved' }],
      objectives: [{ responsible: ids.lukas }, { responsible: ids.marta }],
    };
    expect(await problemsOf(outcome, answer)).toEqual([
      'outcome.results.0.objective OBJ-404 is not in the register objectives.',
      'outcome.objectives.1.responsible This names nobody who is here.',
    ]);
  });
});
