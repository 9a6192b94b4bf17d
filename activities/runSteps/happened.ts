import type { Actor } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { Run } from '../../domain/records/run.ts';
import type { NewEntry } from '../../models/trail.ts';
import type { Ending, RunStep } from '../../workflows/engine/contract.ts';

type Happened = Pick<NewEntry, 'event' | 'actor' | 'data' | 'texts'>;

const byEngine = (event: string, data: Record<string, unknown> = {}): Happened => ({ event, actor: engine, data });

/** What the trail says of a step of a run. An execution that begins again resumes what was opened before. */
export function happened(run: Run, step: RunStep): Happened {
  switch (step.event) {
    case 'opened': {
      const { process, key, subject, openedBy: actor, definition, settingsVersion } = run;
      return run.seq > 0 ? byEngine('resumed') : { event: 'opened', actor, data: { process, key, subject, definition, settingsVersion } };
    }
    case 'asked':
      return byEngine('asked', { subjects: step.subjects });
    case 'waiting':
      return byEngine('waiting', { waitingFor: step.waitingFor });
    case 'closed':
      return closed(step);
  }
}

function closed({ outcome, ending }: Extract<RunStep, { event: 'closed' }>): Happened {
  const event = outcome === 'cancelled' ? 'cancelled' : 'closed';
  if (ending === undefined) return byEngine(event, { outcome });
  const { kind, by, reason } = ending;
  return { event, actor: actorOf(ending), data: { outcome, ...(kind === 'superseded' && { supersededBy: by }) }, texts: { reason } };
}

const actorOf = ({ kind, by, via }: Ending): Actor => (kind === 'superseded' ? engine : { person: by, via });
