import { describe, expect, it } from '@jest/globals';
import { linkProblemPage } from '../../api/plain/views/linkProblemPage.tsx';
import { messagePage } from '../../api/plain/views/messagePage.tsx';
import { myTasksPage } from '../../api/plain/views/myTasksPage.tsx';
import { runPage } from '../../api/plain/views/runPage.tsx';
import { runsPage } from '../../api/plain/views/runsPage.tsx';
import { signInPage } from '../../api/plain/views/signInPage.tsx';
import { frame, myTasks, run, runs } from '../support/samples/pages.ts';
import { samplePages } from '../support/samples/plainPages.ts';

const pages = Object.entries(samplePages).map(([name, page]) => ({ name, html: page() }));
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((found) => found[1] ?? '');
const textOf = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&quot;/g, "'")
    .replace(/\s+/g, ' ');

describe('Every page', () => {
  it.each(pages)('$name: has no script, no style of its own and one stylesheet', ({ html }) => {
    expect(html.startsWith('<!doctype html>\n<html lang=')).toBe(true);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:|<img|<iframe/i);
    expect(all(html, /<link rel="stylesheet" href="([^"]+)"/g)).toEqual([frame.style]);
  });

  it.each(pages)('$name: has one main part, one first heading, and headings that skip no level', ({ html }) => {
    expect(html.match(/<main/g)).toHaveLength(1);
    const levels = all(html, /<h([1-6])/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.slice(1).entries())
      if (levels[i] !== 1 || level > 2) expect(level).toBeLessThanOrEqual((levels[i] ?? 1) + 1);
  });

  it.each(pages)('$name: refers only to what is on it, and gives nothing two names', ({ html }) => {
    const ids = all(html, /\sid="([^"]+)"/g);
    expect(ids).toHaveLength(new Set(ids).size);
    const wanted = [
      ...all(html, /\sfor="([^"]+)"/g),
      ...all(html, /href="#([^"]+)"/g).map(decodeURIComponent),
      ...all(html, /aria-(?:labelledby|describedby)="([^"]+)"/g).flatMap((list) => list.split(' ')),
    ];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(pages)('$name: labels each control that a person fills in', ({ html }) => {
    const fors = all(html, /\sfor="([^"]+)"/g);
    for (const [tag] of html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
      if (/type="(?:hidden|radio|checkbox)"/.test(tag)) continue;
      expect([tag, fors.includes(/\sid="([^"]+)"/.exec(tag)?.[1] ?? '')]).toEqual([tag, true]);
    }
    const inLabels = all(html, /<label[^>]*>([\s\S]*?)<\/label>/g).join('');
    expect(inLabels.match(/type="(?:radio|checkbox)"/g)?.length ?? 0).toBe(html.match(/type="(?:radio|checkbox)"/g)?.length ?? 0);
  });

  it.each(pages)('$name: protects each form that changes something', ({ html }) => {
    for (const form of all(html, /<form([\s\S]*?<\/form>)/g)) {
      expect(form).toContain('method="post"');
      expect(form).toContain('name="csrf"');
    }
  });

  it.each(pages)('$name: leaves no placeholder open and raises its voice nowhere', ({ html }) => {
    const text = textOf(html);
    expect(text).not.toMatch(/\{\{|\bundefined\b|\[object|NaN|page:|mail:/);
    expect(text).not.toContain('!');
  });

  it.each(pages)('$name: says each state by a shape and a word, not by colour alone', ({ html }) => {
    for (const state of all(html, /<span class="state [^"]*">([\s\S]*?)<\/span>/g)) {
      expect(state).toMatch(/<use href="#i-(?:onTime|soon|late|escalated|superseded|done)"/);
      expect(textOf(`${state}</span>`).trim()).not.toBe('');
    }
  });
});

describe('What somebody else typed', () => {
  it('When a name is markup, each page shows it as text', () => {
    const evil = '<script>alert(1)</script>';
    const html = [
      myTasksPage({ ...myTasks, organization: evil, person: { name: evil }, site: evil }),
      runPage({ ...run, openedBy: evil, tasks: run.tasks.map((task) => ({ ...task, who: evil, title: evil })) }),
      runsPage({ ...runs, organization: evil }),
      signInPage({ ...frame, action: '/sign-in', csrf: 'c', email: `"><script>` }),
      messagePage({ ...frame, kind: 'fault', reference: evil, detail: evil }),
    ].join('');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('A link that opens nothing', () => {
  it('says what to do, and not which of the reasons it is', () => {
    const text = textOf(linkProblemPage({ ...frame, person: undefined, signIn: '/sign-in', ismsManager: 'Hanna Vogt' }));
    expect(text).toContain('Nothing was changed.');
    expect(text).toContain('Ask Hanna Vogt, ISMS manager, for a new mail.');
    expect(text).not.toMatch(/expired|forged|invalid/i);
  });
});

describe('My tasks', () => {
  const titleOf = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1];

  it('When something is late, the title says so and what comes after it', () => {
    expect(titleOf(myTasksPage(myTasks))).toBe('Five answers are late, four more by 6 November');
  });

  it('When the next date is this week, the title says its weekday', () => {
    const groups = myTasks.groups.filter(({ left }) => left > 0);
    expect(titleOf(myTasksPage({ ...myTasks, groups }))).toBe('Three answers by Friday, one more by 6 November');
    expect(titleOf(myTasksPage({ ...myTasks, groups, language: 'de' }))).toBe('Drei Antworten bis Freitag, eine weitere bis 6. November');
  });

  it('When nothing is asked, the page says what will stand there', () => {
    expect(textOf(myTasksPage({ ...myTasks, groups: [], done: [] }))).toContain('When something is, you get a mail, and it stands here.');
  });

  it('When the reader may not see runs, no way leads there', () => {
    expect(myTasksPage({ ...myTasks, seesRuns: false })).not.toContain('href="/runs"');
  });

  it('When something was done late, it is said quietly', () => {
    const text = textOf(myTasksPage(myTasks));
    expect(text).toContain('20 Jul, 2 working days late, after signing in');
  });
});

describe('A run', () => {
  it('When tasks are late, the title says how many, and each row says by how much', () => {
    const text = textOf(runPage(run));
    expect(text).toContain('Periodic risk review 2026-Q4: 7 of 14 answered, four late');
    expect(text).toContain('3 working days late mail refused');
    expect(text).toContain('Escalated, level 2 4 working days late');
    expect(text).toContain('moved to Fri 23 Oct');
  });

  it('When the reader may change nothing, no form is shown but the way out', () => {
    const { commands: _, cancel: __, ...read } = run;
    expect(all(runPage(read), /<form[^>]*action="([^"]+)"/g)).toEqual(['/sign-out']);
  });

  it('When the reader may reassign, the form says why it was refused', () => {
    const html = runPage(run);
    expect(html).toContain('<details id="reassign" open="">');
    expect(textOf(html)).toContain('The task is already asked of this person.');
    expect(html).toContain('<option value="per-1" selected="">');
  });

  it('When people ask for something, it stands before the forms that decide it, with the reason', () => {
    const text = textOf(runPage(run));
    expect(text).toContain(
      'RSK-002 Reassess the risk Rui Tavares asks for time until Fri 30 Oct, due Thu 15 Oct. Reason: I wait for the test.',
    );
    expect(text.indexOf('What people ask for')).toBeLessThan(text.indexOf('Decide about more time'));
  });

  it('When a date has moved, the first one is struck; who stands in, confirms or asks is said', () => {
    const [one] = run.tasks;
    if (one === undefined) throw new Error('the sample has tasks');
    const line = { ...one, state: 'submitted' as const, closedAt: undefined, due: '2026-10-23T17:00:00.000Z', extended: 2 };
    const html = runPage({ ...run, tasks: [{ ...line, onBehalfOf: 'Rui Tavares', confirmer: 'Hanna Vogt', asksUntil: '2026-10-30' }] });
    expect(html).toContain('<s>Thu 15 Oct</s>');
    const text = textOf(html);
    expect(text).toContain('moved to Fri 23 Oct, extended two times');
    expect(text).toContain('Lukas Wendt in the stead of Rui Tavares');
    expect(text).toContain('answered, to be confirmed by Hanna Vogt, asks for time until Fri 30 Oct');
  });

  it('When no run may be started, the list has no form for it', () => {
    const { start: _, ...read } = runs;
    expect(runsPage(read)).not.toContain('name="period"');
    expect(runsPage(runs)).toContain('name="period"');
  });
});

describe('What did not work', () => {
  it('When an answer was sent while a part was down, the page says that it is not recorded yet', () => {
    expect(textOf(messagePage({ ...frame, kind: 'unavailable', sent: true }))).toContain('Your answer is not recorded yet');
    expect(textOf(messagePage({ ...frame, kind: 'unavailable' }))).not.toContain('Your answer is not recorded yet');
  });
});

it('When nobody opened a run by hand, the page leaves the name out', () => {
  expect(textOf(runPage({ ...run, openedBy: '' }))).toContain('Opened Thu 1 Oct.');
  expect(textOf(runPage({ ...run, openedBy: 'Hanna Vogt' }))).toContain('Opened Thu 1 Oct by Hanna Vogt.');
});
