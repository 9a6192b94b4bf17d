import { describe, expect, it } from '@jest/globals';
import { composeMail } from '../../activities/letters/compose.tsx';
import type { MailData, Section } from '../../activities/letters/types.ts';
import {
  confirmAsked,
  delegated,
  deputyAsked,
  due,
  dueToday,
  escalation,
  extensionAsked,
  extensionDecided,
  fourRisks,
  handedBack,
  invitation,
  link,
  mailOf,
  manyRisks,
  missing,
  opened,
  outcome,
  proposal,
  reminder,
  returned,
  steps,
  taken,
} from '../support/samples/letters.ts';
import { sampleMails } from '../support/samples/mails.ts';

const all = Object.entries(sampleMails).map(([name, data]) => ({ name, data, mail: composeMail(data) }));
const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map((found) => found[1] ?? '');
const isAddress = (line: string): boolean => /^https:\/\/\S+$/.test(line);

describe('Every mail', () => {
  it.each(all)('$name: has a subject of one line that begins with the mark of the ISMS', ({ mail }) => {
    expect(mail.subject).toMatch(/^\[ISMS\] [^\r\n]+$/u);
    expect(mail.subject).not.toMatch(/\{\{|undefined|mail:/);
  });

  it.each(all)('$name: keeps its text within 72 columns, and each address on a line of its own', ({ mail }) => {
    for (const line of mail.text.split('\n')) {
      if (isAddress(line)) expect(line.length).toBeLessThanOrEqual(998);
      else expect({ line, fits: line.length <= 72, address: /https?:/.test(line) }).toEqual({ line, fits: true, address: false });
    }
  });

  it.each(all)('$name: says the same addresses in text and HTML, all of them on our own site', ({ mail, data }) => {
    const inText = mail.text.split('\n').filter(isAddress);
    expect([...new Set(hrefs(mail.html))].sort()).toEqual([...new Set(inText)].sort());
    for (const href of inText) expect(href.startsWith(`${data.baseUrl}/`)).toBe(true);
  });

  it.each(all)('$name: fetches nothing, has one first heading, and stays below 60 kB', ({ mail }) => {
    expect(mail.html).not.toMatch(/<img|<script|<link|src=|url\(|@import/);
    expect(mail.html.match(/<h1/g)).toHaveLength(1);
    expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000);
    expect(Buffer.byteLength(mail.text)).toBeLessThan(60_000);
  });

  it.each(all)('$name: names its language, leaves no placeholder open and raises its voice nowhere', ({ mail, data }) => {
    expect(mail.html).toContain(`<html lang="${data.language}"`);
    expect(mail.text).not.toMatch(/\{\{|\bundefined\b|\bnull\b|NaN|mail:|page:/);
    expect(mail.text).not.toContain('!');
  });
});

describe('Subjects', () => {
  const subjectOf = (data: MailData) => composeMail(data).subject;

  it('When several risks are asked about, the subject says the date and how many', () => {
    expect(subjectOf(mailOf([opened()]))).toBe('[ISMS] Action by 15 Oct: Reassess 4 risks');
  });

  it('When one risk is asked about, the subject names it', () => {
    expect(subjectOf(mailOf([opened({ tasks: fourRisks.slice(1, 2) })]))).toBe('[ISMS] Action by 15 Oct: Reassess risk RSK-017');
  });

  it('When the reader reads German, so does the subject', () => {
    expect(subjectOf(mailOf([opened()], { language: 'de' }))).toBe('[ISMS] Bitte bis 15. Okt.: 4 Risiken neu bewerten');
  });

  it('When the date comes near and passes, the same subject gets another beginning', () => {
    expect(subjectOf(mailOf([reminder()]))).toBe('[ISMS] Reminder, due 15 Oct: Reassess 4 risks');
    expect(subjectOf(mailOf([dueToday()]))).toBe('[ISMS] Due today, 15 Oct: Reassess 4 risks');
    expect(subjectOf(mailOf([escalation({ mine: true })]))).toBe('[ISMS] Late since 15 Oct: Reassess 3 risks');
  });

  it('When somebody else is told, the subject names whose answer is missing', () => {
    expect(subjectOf(mailOf([escalation()]))).toBe('[ISMS] Late since 15 Oct: Reassess 3 risks (Jonas Albrecht)');
  });

  it('When no mail reaches the assignee, the manager is told so before the date, and not that it is late', () => {
    const mail = composeMail(mailOf([escalation({ unreached: true, left: 7, level: 1, as: 'lineManager', mayDecide: false })]));
    expect(mail.subject).toBe('[ISMS] Not reached, due 15 Oct: Reassess 3 risks (Jonas Albrecht)');
    const text = mail.text.replace(/\s+/g, ' ');
    expect(text).toContain('because our mail to Jonas Albrecht cannot be delivered');
    expect(text).toContain('tell Jonas Albrecht in person');
    expect(text).not.toMatch(/has passed|silence/);
  });

  it('When the date is in another year, the subject says the year', () => {
    expect(subjectOf(mailOf([opened({ due: '2027-01-14T17:00:00.000Z' })]))).toBe('[ISMS] Action by 14 Jan 2027: Reassess 4 risks');
  });
});

describe('Several letters in one mail', () => {
  const several = [taken(), opened({ due: '2026-10-22T16:00:00.000Z', left: 15 }), reminder({ tasks: fourRisks.slice(0, 1) })];

  it('When sections have different dates, the earliest comes first and is in the subject, with how many more', () => {
    const { subject, text } = composeMail(mailOf(several));
    expect(subject).toBe('[ISMS] Reminder, due 15 Oct: Reassess risk RSK-004, and 2 more');
    const order = ['By Thursday 15 October 2026', 'By Thursday 22 October 2026', 'No longer asked of you'].map((part) =>
      text.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('When sections share the small print, it is said once', () => {
    const { text } = composeMail(mailOf(several));
    expect(text.match(/The link is yours/g)).toHaveLength(1);
    expect(text.match(/ISO\/IEC 27001:2022/g)).toHaveLength(1);
  });

  it('When a manager is told about two hundred people, the mail stays small and still counts all of them', () => {
    const sections = Array.from({ length: 200 }, (_, i) => escalation({ assignee: `Person Number ${i + 1}` }));
    const { html, text } = composeMail(mailOf(sections));
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    const full = text.match(/^No answer yet from/gm)?.length ?? 0;
    const [, rest] = /^(\d+) more matters$/m.exec(text) ?? [];
    expect(full + Number(rest)).toBe(200);
    expect(full).toBeGreaterThanOrEqual(3);
  });

  it('When there is nothing to say, no mail is composed', () => {
    expect(() => composeMail(mailOf([]))).toThrow(RangeError);
  });
});

describe('Long lists', () => {
  const textOf = (count: number, changed: number) => composeMail(mailOf([opened({ tasks: manyRisks(count, changed) })])).text;

  it('When there are twelve, each has its line, the most changed first', () => {
    const lines = textOf(12, 2)
      .split('\n')
      .filter((line) => line.startsWith('RSK-'));
    expect(lines).toHaveLength(12);
    expect(lines[0]).toBe('RSK-101       3 changes since 1 July');
    expect(lines[1]).toBe('RSK-102       2 changes since 1 July');
  });

  it('When there are thirteen to sixty, the changed ones have lines and the others stand as ranges', () => {
    const text = textOf(40, 12);
    expect(text).toContain('CHANGED SINCE JULY: 12\n');
    expect(text).toContain('NOT CHANGED: 28\nRSK-113 to 140\n');
    expect(text.split('\n').filter((line) => /^RSK-\d+ {2,}/.test(line))).toHaveLength(12);
  });

  it('When more than twelve have changed, twelve are shown and the others, changed or not, are named', () => {
    expect(textOf(60, 20)).toContain('THE OTHERS: 48\n');
  });

  it('When there are more than sixty, twelve are shown and the others are counted', () => {
    const text = textOf(500, 30);
    expect(text).toContain('and 488 others\n');
    expect(text.split('\n').filter((line) => line.startsWith('RSK-'))).toHaveLength(12);
  });

  it('When an owner has five hundred risks, the mail says so and asks for no estimate of the time', () => {
    const { text, html, subject } = composeMail(mailOf([opened({ tasks: manyRisks(500, 30) })]));
    expect(subject).toBe('[ISMS] Action by 15 Oct: Reassess 500 risks');
    expect(text).not.toContain('minutes');
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
  });
});

describe('What people typed', () => {
  const rude = mailOf([escalation({ assignee: 'Eve\r\nBcc: all@tessel.example', also: ['<script>alert(1)</script>'] })], {
    organization: 'Tessel \u202eevil\u202c <b>Ltd</b>',
    to: { name: `Lukas ${'x'.repeat(500)}`, first: 'Lukas https://phish.example/login?a=b' },
  });
  const { subject, text, html } = composeMail(rude);

  it('When a name has line breaks, the subject stays one line', () => {
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc:/m);
  });

  it('When a name has markup, it is shown as text', () => {
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('&lt;b&gt;Ltd&lt;/b&gt;');
  });

  it('When a name turns the direction of reading, the characters are gone', () => {
    expect(text + html + subject).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('When a name has an address in it, nobody can follow it', () => {
    expect(text + html).not.toContain('phish.example');
    expect(text).toContain('Lukas [link]');
  });

  it('When a name is very long, it is cut at 120 characters', () => {
    expect(composeMail({ ...rude, language: 'de' }).text.replace(/\s/g, '')).not.toContain('x'.repeat(121));
  });
});

const flat = (section: Section): string => composeMail(mailOf([section])).text.replace(/\s+/g, ' ');

describe('What a mail says', () => {
  it('When the ISMS manager gets a receipt, nobody is sent to themselves', () => {
    const data = mailOf([outcome()]);
    const { text } = composeMail({ ...data, ismsManager: data.to.name });
    expect(text.replace(/\s+/g, ' ')).toContain('If you did not answer this, change your password at once.');
    expect(text).not.toContain(`tell ${data.to.name}`);
  });

  it('When somebody answers, the receipt says the choice but neither level nor reason', () => {
    const { text, html } = composeMail(mailOf([outcome()]));
    expect(text).toContain('Changed, Tue 6 Oct 10:12');
    expect(text).toMatch(/by the link sent to\s+lukas\.wendt@tessel\.example/);
    expect(text + html).not.toContain('laptops');
    expect(text + html).not.toMatch(/likelihood|unlikely/i);
  });

  it('When a task is late, the assignee is asked again and the manager is told, without blame', () => {
    const mine = composeMail(mailOf([escalation({ mine: true, also: ['Martin Seidel'] })])).text;
    expect(mine).toContain(link);
    expect(mine.replace(/\s+/g, ' ')).toContain('The task stays with you. Also told: Martin Seidel.');
    const told = composeMail(mailOf([escalation({ as: 'lineManager', mayDecide: false })])).text;
    expect(told).not.toContain(link);
    expect(told).not.toContain('/runs/');
    expect(told.replace(/\s+/g, ' ')).toContain('you are told as the manager of Jonas Albrecht');
    expect(mine + told).not.toMatch(/ignored|failed|overdue/i);
  });

  it('When a task needs a sign-in, the button leads to my tasks and not to the private link', () => {
    const { text } = composeMail(mailOf([opened({ answer: 'login' })]));
    expect(text).toContain('https://isms.tessel.example/tasks\n');
    expect(text).not.toContain('/a/');
  });

  it('When the rungs are listed, each says its day and whom it tells, in the words of the reader', () => {
    const english = composeMail(mailOf([opened()])).text;
    expect(english).toContain('Fri 16 Oct    you and your manager Martin Seidel\n');
    expect(english).toContain('Thu 29 Oct    top management; a nonconformity is proposed\n');
    const german = composeMail(mailOf([opened()], { language: 'de' })).text;
    expect(german).toContain('Fr 16. Okt.   Sie und Martin Seidel als Ihre Führungskraft\n');
  });

  it('When the clock is running, the date and the rungs to come are said with their time', () => {
    const running = steps.map((step) => ({ ...step, byTheClock: true }));
    const english = composeMail(mailOf([opened({ steps: running })])).text;
    expect(english).toContain('By Thursday 15 October 2026 18:00');
    expect(english).toMatch(/Fri 16 Oct 08:00 +you and your manager Martin Seidel\n/);
    const german = composeMail(mailOf([opened({ steps: running })], { language: 'de' })).text;
    expect(german).toContain('Donnerstag, 15. Oktober 2026 18:00');
  });

  it('When the months of the last judgements differ, no month is claimed', () => {
    const mixed = fourRisks.map((line, i) => (i === 0 ? { ...line, since: '2026-04-01' } : line));
    const { text } = composeMail(mailOf([opened({ tasks: mixed })]));
    expect(text.startsWith('Reassess four risks\n')).toBe(true);
  });

  it('When the ISMS manager is the reader, nobody is advised to ask themselves', () => {
    const { text } = composeMail(mailOf([reminder()], { to: { name: 'Hanna Vogt' } }));
    expect(text).not.toContain('tell Hanna Vogt');
  });

  it('When a deputy is asked, at the opening or later, the letter says for whom and that they are away', () => {
    for (const section of [opened({ onBehalfOf: 'Rui Tavares' }), deputyAsked()]) {
      const text = flat(section);
      expect(text).toContain('Rui Tavares is away, so these are asked of you, their deputy.');
      expect(text).not.toMatch(/your (four )?risks/i);
    }
  });

  it('When somebody does it in the stead of the owner, each letter says so, and the owner is told when it is theirs again', () => {
    expect(flat(delegated())).toContain('asks you to do these in their stead, until Friday 9 October.');
    expect(flat(reminder({ onBehalfOf: 'Rui Tavares' }))).toContain('You do this in the stead of Rui Tavares.');
    expect(composeMail(mailOf([handedBack()])).subject).toBe('[ISMS] With you again, due 15 Oct: Reassess 4 risks');
    expect(flat(escalation({ onBehalfOf: 'Rui Tavares' }))).toContain('Jonas Albrecht does it in the stead of Rui Tavares.');
  });

  it('When an answer waits for its confirmation, it is the confirmation that is asked, reminded and late', () => {
    const confirming = { by: 'Rui Tavares' };
    expect(composeMail(mailOf([confirmAsked()])).subject).toBe('[ISMS] Action by 15 Oct: Confirm the answer on RSK-017');
    expect(composeMail(mailOf([confirmAsked()])).text).toContain('https://isms.tessel.example/tasks/t17\n');
    expect(flat(reminder({ confirming, answer: 'login' }))).toContain('four answers of Rui Tavares still wait for you');
    expect(flat(escalation({ confirming, mine: true, answer: 'login' }))).toContain('the answers still wait for you');
    expect(flat(escalation({ confirming }))).toContain('confirm or give it back in place of Jonas Albrecht');
    for (const section of [confirmAsked(), reminder({ confirming, answer: 'login' })]) expect(flat(section)).not.toContain('/a/');
  });

  it('When an answer comes back, the reason stands in the letter, whole and without a link in it', () => {
    const reason = `See https://phish.example/x for ${'the controls that you have counted and those that you have not '.repeat(4)}`.trim();
    const text = flat(returned({ reason }));
    expect(text).toContain(`“See [link] for ${'the controls that you have counted and those that you have not '.repeat(4).trim()}”`);
  });

  it('When more time is asked for, the letter says until when and how often before, and the decision both dates', () => {
    const asked = flat(extensionAsked({ extended: 2 }));
    expect(asked).toContain('asks for time until Thursday 22 October. It is due on Thursday 15 October.');
    expect(asked).toContain('It was extended two times before.');
    expect(flat(extensionDecided())).toContain('The date was Thursday 15 October and is Thursday 22 October now.');
    expect(flat(extensionDecided({ granted: false, due }))).toContain('The date stands, Thursday 15 October.');
  });

  it('When somebody else decides, cancels or takes back, the letter says which of them', () => {
    expect(flat(taken({ how: 'decided', to: undefined }))).toContain('Hanna Vogt has answered this.');
    expect(flat(taken({ to: undefined }))).toContain('Hanna Vogt has cancelled this.');
    expect(flat(taken({ how: 'takenBack', by: undefined }))).toContain('Marta Nogueira does this again');
  });

  it('When the date has passed, nobody is invited to ask for more time any more', () => {
    expect(flat(reminder())).toContain('#more-time');
    expect(flat(escalation({ mine: true }))).not.toContain('#more-time');
    expect(flat(escalation({ mine: true }))).toContain('#hand-over');
  });

  it('When the reader lives in another zone, the days are theirs', () => {
    const late = opened({ due: '2026-10-15T23:30:00.000Z' });
    expect(composeMail(mailOf([late], { zone: 'Europe/Lisbon' })).text).toContain('By Friday 16 October 2026');
    expect(composeMail(mailOf([late], { zone: 'UTC' })).text).toContain('By Thursday 15 October 2026');
  });

  it('When something is proposed, the letter says what, about which, and where to decide', () => {
    const { subject, text } = composeMail(mailOf([proposal({ references: ['RSK-014', 'RSK-020'] })]));
    expect(subject).toBe('[ISMS] Acceptance required: 2 risks');
    expect(text).toContain('RSK-020       acceptance required\n');
    expect(text).toContain('https://isms.tessel.example/runs/riskReview-2026-Q4\n');
  });

  it('When many have not answered, their manager has all of them in one letter; of thousands a hundred are named and the others counted', () => {
    const { subject, text } = composeMail(mailOf([missing()]));
    expect(subject).toBe('[ISMS] 2 answers are missing: CMP-001');
    expect(text).toContain('Lukas Wendt and Marta Nogueira');
    const many = composeMail(mailOf([missing({ people: Array.from({ length: 5_000 }, (_, n) => `P${n}`) })]));
    expect(many.subject).toBe('[ISMS] 5,000 answers are missing: CMP-001');
    expect(many.text).toContain('4,900 others');
    const none = composeMail(mailOf([missing({ people: [] })]));
    expect(none.subject).toBe('[ISMS] Nobody is missing any more: CMP-001');
  });

  it('When somebody is invited, the link sets a password and the mail says until when', () => {
    const { text } = composeMail(mailOf([invitation()]));
    expect(text).toMatch(/https:\/\/isms\.tessel\.example\/invite\/[\w-]+\n/);
    expect(text).toContain('The link works until Thursday 15 October 2026.');
  });
});
