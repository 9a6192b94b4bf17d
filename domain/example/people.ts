import type { Instant, Language, Role } from '../records/common.ts';
import type { Person } from '../records/person.ts';
import type { SiteName } from './settings.ts';

type ExamplePerson = {
  id: string;
  name: string;
  site: SiteName;
  language: Language;
  roles: Role[];
  manager?: PersonKey;
  deputy?: PersonKey;
};

export type PersonKey =
  | 'hanna'
  | 'martin'
  | 'katrin'
  | 'lukas'
  | 'jonas'
  | 'oliver'
  | 'ines'
  | 'rui'
  | 'marta'
  | 'tiago'
  | 'petra'
  | 'beatriz';

// Ids are fixed so that links, screenshots and tests of the example stay what they are.
const people: Record<PersonKey, ExamplePerson> = {
  hanna: {
    id: 'per-h4k7w2v9qa',
    name: 'Hanna Vogt',
    site: 'freiburg',
    language: 'en',
    roles: ['ismsManager', 'processOwner', 'documentOwner', 'everyone'],
    manager: 'martin',
    deputy: 'tiago',
  },
  martin: {
    id: 'per-m8s3d6l1xb',
    name: 'Martin Seidel',
    site: 'freiburg',
    language: 'de',
    roles: ['topManagement', 'everyone'],
    deputy: 'katrin',
  },
  katrin: {
    id: 'per-k2b9m5r7yc',
    name: 'Katrin Bäumer',
    site: 'freiburg',
    language: 'de',
    roles: ['topManagement', 'riskOwner', 'controlOwner', 'legal', 'everyone'],
    manager: 'martin',
    deputy: 'martin',
  },
  lukas: {
    id: 'per-l6w1n8d3zd',
    name: 'Lukas Wendt',
    site: 'freiburg',
    language: 'de',
    roles: ['riskOwner', 'controlOwner', 'assetOwner', 'everyone'],
    manager: 'martin',
    deputy: 'jonas',
  },
  jonas: {
    id: 'per-j9a4b7r2te',
    name: 'Jonas Albrecht',
    site: 'freiburg',
    language: 'de',
    roles: ['riskOwner', 'controlOwner', 'assetOwner', 'continuityManager', 'everyone'],
    manager: 'martin',
    deputy: 'oliver',
  },
  oliver: {
    id: 'per-o3s8t5k1rf',
    name: 'Oliver Stark',
    site: 'freiburg',
    language: 'de',
    roles: ['riskOwner', 'controlOwner', 'supplierManager', 'everyone'],
    manager: 'jonas',
    deputy: 'jonas',
  },
  ines: {
    id: 'per-i7c2v9l4hg',
    name: 'Inês Carvalho',
    site: 'porto',
    language: 'en',
    roles: ['riskOwner', 'processOwner', 'controlOwner', 'everyone'],
    manager: 'martin',
    deputy: 'rui',
  },
  rui: {
    id: 'per-r5t8v1s6jh',
    name: 'Rui Tavares',
    site: 'porto',
    language: 'en',
    roles: ['riskOwner', 'controlOwner', 'assetOwner', 'everyone'],
    manager: 'ines',
    deputy: 'marta',
  },
  marta: {
    id: 'per-n1g6u3r8ki',
    name: 'Marta Nogueira',
    site: 'porto',
    language: 'en',
    roles: ['riskOwner', 'controlOwner', 'everyone'],
    manager: 'ines',
    deputy: 'rui',
  },
  tiago: {
    id: 'per-t4r7c2h5lj',
    name: 'Tiago Rocha',
    site: 'porto',
    language: 'en',
    roles: ['itOperations', 'riskOwner', 'controlOwner', 'incidentManager', 'everyone'],
    manager: 'ines',
    deputy: 'rui',
  },
  petra: {
    id: 'per-p8l3d9n6wk',
    name: 'Petra Lindner',
    site: 'porto',
    language: 'de',
    roles: ['humanResources', 'riskOwner', 'controlOwner', 'everyone'],
    manager: 'ines',
    deputy: 'katrin',
  },
  beatriz: {
    id: 'per-b2p5q8i1om',
    name: 'Beatriz Pinto',
    site: 'porto',
    language: 'en',
    roles: ['auditor', 'auditProgrammeManager', 'everyone'],
    manager: 'ines',
  },
};

export const idOf = (key: PersonKey): string => people[key].id;
export const siteOf = (key: PersonKey): SiteName => people[key].site;

/** `Inês Carvalho` is reached at `ines.carvalho@tessel.example`, a domain that no mail can leave for. */
const mailOf = (name: string): string => `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '.')}@tessel.example`;

/** Twelve people of Tessel Instruments; the ISMS manager is reached at `adminEmail`. */
export const examplePeople = (o: { at: Instant; adminEmail: string }): Person[] =>
  Object.values(people).map(({ id, name, site, language, roles, manager, deputy }) => ({
    id,
    version: 1,
    name,
    email: roles.includes('ismsManager') ? o.adminEmail.toLowerCase() : mailOf(name),
    roles: roles.map((role) => ({ role })),
    site,
    ...(manager !== undefined && { manager: idOf(manager) }),
    ...(deputy !== undefined && { deputy: idOf(deputy) }),
    language,
    absences: [],
    status: 'active',
    updatedAt: o.at,
  }));
