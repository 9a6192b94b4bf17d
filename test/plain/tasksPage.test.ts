import { describe, expect, it } from '@jest/globals';
import { answeredPage } from '../../api/plain/views/answeredPage.tsx';
import { answerOf } from '../../api/plain/views/answers.ts';
import { tasksPage } from '../../api/plain/views/tasksPage.tsx';
import type { CommandForm } from '../../api/plain/views/types.ts';
import { due } from '../support/samples/letters.ts';
import {
  answered,
  confirmGroup,
  fiveHundred,
  group,
  laptop,
  notebook,
  refused,
  tasks,
  unjudged,
  withFiles,
} from '../support/samples/pages.ts';

const both = [laptop, notebook].map(({ name, title }) => ({ name, label: `${name} ${title}` }));
const moreTime: CommandForm = { command: 'extend', tasks: both, least: '2026-10-16' };
const handOver: CommandForm = { command: 'askHandOver', tasks: both };

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const inputs = (html: string, name: string): string[] =>
  [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`name="${name}"`));
const chosen = (html: string, name: string): (string | undefined)[] =>
  inputs(html, name)
    .filter((tag) => tag.includes('checked'))
    .map((tag) => /value="([^"]*)"/.exec(tag)?.[1]);

describe('The page behind the link', () => {
  const html = tasksPage(tasks([group([laptop, notebook, unjudged])]));

  it('When the clock is running, the date and each step of the timetable are said with their time', () => {
    const asked = group([laptop]);
    const steps = asked.steps.map((step) => ({ ...step, byTheClock: true }));
    expect(textOf(html)).toContain('By Thursday 15 October ');
    expect(textOf(tasksPage(tasks([{ ...asked, steps }])))).toMatch(/By Thursday 15 October 18:00 .*Fri 16 Oct 08:00/);
  });

  it('shows the facts: last judgement, what happened since, and the controls by kind', () => {
    const text = textOf(html);
    expect(text).toContain('2 July, by you: unlikely (2) and moderate (3) Medium');
    expect(text).toContain('2 July, by Marta Nogueira: unlikely (2) and minor (2) Low');
    expect(text).toContain('CTL-31 Disk encryption: being implemented on 20 Aug');
    expect(text).toContain('5 controls of 4 kinds');
    expect(text).toContain('Technological, being implemented');
    expect(text).toContain('Nothing has changed since July');
  });

  it('When a risk was judged before, its levels are preset and said so, the verdict never is', () => {
    expect(chosen(html, 'RSK-017.likelihood')).toEqual(['2']);
    expect(chosen(html, 'RSK-017.consequence')).toEqual(['3']);
    expect(textOf(html)).toContain('How likely is it, with these controls? as in July');
    expect(chosen(html, 'RSK-017.verdict')).toEqual([]);
    expect(html).not.toContain('As before.');
  });

  it('When a risk was never judged, nothing is preset', () => {
    expect(chosen(html, 'RSK-030.likelihood')).toEqual([]);
    expect(textOf(html)).toContain('Not judged before');
  });

  it('When the criteria have four steps, the scale has four', () => {
    const labels = { likelihood: ['a', 'b', 'c', 'd'], consequence: ['a', 'b', 'c'] };
    const narrow = tasksPage(tasks([group([{ ...laptop, labels }])]));
    expect(inputs(narrow, 'RSK-017.likelihood')).toHaveLength(4);
    expect(inputs(narrow, 'RSK-017.consequence')).toHaveLength(3);
  });

  it('says who is told and when, and that opening it changed nothing', () => {
    const text = textOf(html);
    expect(text).toContain('Thu 1 Oct Mail to you delivered 08:02');
    expect(text).toContain('Due, end of the working day in Freiburg');
    expect(text).toContain('Thu 29 Oct Top management; a nonconformity is proposed');
    expect(text).toContain('Opening this page changed nothing; only sending does.');
  });

  it('When there are files, it names them with their size and day, and leads to them only where the reader may have them', () => {
    const files = tasksPage(tasks([group([withFiles])], { evidence: { action: '/a/x/evidence' } }));
    expect(textOf(files)).toMatch(/Encryption report of October\.pdf\s+1\.8 MB, Mon 5 Oct/);
    expect(textOf(files)).toMatch(/Laptops\.xlsx\s+18 kB, Tue 6 Oct/);
    expect(files).toContain('<a href="/report">Encryption report of October.pdf</a>');
    expect(files).not.toMatch(/<a [^>]*>Laptops/);
    expect(inputs(files, 'file')[0]).toContain('accept=".pdf,.png,.jpg,.jpeg,.txt,.csv,.docx,.xlsx,.eml"');
    expect(files).toContain('action="/a/x/evidence" encType="multipart/form-data"');
  });

  it('shows a form only for what may be done', () => {
    expect(html).not.toMatch(/more-time|hand-over/);
    const asking = tasksPage(tasks([group([laptop, notebook])], { commands: [moreTime, handOver] }));
    expect(asking).toContain('<details id="more-time">');
    expect(asking).toContain('<details id="hand-over">');
    expect(textOf(asking)).toContain('All 2 of them');
    expect(asking).toContain('name="key" value="key-value-extend"');
  });

  it('When a request was refused, its form comes back open, with what was typed and why', () => {
    const refusedAsk = { ...moreTime, typed: { task: '*', until: '2026-10-01', reason: 'I wait for the test.' }, problem: 'It is past.' };
    const back = tasksPage(tasks([group([laptop, notebook])], { commands: [refusedAsk] }));
    expect(back).toContain('<details id="more-time" open="">');
    expect(back).toContain('value="2026-10-01"');
    expect(back).toContain('I wait for the test.</textarea>');
    expect(back).toContain('<p class="problem" id="extend-problem">It is past.</p>');
  });

  it('When the date has moved, the first one is struck, and who asked and who decided is said', () => {
    const moved = { first: due, times: 1 };
    const requests = [
      {
        ...{ at: '2026-10-05T08:00:00.000Z', until: '2026-10-22', reason: 'I wait for the test.', state: 'granted' as const },
        ...{ decidedBy: 'Hanna Vogt', decidedAt: '2026-10-06T07:00:00.000Z', answer: 'Until then, no longer.' },
      },
      { at: '2026-10-06T07:30:00.000Z', by: 'Marta Nogueira', until: '2026-10-29', reason: 'It is later still.', state: 'asked' as const },
    ];
    const later = tasksPage(tasks([group([laptop], { due: '2026-10-22T16:00:00.000Z', left: 12, moved, requests })]));
    expect(later).toContain('<s>First promised for Thursday 15 October</s>, extended once');
    expect(later).toContain('<s>First promised for Thu 15 Oct</s>');
    const text = textOf(later);
    expect(text).toContain('You asked for time until Thu 22 Oct granted by Hanna Vogt, Tue 6 Oct. Reason: Until then, no longer.');
    expect(text).toContain('Marta Nogueira asked for time until Thu 29 Oct not decided yet. Reason: It is later still.');
  });

  it('When somebody stands in, both are told who does it in whose stead', () => {
    const of = (isOwner: boolean) => textOf(tasksPage(tasks([group([laptop], { standIn: { isOwner, other: 'Rui Tavares' } })])));
    expect(of(true)).toContain('Rui Tavares does this in your stead. It stays yours');
    expect(of(false)).toContain('You do this in the stead of Rui Tavares.');
  });

  it('When an answer came back, it is filled in, and says why', () => {
    const returned = { by: 'Hanna Vogt', at: '2026-10-05T08:00:00.000Z', reason: 'Which controls?' };
    const typed = { likelihood: '2', consequence: '4', verdict: 'change', reason: 'As discussed.' };
    const page = tasksPage(tasks([group([{ ...laptop, returned, typed }])]));
    expect(textOf(page)).toContain('Hanna Vogt gave your answer back, Mon 5 Oct 10:00: Which controls?');
    expect(chosen(page, 'RSK-017.verdict')).toEqual(['change']);
    const before = { likelihood: 2, consequence: 4, verdict: 'change', reason: 'As discussed.' };
    const posted = Object.fromEntries(Object.entries(typed).map(([field, value]) => [`RSK-017.${field}`, value]));
    expect(answerOf({ ...laptop, before }, posted).touched).toBe(false);
    expect(answerOf({ ...laptop, before }, { ...posted, 'RSK-017.reason': 'With the two controls.' }).touched).toBe(true);
  });

  it('When somebody decides alone what two should, the form asks why', () => {
    expect(tasksPage(tasks([group([laptop])]))).not.toContain('dutiesWaived');
    expect(tasksPage(tasks([group([{ ...laptop, needsWaiver: true }])]))).toContain('name="RSK-017.dutiesWaived"');
  });

  it('carries the secrets of the form, another key for the comment', () => {
    expect(html.match(/name="csrf" value="csrf-value"/g)).toHaveLength(2);
    expect(html).toContain('name="key" value="key-value"');
    expect(html).toContain('name="key" value="key-value-comment"');
  });
});

