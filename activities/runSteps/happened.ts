import type { Actor } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Gate } from '../../domain/rules/gates.ts';
import type { NewEntry } from '../../models/trail.ts';
import type { Ending, RunStep } from '../../workflows/engine/contract.ts';

type Happened = Pick<NewEntry, 'event' | 'actor' | 'data' | 'texts'>;

const byEngine = (event: string, data: Record<string, unknown> = {}): Happened => ({ event, actor: engine, data });

/** What the trail says of a step of a run; its dates count from `openedAt`. An execution that begins again resumes what was opened before. */
export function happened(run: Run, step: RunStep, gates: readonly Gate[]): Happened {
  switch (step.event) {
    case 'opened': {
      const { process, subject, openedAt, openedBy: actor, definition, settingsVersion, startedBy } = run;
      if (run.seq > 0) return byEngine('resumed');
      const by = startedBy === undefined ? {} : { startedBy };
      return { event: 'opened', actor, data: { process, subject, openedAt, definition, settingsVersion, ...by } };
    }
    case 'asked':
      return byEngine('asked', { subjects: step.subjects, ...(step.later === true && { later: true }) });
    case 'waiting':
      return byEngine('waiting', { waitingFor: step.waitingFor });
    case 'started':
      return byEngine('started', { started: step.started });
    case 'triggered':
      return { ...byEngine('triggered', { from: step.from }), texts: { reason: step.reason } };
    case 'closed':
      return closed(step, gates);
  }
}

function closed({ outcome, ending }: Extract<RunStep, { event: 'closed' }>, gates: readonly Gate[]): Happened {
  const event = outcome === 'cancelled' ? 'cancelled' : 'closed';
  if (ending === undefined) return byEngine(event, { outcome, gates });
  const { kind, by, reason } = ending;
  return { event, actor: actorOf(ending), data: { outcome, gates, ...(kind === 'superseded' && { supersededBy: by }) }, texts: { reason } };
}

const actorOf = ({ kind, by, via }: Ending): Actor => (kind === 'superseded' ? engine : { person: by, via });
