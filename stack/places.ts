import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StartFailure } from './startFailure.ts';

/** Where everything lies in DATA_DIR. */
export const places = (dataDir: string) => ({
  stack: join(dataDir, 'stack.json'),
  temporal: join(dataDir, 'temporal', 'temporal.db'),
  mail: join(dataDir, 'mail'),
  log: (name: string) => join(dataDir, 'logs', `${name}.log`),
});

const stores = { mongod: 'mongod', secantus: 'mongodb' } as const;
export type MongoKind = keyof typeof stores;

/** Which program wrote the database that is already there: the others cannot read its files. */
export const mongoKindIn = (dataDir: string): MongoKind | undefined =>
  (['secantus', 'mongod'] as const).find((kind) => existsSync(join(dataDir, stores[kind])));

/** The database's own folder. Refuses (StartFailure) when the data that is there was written by a program that is gone. */
export function mongoFolder(dataDir: string, binary: string): string {
  const kind: MongoKind = basename(binary) === 'mongod' ? 'mongod' : 'secantus';
  const before = mongoKindIn(dataDir);
  if (before !== undefined && before !== kind) {
    throw new StartFailure(
      `The database in ${dataDir} was written by mongod, which is not on the PATH any more. Install it, or set another DATA_DIR.`,
    );
  }
  return join(dataDir, stores[kind]);
}

/** Makes the folders, and puts long logs aside. */
export function prepare(dataDir: string, names: readonly string[]): void {
  const { temporal, mail, log } = places(dataDir);
  for (const folder of [join(temporal, '..'), mail, join(dataDir, 'logs')]) mkdirSync(folder, { recursive: true });
  for (const file of names.map(log)) if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
}
