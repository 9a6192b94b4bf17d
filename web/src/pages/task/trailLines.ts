import type { TFunction } from 'i18next';
import type { ScaleLabels } from '../../../../domain/records/reading.ts';
import type { SpokenEntry } from '../../../../domain/records/trail.ts';
import type { Field } from '../../forms/field.ts';
import type { Days } from '../../words/useDays.ts';
import { answerLines } from './answerLines.ts';

type Speaking = { t: TFunction; language: string; days: Days; labels: ScaleLabels; people: Readonly<Record<string, string>> };
type Line = { id: string; at: string; said: string; text?: string | undefined };

const events = [
  ...['opened', 'claimed', 'completed', 'submitted', 'returned', 'confirmed', 'commented', 'evidenceAdded', 'reassigned', 'delegated'],
  ...['handedBack', 'handOverAsked', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'waived', 'cancelled', 'handedOver'],
  ...['superseded', 'undeliverable', 'rung'],
] as const;
type Event = keyof typeof import('../../words/tasks.en.ts').tasks.history;
const isTold = (event: string): event is Event => (events as readonly string[]).includes(event);

/** The entries of a trail in sentences, oldest first; a rung that told nobody says nothing. */
export function trailLines(trail: readonly SpokenEntry[], fields: readonly Field[], speaking: Speaking): Line[] {
  return trail.flatMap((entry): Line[] => {
    if (!isTold(entry.event) || (entry.event === 'rung' && toldIn(entry).length === 0)) return [];
    return [{ id: entry.id, at: entry.at, said: saidOf(entry, entry.event, speaking), text: textOf(entry, fields, speaking) }];
  });
}

const toldIn = ({ data: { told } }: SpokenEntry): string[] =>
  Array.isArray(told) ? told.flatMap((one) => (typeof one?.person === 'string' ? [one.person as string] : [])) : [];

function saidOf(entry: SpokenEntry, event: Event, { t, language, days, people }: Speaking): string {
  const { actor, data } = entry;
  const nameOf = (id: unknown) => people[String(id)] ?? String(id ?? '');
  return t(`tasks.history.${event}`, {
    name: nameOf(event === 'opened' ? data.assignee : event === 'undeliverable' ? data.person : actor.person),
    to: nameOf(data.to),
    day: typeof data.until === 'string' ? days.day(data.until) : '',
    who: new Intl.ListFormat(language).format([...new Set(toldIn(entry))].map(nameOf)),
  });
}

/** What was said, or what was answered. */
function textOf({ event, data, texts }: SpokenEntry, fields: readonly Field[], speaking: Speaking): string | undefined {
  const { dutiesWaived: _waiver, ...said } = texts;
  if (event !== 'submitted' && event !== 'completed') return said.reason ?? said.comment ?? said.name;
  return answerLines(fields, { ...(data.outcome as object), ...said }, speaking)
    .map((line) => `${line.name}: ${line.said}`)
    .join('; ');
}
