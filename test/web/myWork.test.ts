import { describe, expect, it } from '@jest/globals';
import type { WordsOfTask } from '../../domain/records/reading.ts';
import type { TaskLine } from '../../domain/records/taskLine.ts';
import type { AskedAhead } from '../../domain/records/yearAhead.ts';
import { groupsOf, placeOf, wantsOf } from '../../web/src/pages/myWork/groups.ts';
import { monthsOf } from '../../web/src/pages/myWork/months.ts';
import { minutesFor, monthOf, questionOf, subjectOf } from '../../web/src/words/asking.ts';

const at = '2026-10-15T16:00:00.000Z';
const line = (about: string, more: Partial<TaskLine> = {}): TaskLine => ({
  ...{
    id: `riskReview-2026-Q4/reassess/${about}/1`,
    run: 'riskReview-2026-Q4',
    process: 'riskReview',
    task: 'reassess',
    title: 'Reassess',
    about,
  },
  ...{ state: 'open', version: 1, assignee: 'me', assigneeName: 'Me', openedAt: at, promised: at, due: at, zone: 'Europe/Berlin' },
  ...{ workingDaysLeft: 3, extended: 0, level: 0, undeliverable: false },
  ...more,
});

describe('What waits for somebody', () => {
  it('When tasks of one run are due together, they are answered on one page; one alone has its own', () => {
    const groups = groupsOf([line('RSK-1'), line('RSK-2'), line('RSK-3', { due: '2026-11-15T16:00:00.000Z' })], 'me');
    expect(groups.map((group) => group.length)).toEqual([2, 1]);
    expect(groups.map((group) => placeOf(group, 'me').to)).toEqual(['/tasks/$run/$task', '/task/$']);
  });

  it('When decisions on risks wait, they stand together whatever their run', () => {
    const decision = (risk: string) =>
      line(risk, {
        process: 'riskAcceptance',
        run: `riskAcceptance-${risk}`,
        task: 'approve',
        due: `2026-1${risk.length - 4}-01T16:00:00.000Z`,
      });
    const [group, ...others] = groupsOf([decision('RSK-1'), decision('RSK-22')], 'me');
    expect([group?.length, others, group && placeOf(group, 'me')]).toEqual([2, [], { to: '/acceptances' }]);
  });

  it.each([
    ['an answer', {}, 'answer'],
    ['a confirmation', { state: 'submitted', assignee: 'other', confirmer: 'me' }, 'confirm'],
    ['nothing, as the answer waits for somebody else', { state: 'submitted', confirmer: 'other' }, 'elsewhere'],
    ['nothing, as somebody stands in', { assignee: 'other', onBehalfOf: 'me' }, 'elsewhere'],
    ['a decision about more time', { assignee: 'other', asksUntil: '2026-10-20' }, 'extension'],
    ['a decision about another person', { assignee: 'other', asksHandOver: true }, 'handOver'],
  ] as const)('When it wants %s, that is what it is listed for', (_what, more, wants) => {
    expect(wantsOf(line('RSK-1', more), 'me')).toBe(wants);
    if (wants !== 'answer') expect(groupsOf([line('RSK-1', more), line('RSK-2', more)], 'me')).toHaveLength(2);
  });
});

describe('The words of a definition', () => {
  const words: WordsOfTask = {
    ...{ process: 'Review', clauses: [], title: 'Reassess', purpose: '', doneWhen: [], minutes: 1 },
    question: {
      one: 'Is your risk still what you judged in {{since}}?',
      other: 'Are your {{count}} risks still what you judged in {{since}}?',
    },
    subject: { one: 'Reassess risk {{reference}}', other: '{{count}} Risiken neu bewerten' },
  };

  it('When several are asked, their number is a word, and a sentence begins with a capital letter', () => {
    expect(questionOf(words, { count: 4, since: 'July' }, 'en')).toBe('Are your four risks still what you judged in July?');
    expect(subjectOf(words, { count: 4 }, 'de')).toBe('Vier Risiken neu bewerten');
    expect(subjectOf(words, { count: 12 }, 'de')).toBe('12 Risiken neu bewerten');
  });

  it('When nobody knows since when, the question is what is to be done', () => {
    expect(questionOf(words, { count: 1, reference: 'RSK-1' }, 'en')).toBe('Reassess risk RSK-1');
    const month = (day: string) => day.slice(0, 7);
    expect([monthOf(['2026-07-02', '2026-07-03'], month), monthOf(['2026-07-02', undefined], month), monthOf([], month)]).toEqual([
      '2026-07',
      undefined,
      undefined,
    ]);
  });

  it('When it takes longer than one plans for in one go, no minutes are said', () => {
    expect([minutesFor(words, 4), minutesFor({ ...words, minutes: 0.2 }, 1), minutesFor(words, 31)]).toEqual([4, 1, undefined]);
  });
});

describe('The year of somebody by months', () => {
  const asked = (day: string): AskedAhead => ({
    ...{ day, due: day, process: 'riskReview', title: 'Review', period: '2027-Q1', task: 'reassess', asks: 'Reassess', count: 1 },
  });
  const year = (...days: string[]) => ({ from: '2026-11-27', to: '2027-11-27', items: days.map(asked) });

  it('When it begins within a month, twelve are shown, and a thirteenth only where something is asked in it', () => {
    const quiet = monthsOf(year('2027-01-04'), []);
    expect([quiet.length, quiet[0]?.month, quiet.at(-1)?.month]).toEqual([12, '2026-11', '2027-10']);
    expect(quiet[2]).toMatchObject({ month: '2027-01', open: 0, asked: [{ day: '2027-01-04' }] });
    expect(monthsOf(year('2027-11-02'), []).at(-1)).toMatchObject({ month: '2027-11', asked: [{ day: '2027-11-02' }] });
  });

  it('When something is late, it is due now', () => {
    const months = monthsOf(year(), [{ due: '2026-10-15T16:00:00.000Z' }, { due: '2026-12-15T16:00:00.000Z' }]);
    expect(months.slice(0, 3).map(({ open }) => open)).toEqual([1, 1, 0]);
  });
});
