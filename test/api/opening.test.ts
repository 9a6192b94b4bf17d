import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jsonSchemaOf } from '../../domain/jsonSchema.ts';
import { definitions } from '../../workflows/definitions.ts';
import { addRisks } from '../support/organization.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await addRisks(product.store, ids.lukas, ['RSK-001']);
  await product.store.people.set(ids.marta, { status: 'left' });
});
afterAll(() => product.stop());

/** For each process that is about records: a subject of which nothing is there. */
const subjects: Record<string, Record<string, unknown>> = {
  riskAcceptance: { risk: 'RSK-404', asOf: 1 },
  targetedRiskReview: { risk: 'RSK-404', because: 'A report' },
  correctiveAction: { nonconformity: 'NC-404' },
  proposal: { proposal: 'RSK-404.AAAAA' },
  controlImplementation: { control: 'CTL-404', plan: 'PLN-404', responsible: 'per-nobody0000' },
  controlRollout: { rollout: 'ROL-404', control: 'CTL-404', since: '2027-01-04' },
  exceptionReview: { rollout: 'ROL-404', control: 'CTL-404', until: '2027-01-04' },
  measureDefinition: { plan: 'PLN-404', risk: 'RSK-404' },
  riskTreatment: { risk: 'RSK-404', because: 'A report' },
  internalAudit: { audit: 'AUD-404' },
  reviewDecision: { decision: 'RD-404' },
  changePlanning: { change: 'CHG-404' },
  campaign: { campaign: 'CMP-404' },
  documentControl: { document: 'DOC-404', because: 'A report' },
  documentReview: { document: 'DOC-404', version: 'DOC-404-v1' },
};

type Property = { names?: string; type?: string };
const fieldsOf = (key: string): [string, Property][] => {
  const { subject } = definitions.find((definition) => definition.key === key) ?? {};
  return Object.entries((subject && (jsonSchemaOf(subject, 'input') as { properties: Record<string, Property> }).properties) ?? {});
};
const naming = (key: string): string[] => fieldsOf(key).flatMap(([name, { names }]) => (names === undefined ? [] : [name]));

const ask = (key: string, what: 'runs' | 'preview', subject: object) =>
  product.as(ids.hanna)('POST', `/api/v1/processes/${key}/${what}`, { subject });
const places = ({ body }: { body: unknown }) => (body as { errors: { path: string; message: string }[] }).errors.map(({ path }) => path);

describe('A run about something that is not there', () => {
  it.each(Object.entries(subjects))('When %s is opened or previewed, each place is said and nothing opens', async (key, subject) => {
    const expected = naming(key).map((name) => `subject.${name}`);
    expect(expected.length).toBeGreaterThan(0);
    for (const what of ['runs', 'preview'] as const) {
      const answer = await ask(key, what, subject);
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(places(answer)).toEqual(expected);
    }
    expect(await product.store.runs.count({})).toBe(0);
  });

  it('When a process names a record in its subject, it is one of these, and every field that is no plain word names a register', () => {
    expect(new Set(definitions.map(({ key }) => key).filter((key) => naming(key).length > 0))).toEqual(new Set(Object.keys(subjects)));
    const plain = ['period', 'scope', 'because', 'asOf', 'since', 'until', 'due'];
    const unnamed = definitions.flatMap(({ key }) =>
      fieldsOf(key).filter(([name, { names }]) => names === undefined && !plain.includes(name)),
    );
    expect(unnamed).toEqual([]);
  });

  it('When it is said which record is missing, the sentence names it and its register; somebody who has left is nobody here', async () => {
    const { body } = await ask('controlImplementation', 'runs', { control: 'CTL-404', responsible: ids.marta });
    expect((body as { errors: unknown }).errors).toEqual([
      expect.objectContaining({ path: 'subject.control', message: 'CTL-404 is not in the register controls.' }),
      expect.objectContaining({ path: 'subject.responsible', message: 'This names nobody who is here.' }),
    ]);
  });

  it('When all of it is there, it is not refused for that', async () => {
    expect((await ask('targetedRiskReview', 'preview', { risk: 'RSK-001', because: 'A report' })).status).toBe(200);
  });
});
