import { DateTime } from 'luxon';
import type { Day, Instant } from '../../records/common.ts';
import type { Control, ControlKind } from '../../records/control.ts';
import { idOf } from '../people.ts';
import type { ExampleControl } from './exampleControl.ts';
import { legal } from './legal.ts';
import { organizational } from './organizational.ts';
import { people } from './people.ts';
import { physical } from './physical.ts';
import { technological } from './technological.ts';

const byKind: Record<ControlKind, ExampleControl[]> = { organizational, people, physical, technological, legal };

const daysBefore = (at: Instant, days: number): Day => DateTime.fromISO(at, { zone: 'utc' }).minus({ days }).toFormat('yyyy-MM-dd');

const record = (at: Instant, kind: ControlKind, { owner, status, checked, ...text }: ExampleControl): Control => ({
  ...text,
  version: 1,
  kind,
  owner: idOf(owner),
  status: status ?? 'implemented',
  effectiveness: checked?.[0] ?? 'untested',
  ...(checked !== undefined && { checkedOn: daysBefore(at, checked[1]) }),
  updatedAt: at,
});

/** The controls of Tessel Instruments, in the order of their references. */
export const exampleControls = (at: Instant): Control[] =>
  (Object.keys(byKind) as ControlKind[])
    .flatMap((kind) => byKind[kind].map((control) => record(at, kind, control)))
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
