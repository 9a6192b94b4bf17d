import type { Nonconformity } from '../../domain/records/nonconformity.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label, nameOf, said, table } from './draft.ts';
import { verdicts } from './words.ts';

const kinds = {
  missedTask: label('A task that nobody answered up to the last level', 'Eine Aufgabe, die bis zur letzten Stufe niemand beantwortet hat'),
  audit: label('An audit', 'Ein Audit'),
  incident: label('An incident', 'Ein Vorfall'),
  failedCheck: label('A failed check of a control', 'Eine nicht bestandene Prüfung einer Maßnahme'),
  offTarget: label('A measurement off its target', 'Ein Messwert außerhalb des Ziels'),
  complaint: label('A complaint', 'Eine Beschwerde'),
  supplier: label('A supplier', 'Ein Lieferant'),
  exercise: label('An exercise', 'Eine Übung'),
  certificationBody: label('The certification body', 'Die Zertifizierungsstelle'),
  managementReview: label('The management review', 'Die Managementbewertung'),
  observation: label('Somebody’s observation', 'Eine Beobachtung'),
} satisfies Record<Nonconformity['source']['kind'], unknown>;

const grades = { major: label('Major', 'Wesentlich'), minor: label('Minor', 'Geringfügig') };

/** A nonconformity as far as its record has come (10.2 f). */
export async function nonconformities(store: Store, id: string): Promise<Draft> {
  const found = await store.nonconformities.get(id);
  if (found === undefined) throw unrecoverable(`there is no nonconformity ${id}`);
  return { title: found.title, facts: await factsOf(store, found), tables: await judgementsOf(store, found) };
}

const factsOf = async (store: Store, nc: Nonconformity) => [
  ...fact(label('Came from', 'Herkunft'), said(kinds, nc.source.kind)),
  ...fact(label('Where it was seen', 'Wo es auffiel'), nc.source.task ?? nc.source.run),
  ...fact(label('What it is', 'Worum es geht'), nc.description),
  ...fact(label('Reported by', 'Gemeldet von'), await nameOf(store, nc.reportedBy)),
  ...fact(label('Since', 'Seit'), nc.proposedAt, 'instant'),
  ...fact(label('To be closed by', 'Abzuschließen bis'), nc.hardDate, 'day'),
  ...fact(label('Grade', 'Einstufung'), said(grades, nc.grade)),
  ...fact(label('Answers for the area', 'Verantwortlich für den Bereich'), await nameOf(store, nc.owner)),
  ...fact(label('Correction', 'Korrektur'), nc.correction),
  ...fact(label('Consequences dealt with', 'Folgen behandelt'), nc.consequences),
  ...fact(label('Cause', 'Ursache'), nc.cause),
  ...fact(label('The like elsewhere', 'Ähnliches anderswo'), nc.similarCases),
  ...fact(label('Planned actions', 'Geplante Maßnahmen'), nc.actions),
  ...fact(label('Carried out by', 'Umsetzung durch'), await nameOf(store, nc.responsible)),
  ...fact(label('To be done by', 'Umzusetzen bis'), nc.actionsDue, 'day'),
  ...fact(label('What shows that it works', 'Woran man die Wirkung sieht'), nc.measuredBy),
  ...fact(label('What was done', 'Was getan wurde'), nc.result),
];

const judgementsOf = async (store: Store, { effectiveness = [] }: Nonconformity) =>
  table(
    label('Judged before', 'Bisher beurteilt'),
    [label('Round', 'Runde'), label('Verdict', 'Urteil'), label('Why', 'Warum'), label('By', 'Von')],
    await Promise.all(
      effectiveness.map(async ({ round, verdict, reason, by }) => [
        String(round),
        verdicts[verdict],
        reason,
        (await nameOf(store, by.person)) ?? by.person,
      ]),
    ),
  );
