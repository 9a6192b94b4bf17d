import { remembering } from '../models/remembering.ts';
import type { Deps } from './deps.ts';

/** What every step asks for, several times: who holds which role, by which calendar, by which criteria. */
const asked = ['people', 'settings', 'riskCriteria'] as const;

type Activity = (...args: never[]) => unknown;

/** Activities that last a moment, each call on a store of its own that asks for people and settings once. */
export function inAMoment<D extends Pick<Deps, 'store'>, A extends Record<string, Activity>>(deps: D, create: (deps: D) => A): A {
  const names = Object.keys(create(deps));
  const call = (name: string, args: never[]) => create({ ...deps, store: remembering(deps.store, asked) })[name]?.(...args);
  return Object.fromEntries(names.map((name) => [name, (...args: never[]) => call(name, args)])) as A;
}
