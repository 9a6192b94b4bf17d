import type { Words } from './process.ts';
import type { Role } from './records/common.ts';
import type { InputLine } from './records/managementReview.ts';

/** The ten lines of 9.3.2 in our words, and whose they are unless somebody else is named. */
export const reviewLines: Record<InputLine, { title: Words; by: Role }> = {
  a: { title: { en: 'a) Where earlier decisions stand', de: 'a) Stand früherer Entscheidungen' }, by: 'ismsManager' },
  b: { title: { en: 'b) Shifts in external and internal issues', de: 'b) Veränderte externe und interne Themen' }, by: 'ismsManager' },
  c: { title: { en: 'c) Shifts in what interested parties need', de: 'c) Veränderte Anforderungen interessierter Parteien' }, by: 'legal' },
  d1: {
    title: { en: 'd1) Nonconformities and corrective actions', de: 'd1) Nichtkonformitäten und Korrekturmaßnahmen' },
    by: 'ismsManager',
  },
  d2: { title: { en: 'd2) Monitoring and measurement', de: 'd2) Überwachung und Messung' }, by: 'ismsManager' },
  d3: { title: { en: 'd3) Results of audits', de: 'd3) Auditergebnisse' }, by: 'auditProgrammeManager' },
  d4: { title: { en: 'd4) Fulfilment of objectives', de: 'd4) Erreichen der Ziele' }, by: 'ismsManager' },
  e: { title: { en: 'e) What interested parties report back', de: 'e) Rückmeldungen interessierter Parteien' }, by: 'ismsManager' },
  f: { title: { en: 'f) Risk assessment and treatment', de: 'f) Risikobeurteilung und Behandlung' }, by: 'ismsManager' },
  g: { title: { en: 'g) Chances to improve', de: 'g) Chancen zur Verbesserung' }, by: 'ismsManager' },
};
