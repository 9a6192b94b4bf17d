import type { Words } from './process.ts';

/** What those are called to whom the first year of an ISMS gives work (5.3). */
export const roleNames = {
  topManagement: { en: 'Top management', de: 'Oberste Leitung' },
  riskOwner: { en: 'Risk owner', de: 'Risikoeigentümer' },
  controlOwner: { en: 'Control owner', de: 'Maßnahmeneigentümer' },
  auditProgrammeManager: { en: 'Manages the audit programme', de: 'Leitet das Auditprogramm' },
  auditor: { en: 'Auditor', de: 'Auditor' },
  legal: { en: 'Legal and compliance', de: 'Recht und Compliance' },
  processOwner: { en: 'Process owner', de: 'Prozesseigentümer' },
} satisfies Record<string, Words>;
