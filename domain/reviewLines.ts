import type { Words } from './process.ts';
import type { Role } from './records/common.ts';
import type { InputLine } from './records/managementReview.ts';
import { both } from './words/both.ts';

/** The ten lines of 9.3.2 in our words, and whose they are unless somebody else is named. */
export const reviewLines: Record<InputLine, { title: Words; by: Role }> = {
  a: { title: both('a) Where earlier decisions stand', 'a) Stand früherer Entscheidungen'), by: 'ismsManager' },
  b: { title: both('b) Shifts in external and internal issues', 'b) Veränderte externe und interne Themen'), by: 'ismsManager' },
  c: { title: both('c) Shifts in what interested parties need', 'c) Veränderte Anforderungen interessierter Parteien'), by: 'legal' },
  d1: { title: both('d1) Nonconformities and corrective actions', 'd1) Nichtkonformitäten und Korrekturmaßnahmen'), by: 'ismsManager' },
  d2: { title: both('d2) Monitoring and measurement', 'd2) Überwachung und Messung'), by: 'ismsManager' },
  d3: { title: both('d3) Results of audits', 'd3) Auditergebnisse'), by: 'auditProgrammeManager' },
  d4: { title: both('d4) Fulfilment of objectives', 'd4) Erreichen der Ziele'), by: 'ismsManager' },
  e: { title: both('e) What interested parties report back', 'e) Rückmeldungen interessierter Parteien'), by: 'ismsManager' },
  f: { title: both('f) Risk assessment and treatment', 'f) Risikobeurteilung und Behandlung'), by: 'ismsManager' },
  g: { title: both('g) Chances to improve', 'g) Chancen zur Verbesserung'), by: 'ismsManager' },
};
