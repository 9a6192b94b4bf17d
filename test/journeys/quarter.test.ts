import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { verifyChain } from '../../models/chain.ts';
import type { SunkMail } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

/** Half a day a second: ten working days and the ladder behind them take about a minute. */
const speed = 43_200;
const zone = 'Europe/Berlin';

let product: Product;
/** The second working day after today is free at this site, so every rung is a day later than without it. */
let freeDay: string;

const workingDaysFrom = (start: DateTime, count: number): DateTime => {
  let day = start;
  for (let left = count; left > 0; ) {
    day = day.plus({ days: 1 });
    if (day.weekday <= 5 && day.toISODate() !== freeDay) left -= 1;
  }
  return day;
};

beforeAll(async () => {
  product = await startProduct({ speed });
  const today = DateTime.fromISO(product.clock.now(), { zone });
  let second = today;
  for (let left = 2; left > 0; ) {
    second = second.plus({ days: 1 });
    if (second.weekday <= 5) left -= 1;
  }
  freeDay = second.toISODate() ?? '';
  await foundOrganization(product.store, {
    sites: [{ id: 'head-office', name: 'Freiburg', zone, holidays: [{ day: freeDay, name: 'Company day' }] }],
  });
  await addRisks(product.store, ids.lukas, ['RSK-001', 'RSK-002', 'RSK-005']);
  await addRisks(product.store, ids.marta, ['RSK-003']);
  await addRisks(product.store, ids.martin, ['RSK-004']);
}, 300_000);
afterAll(() => product.stop());

const mailsTo = async (name: string): Promise<SunkMail[]> =>
  (await product.mail.messages()).filter((mail) => mail.To[0]?.Address === `${name}@tessel.example`);
const mailTo = (name: string, subject: RegExp) =>
  eventually(`a mail to ${name} with ${subject}`, async () => (await mailsTo(name)).find((mail) => subject.test(mail.Subject)), 120_000);
const linkIn = (mail: SunkMail, kind: 'a' | 'invite'): string => new RegExp(`http\\S+/${kind}/[\\w-]{43}`).exec(mail.Text)?.[0] ?? '';
const taskOf = (risk: string) => product.store.tasks.get(`riskReview-2027-Q1/reassess/${risk}/1`);
/** Nobody has done anything with it; its rungs come sooner or later, which a slow machine is not to be blamed for. */
async function isUntouched(risk: string): Promise<void> {
  const chain = `task/riskReview-2027-Q1/reassess/${risk}/1`;
  expect(await taskOf(risk)).toMatchObject({ state: 'open', version: 1 });
  expect(await product.store.trail.count({ chain, event: { $nin: ['opened', 'rung'] } })).toBe(0);
}
const answer = (risk: string, likelihood: string) => ({
  [`${risk}.likelihood`]: likelihood,
  [`${risk}.consequence`]: '2',
  [`${risk}.verdict`]: 'change',
  [`${risk}.reason`]: 'Looked at with the team.',
});

