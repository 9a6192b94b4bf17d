import { describe, expect, it } from '@jest/globals';
import type { Entry, SentMail } from '../../../stack/demo/facts.ts';
import { lineOf, lineOfMail, narrated, sentenceOf } from '../../../stack/demo/narration.ts';
import { type AskedTask, numbersOf, tableOf } from '../../../stack/demo/numbers.ts';
import { createVoice, printed } from '../../../stack/demo/voice.ts';

const names: Record<string, string> = { lukas: 'Lukas Wendt', marta: 'Marta Nogueira', hanna: 'Hanna Vogt', tove: 'Tove Lind' };
const nameOf = (id: string): string => names[id] ?? id;
const run = 'riskReview-2027-Q1';
let seq = 0;
const entry = (chain: string, event: string, data: Record<string, unknown> = {}, over: Partial<Entry> = {}): Entry => {
  seq += 1;
  return { id: `e${seq}`, chain, seq, at: '2027-01-04T07:00:00.000Z', actor: { person: 'engine', via: 'engine' }, event, data, ...over };
};
const onTask = (risk: string) => `task/${run}/reassess/${risk}/1`;
const told = (...entries: Entry[]): string[] => narrated(entries.flatMap((one) => lineOf(one, nameOf) ?? [])).map(sentenceOf);
const mail = (person: string, subject: string, at = '2027-01-04T08:00:00.000Z'): SentMail => ({
  ...{ id: `${person}${subject}`, messageId: '<x>', person, to: `${person}@tessel.example`, subject, letters: [], at, state: 'accepted' },
});

describe('What the demo says', () => {
  it('When the schedule opens a run, that is said; a run that another one starts names it', () => {
    expect(told(entry(`run/${run}`, 'opened', { process: 'riskReview', startedBy: 'schedules/riskReview' }))).toEqual([
      `The schedule opens the periodic risk review ${run}.`,
    ]);
    expect(told(entry('run/riskAcceptance-RSK-001-v2', 'opened', { process: 'riskAcceptance', startedBy: run }))).toEqual([
      `${run} starts riskAcceptance-RSK-001-v2.`,
    ]);
  });

  it('When one person is asked about several risks, it is one line; a deputy is asked instead of somebody', () => {
    const asked = (risk: string, more = {}) =>
      entry(onTask(risk), 'opened', { assignee: 'lukas', due: '2027-01-18T17:00:00.000Z', ...more });
    expect(told(asked('RSK-002'), asked('RSK-001'), asked('RSK-003', { onBehalfOf: 'marta' }))).toEqual([
      'Lukas Wendt is asked to answer by Mon 18 Jan: Reassess the risk (RSK-001 and RSK-002).',
      'Lukas Wendt is asked to answer by Mon 18 Jan, instead of Marta Nogueira, who is away: Reassess the risk (RSK-003).',
    ]);
  });

  it('Answers say by which way, escalations whom they told, and what nobody needs to know is left out', () => {
    const answered = entry(
      onTask('RSK-001'),
      'completed',
      { outcome: { likelihood: 2, consequence: 5 } },
      { actor: { person: 'lukas', via: 'link' } },
    );
    const rung = {
      rungs: [{ key: 'late1', missed: false }],
      told: [
        { person: 'lukas', as: 'assignee' },
        { person: 'tove', as: 'lineManager' },
      ],
    };
    expect(told(answered, entry(onTask('RSK-002'), 'rung', rung), entry('risks/RSK-001', 'assessed'))).toEqual([
      'Lukas Wendt answers RSK-001 as 2 × 5 by the link of the mail.',
      'RSK-002 is late, level 1: told Lukas Wendt and Tove Lind (line manager).',
    ]);
  });

  it('Lines come in the order of what happened, however late it was seen, and each once', () => {
    const said: string[] = [];
    const voice = createVoice({
      json: true,
      width: 100,
      colours: false,
      speed: 1,
      nameOf,
      write: (text) => said.push(JSON.parse(text).text),
    });
    voice.hear({ entries: [], mails: [mail('marta', 'Second', '2027-01-04T08:00:02.000Z')] }, '2027-01-04T08:00:02.500Z');
    voice.hear({ entries: [], mails: [mail('lukas', 'First', '2027-01-04T08:00:01.000Z')] }, '2027-01-04T08:00:02.800Z');
    expect(said).toEqual([]);
    voice.hear({ entries: [], mails: [] }, '2027-01-04T08:00:03.100Z');
    expect(said).toEqual(['Lukas Wendt: First']);
    voice.finish();
    voice.finish();
    expect(said).toEqual(['Lukas Wendt: First', 'Marta Nogueira: Second']);
  });

  it('No line is wider than the terminal, and the day stands in the margin once', () => {
    const line = lineOfMail(mail('lukas', 'Reassess '.repeat(30).trim()), nameOf);
    const look = { width: 80, colours: false };
    for (const row of printed(line, '', look).split('\n')) expect(row.length).toBeLessThanOrEqual(80);
    expect(printed(line, '', look)).toMatch(/^ {2}Mon 4 Jan/);
    expect(printed(line, 'Mon 4 Jan', look)).toMatch(/^ {14}✉ Lukas Wendt/);
  });
});

describe('The numbers', () => {
  const due = '2027-01-18T17:00:00.000Z';
  const task = (over: object): AskedTask =>
    ({
      id: 't',
      state: 'done',
      due,
      closedAt: '2027-01-10T09:00:00.000Z',
      closedBy: { person: 'lukas', via: 'link' },
      level: 0,
      timetable: { rungs: [] },
      ...over,
    }) as unknown as AskedTask;
  const sent = (letter: string, state = 'sent') => ({ timetable: { rungs: [{ letter, state }] } });
  const granted = { extensions: [{ state: 'granted' }] };

  it('Each is counted from what became of the tasks', () => {
    const tasks = [
      task({}),
      task({ closedAt: '2027-02-01T09:00:00.000Z', level: 3, ...sent('reminder') }),
      task({ closedBy: { person: 'hanna', via: 'login' }, standIn: 'deputy', ...granted, ...sent('reminder', 'missed') }),
      task({ state: 'open', closedAt: undefined, closedBy: undefined, level: 1, ...sent('dueToday'), extensions: [{ state: 'refused' }] }),
    ];
    const numbers = numbersOf({ tasks, acceptances: [{ state: 'accepted' }, { state: 'asked' }], nonconformities: [{}], mails: 7 });
    expect(numbers).toEqual({
      ...{ asked: 4, answered: 3, onTime: 2, late: 1, byLink: 2, bySigningIn: 1, byOthers: 1, reminded: 2, extended: 1 },
      ...{ escalated: 2, toTheLastLevel: 1, accepted: 1, nonconformities: 1, mails: 7 },
    });
    expect(tableOf(numbers)[0]).toBe('    4  questions asked');
    expect(tableOf(numbers)).toHaveLength(Object.keys(numbers).length);
  });
});
