import type { Connection, Model } from 'mongoose';
import type { z } from 'zod';
import { Refusal } from '../domain/refusal.ts';
import { schemaOf } from './schema.ts';
import { portableSubset } from './subset.ts';

export type Filter = Record<string, unknown>;
export type FindOptions = { sort?: Record<string, 1 | -1>; limit?: number; skip?: number };
export type Index = { fields: Record<string, 1 | -1>; unique?: boolean };

/**
 * Records of one kind: plain objects in, plain objects out, `id` for `_id`, instants as ISO strings. Of what a filter asks for
 * stands first what fewest records have: there are servers that take their index by the first field.
 */
export type Collection<T extends { id: string }> = {
  /** False when the id is taken: somebody, or an earlier attempt, was here first. Refused (409 `taken`) when another record has what is unique. */
  insert(record: T): Promise<boolean>;
  /** Inserts those whose id is not taken; refused like `insert`, with the others inserted. */
  insertMissing(records: readonly T[]): Promise<void>;
  get(id: string): Promise<T | undefined>;
  find(filter: Filter, options?: FindOptions): Promise<T[]>;
  /** Only these fields of each, where whole records would be many times as much. */
  pick<K extends keyof T & string>(filter: Filter, fields: readonly K[]): Promise<Pick<T, K | 'id'>[]>;
  first(filter: Filter, options?: FindOptions): Promise<T | undefined>;
  /** All that match, so many at a time, in the order of their ids; one query, open until its end or until whoever reads stops. */
  pages(filter: Filter, size: number): AsyncGenerator<T[]>;
  ids(filter: Filter): Promise<string[]>;
  count(filter: Filter): Promise<number>;
  /** Sets (and with `undefined` removes) fields where the id and the guard match; false when nothing matched. */
  set(id: string, change: Partial<T>, guard?: Filter): Promise<boolean>;
  setMany(filter: Filter, change: Partial<T>): Promise<number>;
  remove(filter: Filter): Promise<number>;
  createIndexes(): Promise<void>;
  /** The indexes of this collection that the database does not have, each as collection and name. */
  missingIndexes(): Promise<string[]>;
};

type Stored = Record<string, unknown> & { _id: string };

const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === 11000;
const taken = () => new Refusal(409, 'taken', 'Another record has the same value where each must have its own.');

/** Dates to ISO strings, all the way down. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = plain((value as Record<string, unknown>)[key]);
  return copy;
}

function fromStored<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...(plain(rest) as object) } as T;
}

const nameOf = (fields: Index['fields']): string => Object.entries(fields).flat().join('_');

/** What a server says of the indexes of a collection that does not exist. */
function noneYet(failure: unknown): { key: unknown }[] {
  if ((failure as { codeName?: unknown }).codeName === 'NamespaceNotFound') return [];
  throw failure;
}

const toStored = ({ id, ...rest }: { id: string }): Stored => ({ _id: id, ...rest });

const withId = ({ id, ...rest }: Filter): Filter => (id === undefined ? rest : { _id: id, ...rest });

/** None of no ids: nobody need be asked. */
const isNone = ({ id }: Filter): boolean => (id as { $in?: unknown[] } | undefined)?.$in?.length === 0;

function update(change: object): Filter {
  const entries = Object.entries(change);
  const gone = entries.filter(([, v]) => v === undefined).map(([k]) => [k, '']);
  const kept = entries.filter(([, v]) => v !== undefined);
  return { ...(kept.length > 0 && { $set: Object.fromEntries(kept) }), ...(gone.length > 0 && { $unset: Object.fromEntries(gone) }) };
}

export function collectionOf<T extends { id: string }>(
  connection: Connection,
  name: string,
  record: z.ZodType,
  indexes: readonly Index[],
): Collection<T> {
  const schema = schemaOf(record as unknown as z.ZodObject);
  for (const { fields, unique } of indexes) schema.index(fields, unique === true ? { unique } : {});
  portableSubset(schema);
  const model = connection.model(name, schema, name) as unknown as Model<Stored>;

  const find = async (filter: Filter, { sort = { _id: 1 }, limit = 0, skip = 0 }: FindOptions = {}): Promise<T[]> => {
    if (isNone(filter)) return [];
    const found = await model.find(withId(filter)).sort(sort).skip(skip).limit(limit).lean<Stored[]>();
    return found.map((stored) => fromStored<T>(stored));
  };

  // Servers differ in which of two taken keys they name, so the ids are looked up.
  const refuseUnlessThere = async (error: unknown, values: readonly T[]): Promise<void> => {
    if (!isDuplicate(error)) throw error;
    const ids = [...new Set(values.map(({ id }) => id))];
    if ((await model.countDocuments({ _id: { $in: ids } })) < ids.length) throw taken();
  };

  return {
    async insert(value) {
      try {
        await model.create(toStored(record.parse(value) as T));
        return true;
      } catch (error) {
        await refuseUnlessThere(error, [value]);
        return false;
      }
    },
    async insertMissing(values) {
      if (values.length === 0) return;
      try {
        await model.insertMany(
          values.map((value) => toStored(record.parse(value) as T)),
          { ordered: false },
        );
      } catch (error) {
        await refuseUnlessThere(error, values);
      }
    },
    async get(id) {
      const stored = await model.findById(id).lean<Stored>();
      return stored === null ? undefined : fromStored<T>(stored);
    },
    find,
    async pick(filter, fields) {
      const found = await model.find(withId(filter), Object.fromEntries(fields.map((field) => [field, 1]))).lean<Stored[]>();
      return found.map((stored) => fromStored(stored));
    },
    async first(filter, options = {}) {
      return (await find(filter, { ...options, limit: 1 }))[0];
    },
    async *pages(filter, size) {
      const cursor = model.find(withId(filter)).sort({ _id: 1 }).lean<Stored[]>().cursor({ batchSize: size });
      try {
        let page: T[] = [];
        for await (const stored of cursor) {
          page.push(fromStored<T>(stored as Stored));
          if (page.length < size) continue;
          yield page;
          page = [];
        }
        if (page.length > 0) yield page;
      } finally {
        await cursor.close();
      }
    },
    async ids(filter) {
      return (await model.find(withId(filter), { _id: 1 }).lean<Stored[]>()).map(({ _id }) => _id);
    },
    count: (filter) => model.countDocuments(withId(filter)).exec(),
    async set(id, change, guard = {}) {
      const { matchedCount } = await model.updateOne({ _id: id, ...guard }, update(change), { runValidators: false });
      return matchedCount === 1;
    },
    async setMany(filter, change) {
      return (await model.updateMany(withId(filter), update(change))).modifiedCount;
    },
    async remove(filter) {
      return (await model.deleteMany(withId(filter))).deletedCount;
    },
    async createIndexes() {
      await model.createCollection();
      await model.createIndexes();
    },
    async missingIndexes() {
      const there = await model.listIndexes().catch(noneYet);
      const names = new Set(there.map((index) => nameOf(index.key as Index['fields'])));
      return indexes
        .map(({ fields }) => nameOf(fields))
        .filter((wanted) => !names.has(wanted))
        .map((wanted) => `${name} ${wanted}`);
    },
  };
}
