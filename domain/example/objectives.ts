import type { Instant } from '../records/common.ts';
import type { Measure, Objective } from '../records/measurement.ts';
import { endOfMonthIn } from './days.ts';
import { idOf, type PersonKey } from './people.ts';

type ExampleObjective = Pick<Objective, 'id' | 'name' | 'work' | 'resources' | 'judgedBy'> & {
  responsible: PersonKey;
  /** Reached by the end of that month, counted from the one in which the organization was created. */
  inMonths: number;
};
type ExampleMeasure = Pick<Measure, 'id' | 'name' | 'method' | 'unit' | 'source' | 'every' | 'objective' | 'target' | 'direction'> & {
  measurer: PersonKey;
  analyst: PersonKey;
};

const objectives: ExampleObjective[] = [
  {
    id: 'OBJ-001',
    name: 'A server is back within eight hours',
    work: 'A second server in Porto, job cards for the restore of each system, and an exercise in each half-year that ends in a list of what took long.',
    resources: '12,000 euros for the server; two days a quarter of Tiago Rocha and of one person who uses the system.',
    responsible: 'tiago',
    inMonths: 9,
    judgedBy: 'By the clock of the restore exercise, from the call until somebody has worked with the system for ten minutes.',
  },
  {
    id: 'OBJ-002',
    name: 'Most of us report a suspicious mail',
    work: 'A button for reporting in the mail program, harmless phishing mails four times a year, and five minutes about the last one in each team.',
    resources: 'Three days of Tiago Rocha for the button; half an hour a quarter of everybody.',
    responsible: 'petra',
    inMonths: 12,
    judgedBy: 'By how many of those who got a harmless phishing mail report it within a day; who clicks is not counted.',
  },
  {
    id: 'OBJ-003',
    name: 'What the ISMS asks is answered by the day that was promised',
    work: 'Deputies for everybody who owns a risk or a control, one mail for all that somebody is asked, and a word with whoever is late twice.',
    resources: 'A day a month of Hanna Vogt.',
    responsible: 'hanna',
    inMonths: 12,
    judgedBy: 'By the share of tasks answered by the date that was promised first, with no time added afterwards.',
  },
];

const measures: ExampleMeasure[] = [
  {
    id: 'MSR-001',
    name: 'Hours until a server is back',
    method: 'The longest time of the restore exercises of the half-year, taken from their protocols, in hours with one decimal.',
    ...{ unit: 'hours', source: 'asked', every: 'halfYear', objective: 'OBJ-001', target: 8, direction: 'atMost' },
    measurer: 'tiago',
    analyst: 'ines',
  },
  {
    id: 'MSR-002',
    name: 'Who reports a harmless phishing mail',
    method: 'Those who reported the mail within a day, divided by those who got it; of several mails in a quarter all together.',
    ...{ unit: '%', source: 'asked', every: 'quarter', objective: 'OBJ-002', target: 60, direction: 'atLeast' },
    measurer: 'tiago',
    analyst: 'petra',
  },
  {
    id: 'MSR-003',
    name: 'Answered by the day that was promised',
    method: 'Tasks done by the date that was promised first, divided by all whose date lies in the quarter; counted by this product.',
    ...{ unit: '%', source: 'onTime', every: 'quarter', objective: 'OBJ-003', target: 90, direction: 'atLeast' },
    measurer: 'hanna',
    analyst: 'katrin',
  },
];

/** What Tessel Instruments has set itself (6.2), approved by its managing director. */
export const exampleObjectives = (at: Instant): Objective[] =>
  objectives.map(({ responsible, inMonths, ...objective }) => ({
    ...objective,
    ...{ version: 1, responsible: idOf(responsible), due: endOfMonthIn(at, inMonths), status: 'active' },
    ...{ approvedBy: { person: idOf('martin'), via: 'login' }, updatedAt: at },
  }));

/** By which it sees whether it gets there (9.1): two are asked of people, one is counted by the product. */
export const exampleMeasures = (at: Instant): Measure[] =>
  measures.map(({ measurer, analyst, ...measure }) => ({
    ...measure,
    ...{ version: 1, measurer: idOf(measurer), analyst: idOf(analyst), status: 'active', updatedAt: at },
  }));
