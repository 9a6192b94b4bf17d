import type { ExampleControl } from './exampleControl.ts';

/** Rules, plans and reviews. */
export const organizational: ExampleControl[] = [
  {
    id: 'CTL-01',
    name: 'Security policy that everybody has read',
    description: 'Four pages, signed by the managing director, read by each newcomer in the first week and again after every change.',
    owner: 'hanna',
    checked: ['effective', 74],
    annexA: ['5.1'],
  },
  {
    id: 'CTL-02',
    name: 'List of assets with owners',
    description:
      'Instruments, computers, services and data, each with one owner. The list is compared with what is really there twice a year.',
    owner: 'tiago',
    checked: ['partly', 61],
    annexA: ['5.9'],
  },
  {
    id: 'CTL-03',
    name: 'Three classes of information',
    description:
      'Public, internal, confidential. Drawings and measurements of customers are confidential unless the customer says otherwise.',
    owner: 'hanna',
    checked: ['effective', 118],
    annexA: ['5.12', '5.13'],
  },
  {
    id: 'CTL-04',
    name: 'Checklist for joining, moving and leaving',
    description: 'Human resources opens it, IT and the line manager tick it off: accounts, keys, devices, shared passwords.',
    owner: 'petra',
    checked: ['partly', 40],
    annexA: ['5.11', '5.16', '5.18', '6.5'],
  },
  {
    id: 'CTL-05',
    name: 'Access rights looked at every half year',
    description: 'The owner of each system goes through the list of accounts and says of each whether it is still needed.',
    owner: 'tiago',
    checked: ['effective', 92],
    annexA: ['5.18', '8.2'],
  },
  {
    id: 'CTL-06',
    name: 'Two people for payments and new bank details',
    description:
      'A changed account number is confirmed by a call to a number that was known before. Payments above 5,000 euros need two people.',
    owner: 'katrin',
    checked: ['effective', 33],
    annexA: ['5.3'],
  },
  {
    id: 'CTL-07',
    name: 'Suppliers reviewed before the contract and every year',
    description: 'A short questionnaire, certificates where there are some, and what went wrong with this supplier since the last review.',
    owner: 'oliver',
    checked: ['partly', 150],
    annexA: ['5.19', '5.22'],
  },
  {
    id: 'CTL-10',
    name: 'Incident plan and list of who is called',
    description: 'Who decides, who tells customers and the authority, what is unplugged first. Printed copies hang in both sites.',
    owner: 'tiago',
    checked: ['effective', 55],
    annexA: ['5.24', '5.26'],
  },
  {
    id: 'CTL-12',
    name: 'Restore exercise twice a year',
    description: 'One server and one project folder are restored to a spare machine, timed, and compared by somebody who uses them.',
    owner: 'tiago',
    checked: ['partly', 97],
    annexA: ['8.13', '5.30'],
  },
  {
    id: 'CTL-13',
    name: 'Paper plan for production without IT',
    description: 'Job cards and delivery notes for two weeks can be printed in advance; the order in which systems come back is agreed.',
    owner: 'jonas',
    status: 'implementing',
    annexA: ['5.29', '5.30'],
  },
  {
    id: 'CTL-21',
    name: 'Visitors are met, badged and accompanied',
    description: 'Nobody from outside walks alone beyond the reception. The host signs visitors in and out.',
    owner: 'oliver',
    checked: ['partly', 26],
    annexA: ['7.2', '7.6'],
  },
  {
    id: 'CTL-30',
    name: 'Nothing stays in the car',
    description: 'A rule of one line: laptop, instrument and papers go where the person goes, even for a coffee.',
    owner: 'lukas',
    checked: ['effective', 140],
    annexA: ['5.10', '7.9'],
  },
];
