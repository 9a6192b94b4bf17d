import type { ExampleControl } from './exampleControl.ts';

/** Doors, sensors, power and spare parts. */
export const physical: ExampleControl[] = [
  {
    id: 'CTL-20',
    name: 'Doors with badges',
    description: 'Laboratory, stores and server rooms open for those who work there; a lost badge is blocked the same day.',
    owner: 'oliver',
    checked: ['effective', 44],
    checkEvery: 'halfYear',
    tester: 'jonas',
    annexA: ['7.1', '7.2'],
  },
  {
    id: 'CTL-22',
    name: 'Smoke and water sensors in the server room',
    description: 'They call the caretaker and IT. Tested with the fire brigade once a year.',
    owner: 'oliver',
    checked: ['effective', 160],
    annexA: ['7.4', '7.5'],
  },
  {
    id: 'CTL-23',
    name: 'Battery power for an hour',
    description: 'Carries servers, switches and the telephone of each site; long enough to end measurements and shut down in order.',
    owner: 'ines',
    checked: ['partly', 101],
    annexA: ['7.11'],
  },
  {
    id: 'CTL-24',
    name: 'Safe for keys and backup disks',
    description: 'Fire-rated, in another part of the building than the servers; two people hold the combination.',
    owner: 'oliver',
    checked: ['effective', 58],
    annexA: ['7.10'],
  },
  {
    id: 'CTL-44',
    name: 'Spare controllers on the shelf',
    description: 'One of each type that stops a line, with the current program loaded and a date on the box.',
    owner: 'jonas',
    checked: ['partly', 79],
    annexA: ['7.13', '8.14'],
  },
];
