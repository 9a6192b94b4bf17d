import { audits } from './checks/audits.de.ts';
import { cycles } from './checks/cycles.de.ts';
import { documents } from './checks/documents.de.ts';
import { nonconformities } from './checks/nonconformities.de.ts';
import { reviews } from './checks/reviews.de.ts';
import { trail } from './checks/trail.de.ts';
import type { checks as en } from './checks.en.ts';

export const checks: typeof en = {
  ...{ audits, cycles, documents, nonconformities, reviews, trail },
  share: '{{n}} von {{of}}',
  role: {
    topManagement: 'die oberste Leitung',
    ismsManager: 'ISMS-Leitung',
    processOwner: 'Prozessverantwortung',
    riskOwner: 'Risikoverantwortung',
    controlOwner: 'Maßnahmenverantwortung',
    assetOwner: 'Werteverantwortung',
    documentOwner: 'Dokumentenverantwortung',
    auditProgrammeManager: 'Auditprogrammleitung',
    auditor: 'Audit',
    supplierManager: 'Lieferantenmanagement',
    incidentManager: 'Vorfallmanagement',
    continuityManager: 'Notfallmanagement',
    itOperations: 'IT-Betrieb',
    humanResources: 'Personalabteilung',
    legal: 'Rechtsabteilung',
    everyone: 'alle',
  },
};
