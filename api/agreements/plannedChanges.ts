import { changeParts } from '../../domain/changeParts.ts';
import type { Change, Touched } from '../../domain/records/change.ts';
import type { Language } from '../../domain/records/common.ts';
import type { Detail } from '../../domain/refusal.ts';
import { alwaysSignificant, isSignificant, ofTopManagement } from '../../domain/rules/change.ts';
import { calendarOf } from '../../domain/sites.ts';
import { openPoints } from '../../domain/soa.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { unjudgedRisks } from '../../models/plannedChanges.ts';
import { statementNow } from '../../models/soa.ts';
import type { Store } from '../../models/store.ts';
import { type Check, problem } from './check.ts';

type Asked = { store: Store; change: Change; today: string };
type Agrees = (asked: Asked, outcome: Record<string, unknown>) => Detail[] | Promise<Detail[]>;

/** What the answers about a change must agree with: what it touches, the judgement of its risks, and the calendar. */
const checks: Record<string, Agrees> = { assess, approve, plan, statement, review };

export const changeAgrees: Check = async (store, task, outcome, now) => {
  const change = await store.changes.get(task.about ?? '');
  const today = calendarOf(await settingsNow(store), undefined).dayOf(now);
  return change === undefined ? [] : ((await checks[task.task]?.({ store, change, today }, outcome)) ?? []);
};

const needed = {
  consequences: { en: 'Say what follows from it.', de: 'Sagen Sie, was daraus folgt.' },
  integrity: { en: 'Say what keeps the ISMS whole meanwhile.', de: 'Sagen Sie, was das ISMS währenddessen zusammenhält.' },
  resources: {
    en: 'Say with what means, or that none are needed.',
    de: 'Sagen Sie, mit welchen Mitteln, oder dass es keine braucht.',
  },
} as const;

function assess(_asked: Asked, outcome: Record<string, unknown>): Detail[] {
  if (outcome.decision === 'unclear') return [];
  const found = outcome as Pick<Change, 'size' | 'significant'> & { touches: Touched[]; risks: string[] };
  const empty = (Object.keys(needed) as (keyof typeof needed)[]).filter((field) => (outcome[field] ?? '') === '');
  const among = (of: readonly Touched[]) => found.touches.some((one) => of.includes(one));
  return [
    ...(found.touches.length === 0
      ? [problem('touches', 'A change of the ISMS touches something of it.', 'Eine Änderung des ISMS berührt etwas davon.')]
      : []),
    ...empty.map((field) => problem(field, needed[field].en, needed[field].de)),
    ...(found.size === 'minor' && among(ofTopManagement)
      ? [
          problem(
            'size',
            'Scope, policy and criteria are top management’s: such a change is major.',
            'Geltungsbereich, Leitlinie und Kriterien gehören der obersten Leitung: Eine solche Änderung ist groß.',
          ),
        ]
      : []),
    ...(found.significant !== true && among(alwaysSignificant)
      ? [
          problem(
            'significant',
            'A change of scope or criteria may change risks: say so, and name them.',
            'Ein anderer Geltungsbereich oder andere Kriterien können Risiken ändern: Sagen Sie das, und nennen Sie sie.',
          ),
        ]
      : []),
    ...(isSignificant(found) && found.risks.length === 0
      ? [
          problem(
            'risks',
            'Name the risks that are to be judged before it is approved.',
            'Nennen Sie die Risiken, die vor der Zustimmung zu beurteilen sind.',
          ),
        ]
      : []),
  ];
}

async function approve({ store, change, today }: Asked, { decision, until }: Record<string, unknown>): Promise<Detail[]> {
  if (decision === 'defer')
    return typeof until === 'string' && until > today
      ? []
      : [problem('until', 'Say until which day to come.', 'Nennen Sie einen kommenden Tag, bis zu dem sie aufgeschoben wird.')];
  const unjudged = decision === 'approve' ? await unjudgedRisks(store, change) : [];
  if (unjudged.length === 0) return [];
  const which = unjudged.join(', ');
  return [
    problem(
      'decision',
      `Nobody has judged ${which} since this change was proposed: return it.`,
      `Niemand hat ${which} beurteilt, seit diese Änderung vorgeschlagen ist: Geben Sie sie zurück.`,
    ),
  ];
}

function plan({ today }: Asked, { due }: Record<string, unknown>): Detail[] {
  return String(due) < today ? [problem('due', 'The day is in the past.', 'Der Tag liegt in der Vergangenheit.')] : [];
}

/** What cannot be published is not promised: each line that stands open is named. */
async function statement({ store }: Asked, { decision }: Record<string, unknown>): Promise<Detail[]> {
  const open = decision === 'publish' ? openPoints(await statementNow(store)) : [];
  if (open.length === 0) return [];
  const named = open
    .slice(0, 10)
    .map(({ control }) => control)
    .join(', ');
  const which = open.length > 10 ? `${named}, …` : named;
  return [
    problem(
      'decision',
      `The statement cannot be published like this: ${open.length} lines have no reason (${which}).`,
      `So kann die Erklärung nicht veröffentlicht werden: ${open.length} Zeilen sind ohne Begründung (${which}).`,
    ),
  ];
}

function review({ change }: Asked, outcome: Record<string, unknown>): Detail[] {
  const { effects, unintended = '', followUp } = outcome as { effects: string; unintended?: string; followUp: { what: Touched }[] };
  const said = [...(change.followUp ?? []), ...followUp].map(({ what }) => what);
  const missing = effects === 'notAcceptable' ? [] : (change.touches ?? []).filter((one) => !said.includes(one));
  const listed = (language: Language) => missing.map((one) => changeParts[one][language]).join(', ');
  return [
    ...(effects !== 'asIntended' && unintended === ''
      ? [problem('unintended', 'Say what nobody had intended.', 'Sagen Sie, was niemand beabsichtigt hatte.')]
      : []),
    ...(missing.length > 0
      ? [
          problem(
            'followUp',
            `Say what became of what it touches: ${listed('en')}.`,
            `Sagen Sie, was aus dem wurde, was sie berührt: ${listed('de')}.`,
          ),
        ]
      : []),
  ];
}
