import type { z } from 'zod';
import type { ByFlow, Changed, Created } from '../../activities/registers/byFlow.ts';
import type { Reads, Writes } from '../../activities/registers/index.ts';
import type { ProcessDefinition, TaskDefinition } from '../../domain/process.ts';
import type { TaskFacts } from '../../domain/rules/taskShape.ts';
import type { Call, Moment, Proposing, TaskInput, Watched } from './contract.ts';

// biome's and TypeScript's variance rules both need the widest form here: any definition at all.
export type AnyDefinition = ProcessDefinition<z.ZodObject, Record<string, TaskDefinition>>;

type Tasks<D> = D extends { tasks: infer T } ? T : never;
type Outcome<T> = T extends { outcome: infer O extends z.ZodType } ? z.output<O> : never;

/** What came of asking somebody. */
export type Answer<O> =
  | { state: 'done'; outcome: O; task: string; by: TaskFacts['by'] }
  | { state: 'cancelled' | 'waived' | 'superseded'; reason: string };

/** A read or write as a flow calls it: only its own arguments, the engine adds run, instant and key. */
type Own<F> = F extends (call: infer C) => infer R
  ? keyof Omit<C, keyof Call<unknown>> extends never
    ? () => R
    : (args: Omit<C, keyof Call<unknown>>) => R
  : never;
type OwnOf<T> = { [K in keyof T]: Own<T[K]> };

/** About what, and whose matter it is where the definition leaves that to the flow. */
export type Asking = Partial<Pick<TaskInput, 'about' | 'by' | 'confirmedBy' | 'barred' | 'brief' | 'due' | 'person'>>;

/** What a flow may do to a record of any register that is written by flows; both answer the same when they are tried again. */
type RecordWrites = {
  /** A new record under the next free number of the register; returns its id, such as `NC-014`. */
  createRecord<N extends ByFlow>(of: Created<N>): Promise<string>;
  /** Changes fields of a record; returns its version then. */
  changeRecord<N extends ByFlow>(of: Changed<N>): Promise<number>;
};

export type Powers<D> = {
  readonly run: string;
  readonly subject: D extends { subject: infer S extends z.ZodType } ? z.output<S> : never;
  /** Ids and frozen facts from registers. */
  readonly read: OwnOf<Reads>;
  /** Changes of registers: trailed, and made once however often they are tried. */
  readonly write: OwnOf<Omit<Writes, keyof RecordWrites>> & RecordWrites;
  /** Asks one person and waits for the answer, for as long as it takes. */
  ask<K extends keyof Tasks<D> & string>(task: K, options?: Asking): Promise<Answer<Outcome<Tasks<D>[K]>>>;
  /** Runs a step for every id, all at the same time. */
  each(step: Step<D>, items: readonly string[]): Promise<void>;
  /** Waits until the start of a working day; `ended` when the run ends before. */
  until(moment: Moment): Promise<'time' | 'ended'>;
  /** Waits until one of these records is not as it was; says what has changed, or `ended` when the run ends before. */
  when(watched: readonly Watched[]): Promise<string>;
  /** Some of whom the flow has asked by itself have not answered: the run closes incomplete. */
  leaveOpen(): void;
  firstOf<P extends Promise<unknown>[]>(...promises: P): Promise<Awaited<P[number]>>;
  /**
   * Starts a run of another process, which lives by itself; the link is recorded on both sides. Where one is open already that takes up the same, it
   * learns the reason instead. Answers its id; nothing when this run is ending.
   */
  start(process: string, subject: Record<string, unknown>, reason?: string): Promise<string | undefined>;
  /** Waits until another run has closed, for as long as it takes; `ended` when this one ends before. */
  closed(run: string): Promise<'closed' | 'ended'>;
  /** Whether this execution runs the changed code: true for all that begin after the change. */
  patched(change: string): boolean;
  /** Proposes another process, to be accepted or declined with a reason; accepted, it is started with that subject. */
  propose(process: string, proposal: Pick<Proposing, 'about' | 'reason' | 'to'> & { subject?: Record<string, unknown> }): Promise<void>;
};

export type StepBody<D> = (powers: Powers<D> & { item: string }) => Promise<void>;
/** A step is named by the task it begins with, so that "waiting for" speaks the words of the definition. */
/** `asksLater`: whether anybody is asked shows only in time, so that no mail waits for what all items ask. */
export type Step<D> = { name: keyof Tasks<D> & string; run: StepBody<D>; asksLater?: true };
export type Body<D> = (powers: Powers<D>) => Promise<void>;
