import type { ExampleControl } from './exampleControl.ts';

/** What people know and how they were chosen. */
export const people: ExampleControl[] = [
  {
    id: 'CTL-15',
    name: 'Yearly course on information security',
    description: 'One hour with cases from our own house, a short test at the end, made up for by those who were away.',
    owner: 'hanna',
    checked: ['effective', 83],
    annexA: ['6.3'],
  },
  {
    id: 'CTL-16',
    name: 'Harmless phishing mails',
    description: 'Four times a year. What counts is how many report the mail, not who clicked.',
    owner: 'tiago',
    checked: ['partly', 37],
    checkEvery: 'quarter',
    tester: 'petra',
    annexA: ['6.3', '6.8'],
  },
  {
    id: 'CTL-18',
    name: 'References checked for administrators',
    description: 'Before somebody gets administrator rights or signs releases; done by human resources with the consent of the person.',
    owner: 'petra',
    checked: ['effective', 190],
    annexA: ['6.1'],
  },
  {
    id: 'CTL-19',
    name: 'Two people know each critical system',
    description: 'A matrix of systems and people; a gap of more than four weeks goes to the site lead.',
    owner: 'ines',
    checked: ['partly', 71],
    annexA: ['5.2', '6.3'],
  },
  {
    id: 'CTL-34',
    name: 'Training “On the road”',
    description: 'Half an hour before the first trip: trains, hotels, customs, and what to do when something is gone.',
    owner: 'lukas',
    checked: ['effective', 122],
    annexA: ['6.3', '6.7'],
  },
];
