import { z } from 'zod';
import { type RecordName, type RecordOf, records } from '../domain/records/index.ts';
import { type Detail, notFound, Refusal } from '../domain/refusal.ts';
import type { Collection, Filter } from '../models/collection.ts';
import { allOf } from '../models/filter.ts';
import { changeRecord } from '../models/registers.ts';
import type { Store } from '../models/store.ts';
import type { Api } from './deps.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { refuseWhileImporting } from './importing.ts';
import { invalid } from './mount.ts';
import { oneAtATime } from './oneAtATime.ts';
import { page, pageOf, pageQuery } from './paging.ts';
import { actorOf, type Scoped, scope, seen, writable } from './policy.ts';

/** Registers that can be read, and those that are written by people. */
export type Readable = Scoped & RecordName;
export type Writable =
  | 'people'
  | 'risks'
  | 'controls'
  | 'issues'
  | 'interestedParties'
  | 'requirements'
  | 'rollouts'
  | 'audits'
  | 'improvements'
  | 'changes'
  | 'campaigns'
  | 'documents';
type Draft<N extends Writable> = Omit<RecordOf<N>, 'version' | 'updatedAt'>;

const recordOf = (register: Readable): z.ZodObject => records[register] as unknown as z.ZodObject;
const collectionOf = (store: Store, register: Readable) => store[register] as unknown as Collection<{ id: string; version: number }>;

const id = z.strictObject({ id: z.string().max(300) });
const path = (register: Readable) => `/api/v1/registers/${register}`;

/** What else a list may be narrowed by than by the value of a field. */
export type Narrowing<Q extends z.ZodRawShape> = {
  query: Q;
  filterOf(asked: z.output<z.ZodObject<Q>>, api: Api): Filter | Promise<Filter>;
};

const notNarrowed: Narrowing<Record<never, never>> = { query: {}, filterOf: () => ({}) };

/** The list of a register; `filters` are fields that must equal what the query says. */
export const listing = <Q extends z.ZodRawShape>(
  register: Readable,
  filters: readonly string[] = [],
  narrowing: Narrowing<Q> = notNarrowed as unknown as Narrowing<Q>,
): Endpoint =>
  endpoint({
    method: 'get',
    path: path(register),
    tag: 'registers',
    summary: `The register ${register}: what you may see of it.`,
    allow: 'signedIn',
    query: z.strictObject({
      ...Object.fromEntries(filters.map((name) => [name, z.string().max(300).optional()])),
      ...narrowing.query,
      ...pageQuery,
    }),
    output: pageOf(recordOf(register)),
    handle: async ({ api, caller, query }) => {
      const { cursor, limit, ...asked } = query as { cursor?: string; limit?: number } & Filter;
      const equal = Object.fromEntries(Object.entries(asked).filter(([name]) => filters.includes(name)));
      const narrow = await narrowing.filterOf(asked as z.output<z.ZodObject<Q>>, api);
      const theirs = await scope(caller, register, api.store);
      return page(collectionOf(api.store, register), allOf(theirs, equal, narrow), { cursor, limit });
    },
  });

export const reading = (register: Readable): Endpoint =>
  endpoint({
    method: 'get',
    path: `${path(register)}/{id}`,
    tag: 'registers',
    summary: `One record of ${register}.`,
    allow: 'signedIn',
    params: id,
    output: recordOf(register),
    handle: async ({ api: { store }, caller, params }) => {
      const found = await seen(caller, register, store, params.id);
      if (found === undefined) throw notFound();
      return found;
    },
  });

// A register agrees with itself only if nobody else writes between the check and the change.
const inTurn: Record<Writable, ReturnType<typeof oneAtATime>> = {
  ...{ people: oneAtATime(), risks: oneAtATime(), controls: oneAtATime() },
  ...{ issues: oneAtATime(), interestedParties: oneAtATime(), requirements: oneAtATime() },
  rollouts: oneAtATime(),
  ...{ audits: oneAtATime(), improvements: oneAtATime(), changes: oneAtATime(), campaigns: oneAtATime() },
  documents: oneAtATime(),
};

type Problems<N extends Writable> = (store: Store, draft: Draft<N>) => Promise<Detail[]>;