describe('An answer that is refused', () => {
  const html = tasksPage(tasks([group([refused, notebook])]));

  it('comes back with everything that was typed', () => {
    expect(chosen(html, 'RSK-017.likelihood')).toEqual(['4']);
    expect(chosen(html, 'RSK-017.verdict')).toEqual(['keep']);
    expect(html).toContain('Encryption did its work in Lyon; &lt;b&gt;three&lt;/b&gt; laptops are open.</textarea>');
  });

  it('is named at its field and summed up in front, where the focus goes', () => {
    expect(html).toMatch(/role="alert" tabindex="-1" id="problems" autofocus=""/);
    expect(html).toContain('href="#RSK-017-verdict"');
    expect(html).toMatch(/<fieldset class="choice" aria-describedby="RSK-017-verdict-problem">/);
    expect(html.indexOf('id="problems"')).toBeLessThan(html.indexOf('<h1>'));
  });

  it('When nothing is wrong, no alarm is raised', () => {
    expect(tasksPage(tasks([group([laptop])]))).not.toContain('role="alert"');
  });
});

describe('Many tasks', () => {
  it('come in steps: how many are answered, which page, and a warning before leaving it', () => {
    const html = tasksPage(fiveHundred());
    expect(textOf(html)).toContain('25 of 500 answered. Page 1 of 19');
    expect(html).toContain('href="?page=2"');
    expect(html.match(/<section class="box task"/g)).toHaveLength(25);
    expect(textOf(html)).toContain('Are your 475 risks still what you judged in July?');
    expect(Buffer.byteLength(html)).toBeLessThan(120_000);
  });

  it('When tasks have different dates, each group has its own, and the title says the first', () => {
    const text = textOf(tasksPage(tasks([group([laptop]), confirmGroup], { by: 'login', seesRuns: true })));
    expect(text).toContain('Two answers, the first by Thursday 15 October');
    expect(text).toContain('By Thursday 22 October');
  });
});

