import type { ExampleControl } from './exampleControl.ts';

/** Contracts, agreements and insurance. */
export const legal: ExampleControl[] = [
  {
    id: 'CTL-08',
    name: 'Security clauses in supplier contracts',
    description: 'Duty to tell us of an incident within two days, right to look, deletion at the end.',
    owner: 'katrin',
    checked: ['partly', 170],
    annexA: ['5.20'],
  },
  {
    id: 'CTL-09',
    name: 'Way out of the planning system',
    description:
      'The provider hands over all data in a readable form within a month, also in insolvency; agreed in an annex to the contract.',
    owner: 'katrin',
    status: 'implementing',
    annexA: ['5.20', '5.23'],
  },
  {
    id: 'CTL-11',
    name: 'List of duties from law and contracts',
    description: 'What each customer contract asks of us about confidentiality and notification, with the person who watches the date.',
    owner: 'katrin',
    checked: ['partly', 48],
    annexA: ['5.31'],
  },
  {
    id: 'CTL-14',
    name: 'Insurance against cyber damage',
    description: 'Covers loss of production for 30 days and a forensic team. Needs second factor and offline backup to be in place.',
    owner: 'katrin',
    checked: ['effective', 210],
    annexA: [],
  },
  {
    id: 'CTL-17',
    name: 'Confidentiality agreement with every employee',
    description: 'Part of the employment contract, goes on for three years after it ends.',
    owner: 'petra',
    checked: ['effective', 130],
    annexA: ['6.2', '6.6'],
  },
  {
    id: 'CTL-33',
    name: 'Statement signed by each employee',
    description: 'Who takes a laptop home signs what is allowed with it and that a loss is reported within the hour.',
    owner: 'petra',
    checked: ['partly', 66],
    annexA: ['6.2', '6.7'],
  },
  {
    id: 'CTL-41',
    name: 'Agreement on processing personal data',
    description: 'With every provider that stores names, voices or pictures of people for us.',
    owner: 'katrin',
    checked: ['effective', 88],
    annexA: ['5.34'],
  },
];
