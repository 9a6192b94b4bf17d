import type { Words } from './process.ts';
import type { Touched } from './records/change.ts';

/** What the parts of the ISMS that a change can touch are called, on forms and in briefs. */
export const changeParts: Record<Touched, Words> = {
  scope: { en: 'Scope', de: 'Geltungsbereich' },
  policy: { en: 'Policy', de: 'Leitlinie' },
  criteria: { en: 'Risk criteria', de: 'Risikokriterien' },
  risks: { en: 'Risks', de: 'Risiken' },
  soa: { en: 'Statement of Applicability', de: 'Erklärung zur Anwendbarkeit' },
  documents: { en: 'Documents', de: 'Dokumente' },
  roles: { en: 'Roles', de: 'Rollen' },
  competence: { en: 'Competence and training', de: 'Kompetenz und Schulung' },
  objectives: { en: 'Objectives', de: 'Ziele' },
  suppliers: { en: 'Suppliers', de: 'Lieferanten' },
  processes: { en: 'Processes', de: 'Prozesse' },
  tools: { en: 'Tools', de: 'Werkzeuge' },
};