describe('A process without a page of its own', () => {
  it('gets its form from the schema of its outcome', () => {
    const html = tasksPage(tasks([confirmGroup], { by: 'login' }));
    expect(inputs(html, 'confirm.consistent')[0]).toContain('type="checkbox"');
    expect(inputs(html, 'confirm.newRisks')[0]).toMatch(/inputmode="numeric"/i);
    expect(html).toMatch(/<textarea id="confirm-note" name="confirm.note"/);
    expect(textOf(html)).toContain('Are the answers of the risk review consistent?');
  });

  it('When its reader reads German, so do its fields', () => {
    const text = textOf(tasksPage(tasks([confirmGroup], { by: 'login', language: 'de' })));
    expect(text).toContain('Die Antworten sind untereinander stimmig');
    expect(text).toContain('Neue Risiken im Register');
    expect(text).toContain('Was Sie angesehen und was Sie gefunden haben.');
    expect(text).not.toMatch(/New risks|Note, one sentence|consistent/);
  });
});

describe('Reading what was posted', () => {
  const posted = { 'RSK-017.likelihood': '2', 'RSK-017.consequence': '3', 'RSK-004.likelihood': '2', 'RSK-004.consequence': '2' };

  it('When only the preset levels come back, the task is untouched', () => {
    expect(answerOf(laptop, posted).touched).toBe(false);
    expect(answerOf(notebook, posted).touched).toBe(false);
  });

  it('When a level was moved, or a reason was begun, the task is answered, however incompletely', () => {
    expect(answerOf(laptop, { ...posted, 'RSK-017.likelihood': '4' }).touched).toBe(true);
    expect(answerOf(laptop, { ...posted, 'RSK-017.reason': 'Because' })).toEqual({
      touched: true,
      typed: { likelihood: '2', consequence: '3', reason: 'Because' },
      outcome: { likelihood: 2, consequence: 3, reason: 'Because' },
    });
  });

  it('When fields are sent twice or as objects, they count as empty', () => {
    expect(answerOf(laptop, { 'RSK-017.verdict': ['keep', 'close'], 'RSK-017.reason': { $ne: '' } })).toEqual({
      touched: false,
      typed: {},
      outcome: {},
    });
  });

  it('When a number is none, it stays text for the schema to refuse; an empty box is a no', () => {
    const [confirm] = confirmGroup.tasks;
    expect(confirm && answerOf(confirm, { 'confirm.newRisks': 'two', 'confirm.note': 'All read.' }).outcome).toEqual({
      consistent: false,
      newRisks: 'two',
      note: 'All read.',
    });
    expect(confirm && answerOf(confirm, { 'confirm.newRisks': '2', 'confirm.consistent': 'yes' }).outcome).toEqual({
      consistent: true,
      newRisks: 2,
    });
  });
});

describe('After sending', () => {
  it('the page says what is recorded, how and when, and what is still open', () => {
    const text = textOf(answeredPage(answered));
    expect(text).toContain('Your two answers are recorded');
    expect(text).toContain('Likelihood unlikely (2)');
    expect(text).toContain('Verdict Kept as it was');
    expect(text).toContain('recorded Tue 6 Oct 10:12, by link');
    expect(text).toContain('One more is open');
    expect(text).toContain('RSK-030 Customer photos on private phones');
  });

  it('When the link is opened again later, it shows the record and claims nothing new', () => {
    const text = textOf(answeredPage({ ...answered, open: [], justNow: false }));
    expect(text).toContain('All that was asked here is answered');
    expect(text).not.toContain('You get a copy by mail.');
  });

  it('When something was not recorded, it comes first, with why and what was written', () => {
    const notRecorded = [{ about: 'RSK-011', sentence: 'Somebody else is asked this now.', typed: 'The <door> has a lock.' }];
    const alone = answeredPage({ ...answered, recorded: [], open: [], notRecorded });
    expect(textOf(alone)).toContain('Your answer was not recorded');
    expect(textOf(alone)).toContain('RSK-011 Somebody else is asked this now. You wrote: The &lt;door&gt; has a lock.');
    const beside = textOf(answeredPage({ ...answered, notRecorded }));
    expect(beside.indexOf('Not recorded')).toBeGreaterThan(beside.indexOf('Your two answers are recorded'));
    expect(beside.indexOf('Not recorded')).toBeLessThan(beside.indexOf('What is recorded'));
  });
});