describe('a quarterly review with named people', () => {
  it('Hanna starts the review, and every rung stands where a luxon table puts it, around the free day', async () => {
    const opened = await product.as(ids.hanna)(
      'POST',
      '/processes/riskReview/runs',
      { subject: { period: '2027-Q1' } },
      { 'idempotency-key': 'start' },
    );
    expect(opened.status).toBe(201);
    const task = await eventually('the task of RSK-004', () => taskOf('RSK-004'));
    const openedOn = DateTime.fromISO(task.openedAt, { zone }).startOf('day');
    const due = workingDaysFrom(openedOn, 10);
    const at = (day: DateTime, hour: number) => day.set({ hour }).toUTC().toISO();
    expect(task.due).toBe(at(due, 18));
    const before = (day: DateTime, count: number): DateTime => {
      let found = day;
      while (workingDaysFrom(found, count).toISODate() !== day.toISODate() || found.weekday > 5 || found.toISODate() === freeDay)
        found = found.minus({ days: 1 });
      return found;
    };
    expect(task.rungs.map(({ key, at: instant }) => [key, instant])).toEqual([
      ['reminder', at(before(due, 2), 8)],
      ['dueToday', at(due, 8)],
      ['duePassed', at(due, 18)],
      ['late1', at(workingDaysFrom(due, 1), 8)],
      ['late2', at(workingDaysFrom(due, 3), 8)],
      ['late3', at(workingDaysFrom(due, 10), 8)],
    ]);
  });

  it('Hanna gives one of Lukas’s risks to Marta, who gets a mail of her own', async () => {
    await mailTo('lukas', /Action by .*3 risks/);
    // Else what is hers already comes in the same mail.
    await mailTo('marta', /Action by/);
    const moved = await product.as(ids.hanna)(
      'POST',
      `/tasks/${encodeURIComponent('riskReview-2027-Q1/reassess/RSK-005/1')}/reassignment`,
      { to: ids.marta, reason: 'Marta runs this machine now.' },
      { 'idempotency-key': 'move' },
    );
    expect(moved).toMatchObject({ status: 200, body: { assignee: ids.marta } });
    await mailTo('marta', /RSK-005/);
  });

  it('Lukas opens his link again and again and nothing happens; he answers and it is recorded by link', async () => {
    const link = linkIn(await mailTo('lukas', /Action by/), 'a');
    const head = await fetch(link, { method: 'HEAD' });
    expect(head.status).toBe(200);
    const lukas = newVisitor();
    for (let n = 0; n < 3; n += 1) expect((await lukas.visit(link)).status).toBe(200);
    await isUntouched('RSK-001');
    const page = await lukas.visit(link);
    expect(page.text).toContain('Secret of RSK-001');
    expect(page.text).not.toContain('Secret of RSK-005'); // Marta's by now
    const contradiction = await lukas.send(page, { ...answer('RSK-001', '2'), 'RSK-001.verdict': 'keep' });
    expect(contradiction.text).toContain('never judged');
    expect(contradiction.html).toContain('Looked at with the team.');
    await isUntouched('RSK-001');
    const done = await lukas.send(page, { ...answer('RSK-001', '2'), ...answer('RSK-002', '3') });
    expect(done.status).toBe(200);
    expect(await taskOf('RSK-001')).toMatchObject({ state: 'done', closedBy: { person: ids.lukas, via: 'link' } });
    expect(await taskOf('RSK-002')).toMatchObject({ state: 'done' });
    await mailTo('lukas', /RSK-00|2 risks|recorded/i);
  });

  it('Marta is invited, sets a password, signs in and answers from my tasks', async () => {
    const invited = await product.as(ids.hanna)('POST', `/people/${ids.marta}/invitation`, {}, { 'idempotency-key': 'invite' });
    expect(invited.status).toBeLessThan(300);
    const invitation = linkIn(
      await eventually('the invitation', async () => (await mailsTo('marta')).find((mail) => linkIn(mail, 'invite') !== '')),
      'invite',
    );
    const marta = newVisitor();
    const form = await marta.visit(invitation);
    const password = 'a long enough password';
    const names = [...form.html.matchAll(/<input[^>]*type="password"[^>]*name="([^"]+)"/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(0);
    await marta.send(form, Object.fromEntries(names.map((name) => [name, password])));
    const signIn = await marta.visit(`${product.url}/sign-in`);
    const mine = await marta.send(signIn, { email: 'marta@tessel.example', password });
    expect(mine.text).toContain('RSK-003');
    const href = /href="(\/tasks\/[^"]+)"/.exec(mine.html)?.[1] ?? '';
    const page = await marta.visit(`${product.url}${href}`);
    const done = await marta.send(page, { ...answer('RSK-003', '1'), ...answer('RSK-005', '1') });
    expect(done.status).toBe(200);
    expect(await taskOf('RSK-003')).toMatchObject({ state: 'done', closedBy: { person: ids.marta, via: 'login' } });
    expect(await taskOf('RSK-005')).toMatchObject({ state: 'done', assignment: 2, assignee: ids.marta });
  });

  it('Martin stays silent: his manager, the ISMS manager and top management are told once each, in order, and one nonconformity is proposed', async () => {
    const task = await eventually(
      'the last level',
      async () => {
        const found = await taskOf('RSK-004');
        return found?.level === 3 ? found : undefined;
      },
      200_000,
    );
    const sent = task.rungs.filter((rung) => rung.level > 0).map((rung) => [rung.level, rung.told.filter((id) => id !== ids.martin)]);
    expect(sent).toEqual([
      [1, [ids.tove]],
      [2, [ids.hanna]],
      [3, [ids.tove]],
    ]);
    const escalations = await product.store.letters.find({ task: task.id, kind: 'escalation' }, { sort: { at: 1 } });
    expect(new Set(escalations.map((letter) => letter.id)).size).toBe(escalations.length);
    expect(await product.store.nonconformities.find({ 'source.task': task.id })).toMatchObject([{ status: 'candidate', owner: ids.hanna }]);
    const late = await mailTo('tove', /Late since/);
    expect(late.Text).toContain('Martin Seidel');
    expect(late.Text).not.toContain('Secret of');
  }, 300_000);

  it('The next quarter supersedes what is left, and the old run closes incomplete', async () => {
    await product.as(ids.hanna)('POST', '/processes/riskReview/runs', { subject: { period: '2027-Q2' } }, { 'idempotency-key': 'next' });
    const old = await eventually('the old run is closed', async () => {
      const run = await product.store.runs.get('riskReview-2027-Q1');
      return run?.status === 'closed' ? run : undefined;
    });
    expect(old).toMatchObject({ outcome: 'incomplete', supersededBy: 'riskReview-2027-Q2' });
    expect(await taskOf('RSK-004')).toMatchObject({ state: 'superseded' });
  });

  it('Every chain of the trail verifies, and no two mails share a Message-ID', async () => {
    const entries = await product.store.trail.find({});
    for (const chain of new Set(entries.map((entry) => entry.chain))) expect(await verifyChain(product.store, chain)).toEqual([]);
    const messageIds = (await product.mail.messages()).map((mail) => mail.MessageID);
    expect(new Set(messageIds).size).toBe(messageIds.length);
    for (const mail of await product.mail.messages()) expect(mail.To).toHaveLength(1);
  });
});
