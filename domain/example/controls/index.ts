import type { Day, Instant } from '../../records/common.ts';
import type { Control, ControlKind } from '../../records/control.ts';
import { holdsUntil, type Result } from '../../rules/control.ts';
import { daysBefore } from '../days.ts';
import { idOf } from '../people.ts';
import type { ExampleControl } from './exampleControl.ts';
import { legal } from './legal.ts';
import { organizational } from './organizational.ts';
import { people } from './people.ts';
import { physical } from './physical.ts';
import { technological } from './technological.ts';

const byKind: Record<ControlKind, ExampleControl[]> = { organizational, people, physical, technological, legal };

const record = (at: Instant, kind: ControlKind, { owner, tester, status, checked, ...text }: ExampleControl): Control => ({
  ...text,
  version: 1,
  kind,
  owner: idOf(owner),
  ...(tester !== undefined && { tester: idOf(tester) }),
  status: status ?? 'implemented',
  effectiveness: checked?.[0] ?? 'untested',
  ...(checked !== undefined && checkedOn(daysBefore(at, checked[1]), checked[0], text)),
  updatedAt: at,
});

/** Where it is said how often it is looked at, the last check holds until the next. */
const checkedOn = (
  day: Day,
  result: Result,
  { checkEvery }: Pick<ExampleControl, 'checkEvery'>,
): Pick<Control, 'checkedOn' | 'nextCheck'> => ({
  checkedOn: day,
  ...(checkEvery !== undefined && { nextCheck: holdsUntil(day, { checkEvery }, result) }),
});

/** The controls of Tessel Instruments, in the order of their references. */
export const exampleControls = (at: Instant): Control[] =>
  (Object.keys(byKind) as ControlKind[])
    .flatMap((kind) => byKind[kind].map((control) => record(at, kind, control)))
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
