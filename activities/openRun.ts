import type { Client } from '@temporalio/client';
import type { Clock } from '../domain/clock.ts';
import { definitionId, type ProcessDefinition } from '../domain/process.ts';
import type { Actor } from '../domain/records/common.ts';
import type { Run } from '../domain/records/run.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Store } from '../models/store.ts';
import { definitionOf } from '../workflows/definitions.ts';
import type { RunInput } from '../workflows/engine/contract.ts';
import { startOnce } from './startOnce.ts';

export { taskQueue } from './startOnce.ts';

export type OpenRunRequest = { process: string; subject: unknown; actor: Actor; startedBy?: string };
export type OpenRun = (request: OpenRunRequest) => Promise<Run>;

type Deps = { store: Store; client: Client; clock: Clock };

/**
 * The one way to open a run, used by API, schedule, flows and upkeep: the run document first, its id being process and key (one run per process
 * and key, whoever asks and whatever Temporal has forgotten), then the workflow of the same id. A cancelled run frees its key.
 * @throws Refusal 404 `unknownProcess`, 422 `invalid` with paths into the subject, 409 `runExists` naming the run, 409 `importRunning`
 */
export const createOpenRun =
  (deps: Deps): OpenRun =>
  async (request) => {
    const definition = definitionOf(request.process);
    if (definition === undefined) throw new Refusal(404, 'unknownProcess', `There is no process "${request.process}".`);
    const subject = parsedSubject(definition, request.subject);
    if ((await deps.store.imports.first({ state: 'applying' })) !== undefined)
      throw new Refusal(409, 'importRunning', 'A register is being imported. Open the run when the import is complete.');
    const run = await insertRun(deps, definition, subject, request);
    await startRunWorkflow(deps.client, run);
    return run;
  };

/** Opens a run unless its key has one; returns the id of the run that is there then, whoever opened it. */
export async function openOrFind(openRun: OpenRun, request: OpenRunRequest): Promise<string> {
  try {
    return (await openRun(request)).id;
  } catch (refusal) {
    const there = refusal instanceof Refusal && refusal.code === 'runExists' ? refusal.details[0]?.message : undefined;
    if (there === undefined) throw refusal;
    return there;
  }
}

/** The subject as the process reads it. @throws Refusal 422 `invalid` with paths into it */
export function parsedSubject(definition: ProcessDefinition, subject: unknown): Record<string, unknown> {
  const parsed = definition.subject.safeParse(subject);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({ path: ['subject', ...issue.path].join('.'), message: issue.message }));
  throw new Refusal(
    422,
    'invalid',
    `The subject of ${definition.key} is not valid: ${details.map((d) => `${d.path} ${d.message}`).join('; ')}`,
    details,
  );
}

async function insertRun(
  { store, clock }: Deps,
  definition: ProcessDefinition,
  subject: Record<string, unknown>,
  request: OpenRunRequest,
): Promise<Run> {
  const key = definition.runKey(subject as never);
  const settings = await store.settings.get('settings');
  if (settings === undefined) throw new Error('the organization has no settings yet');
  for (let attempt = 1; ; attempt += 1) {
    const id = `${definition.key}-${key}${attempt === 1 ? '' : `-${attempt}`}`;
    const run: Run = {
      id,
      process: definition.key,
      key,
      attempt,
      subject,
      ...(typeof subject.period === 'string' && { period: subject.period }),
      status: 'open',
      seq: 0,
      openedAt: clock.now(),
      openedBy: request.actor,
      waitingFor: [],
      settingsVersion: settings.version,
      definition: definitionId(definition),
      ...(request.startedBy !== undefined && { startedBy: request.startedBy }),
      gates: [],
    };
    if (await store.runs.insert(run)) return run;
    const there = await store.runs.get(id);
    if (there?.status !== 'cancelled')
      throw new Refusal(409, 'runExists', `${definition.title.en} ${key} has a run already: ${id}.`, [{ path: 'key', message: id }]);
  }
}

/** Starts the workflow of a run document; one that runs already is fine. */
export async function startRunWorkflow(client: Client, { id, process, subject, openedAt, period }: Run): Promise<void> {
  const input: RunInput = { run: id, process, subject, openedAt };
  await startOnce(client, { type: process, id, input, foundBy: { process, run: id, period } });
}