export type Creating<N extends Writable, B extends z.ZodType> = {
  register: N;
  body: B;
  /** `key` is the same for a request that is sent again. */
  complete(body: z.output<B>, api: Api, key: string): Promise<Draft<N>>;
  problems: Problems<N>;
};

export const creating = <N extends Writable, B extends z.ZodType>({ register, body, complete, problems }: Creating<N, B>): Endpoint =>
  endpoint({
    method: 'post',
    path: path(register),
    tag: 'registers',
    summary: `A new record of ${register}.`,
    allow: 'manage',
    body,
    output: recordOf(register),
    status: 201,
    also: { 409: 'The id is taken.', 422: 'Paths say what is wrong.' },
    handle: async ({ api, caller, body: given, key }) =>
      inTurn[register](async () => {
        await refuseWhileImporting(api);
        const draft = await complete(given, api, key);
        const wrong = await problems(api.store, draft);
        if (wrong.length > 0) throw invalid(422, wrong);
        const { id: recordId, ...set } = draft;
        return changeRecord(api.store, {
          ...{ register, id: recordId, set: set as Partial<RecordOf<N>>, key },
          ...{ at: api.clock.now(), actor: actorOf(caller), event: 'created' },
        });
      }),
  });

/** Fields of a change: all optional, `null` removes one that a record need not have, the version is what was read. */
function changeBody(register: Writable, fixed: readonly string[]): z.ZodType<{ version: number } & Record<string, unknown>> {
  const shape = Object.entries(recordOf(register).shape as Record<string, z.ZodType>)
    .filter(([name]) => !['id', 'version', 'updatedAt', ...fixed].includes(name))
    .map(([name, field]) => [
      name,
      field instanceof z.ZodOptional ? (field as z.ZodOptional<z.ZodType>).unwrap().nullable().optional() : field.optional(),
    ]);
  const body = z.strictObject({ version: z.int().min(1), ...Object.fromEntries(shape) });
  return body as unknown as z.ZodType<{ version: number } & Record<string, unknown>>;
}

export const changing = <N extends Writable>({
  register,
  fixed,
  problems,
  changed = async () => {},
  follows = () => ({}),
}: {
  register: N;
  fixed: readonly string[];
  problems: Problems<N>;
  /** What follows from a change outside the register. May happen again. */
  changed?: (api: Api, record: RecordOf<N>) => Promise<void>;
  /** What else changes in the record with these fields. */
  follows?: (fields: Record<string, unknown>, record: Record<string, unknown>) => Record<string, unknown>;
}): Endpoint =>
  endpoint({
    method: 'patch',
    path: `${path(register)}/{id}`,
    tag: 'registers',
    summary: `Change fields of one record of ${register}; its owner may change some.`,
    allow: 'signedIn',
    params: id,
    body: changeBody(register, fixed),
    output: recordOf(register),
    also: { 403: 'Fields you may not change.', 409: 'The version is not the current one.', 422: 'Paths say what is wrong.' },
    handle: async ({ api, caller, params, body: { version, ...fields } }) =>
      inTurn[register](async () => {
        const { store } = api;
        const found = await seen(caller, register, store, params.id);
        if (found === undefined) throw notFound();
        refuseFields(writable(caller, register, found), Object.keys(fields));
        if (found.version !== version)
          throw new Refusal(409, 'stale', `Somebody has changed this since you read it (version ${version}, now ${found.version}).`);
        const set = {
          ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? undefined])),
          ...follows(fields, found),
        };
        const wrong = await problems(store, { ...found, ...set } as unknown as Draft<N>);
        if (wrong.length > 0) throw invalid(422, wrong);
        const made = await changeRecord(store, {
          ...{ register, id: params.id, version, set: set as Partial<RecordOf<N>> },
          ...{ at: api.clock.now(), actor: actorOf(caller), event: 'changed' },
        });
        await changed(api, made);
        return made;
      }),
  });

function refuseFields(may: 'all' | readonly string[], names: readonly string[]): void {
  if (names.length === 0) throw invalid(422, [{ path: '', message: 'names no field to change' }]);
  const forbidden = may === 'all' ? [] : names.filter((name) => !may.includes(name));
  if (forbidden.length === 0) return;
  const details = forbidden.map((path) => ({ path, message: 'only the ISMS manager changes this' }));
  throw new Refusal(403, 'forbidden', `Your roles do not allow to change ${forbidden.join(', ')}.`, details);
}
