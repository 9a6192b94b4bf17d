import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow } from '../../domain/clock.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Rung } from '../../domain/records/task.ts';
import { nudge } from '../../workflows/engine/messages.ts';
import { answer, cancelRun } from '../support/answers.ts';
import { type Engine, type SunkMail, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { calendarOf } from '../support/sunk.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  // A minute is a second: a relay that says "later" is asked again after five.
  engine = await startEngine({ speed: 60 });
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

/** One task of its own, without a run that would hold its letter. */
async function openTask(risk: string, owner: string): Promise<string> {
  await engine.store.runs.insert({
    ...{ id: 'riskReview-2026-Q4', process: 'riskReview', key: '2026-Q4', attempt: 1, subject: { period: '2026-Q4' }, status: 'closed' },
    ...{ seq: 1, openedAt: systemNow(), openedBy: { person: ids.hanna, via: 'login' }, waitingFor: [], settingsVersion: 1 },
    ...{ definition: 'riskReview@1', gates: [] },
  });
  return startTask(engine, { risk, owner });
}

const letterOf = (task: string, state: string) =>
  eventually(`a letter of ${task} is ${state}`, async () => (await engine.store.letters.first({ task, state })) ?? false);
const unreachable = (task: string) =>
  eventually('the task knows', async () => {
    const found = await engine.store.tasks.get(task);
    return found?.undeliverable === true ? found : undefined;
  });
/** All mails to somebody, none of them on its way. Letters are marked a moment before their mail is. */
const markedMailsTo = (person: string) =>
  eventually('the mail is marked', async () => {
    const found = await engine.store.mails.find({ person });
    return found.every(({ state }) => state !== 'sending') && found;
  });
const eventsOf = async (task: string) =>
  (await engine.store.trail.find({ chain: `task/${task}` }, { sort: { seq: 1 } })).map(({ event }) => event);

const isSent = ({ state }: Rung): boolean => state === 'sent';
const isTo =
  (name: string) =>
  ({ To }: SunkMail): boolean =>
    To[0]?.Address === `${name}@tessel.example`;

describe('mail that does not arrive at once', () => {
  it('When the relay says "later", the letterbox tries again by itself and one copy arrives', async () => {
    // Twice, so that it can be seen waiting for a quarter of a minute.
    engine.mail.setRules([{ action: 'refuseForNow', to: 'marta', times: 2 }]);
    const task = await openTask('RSK-1', ids.marta);
    await letterOf(task, 'deferred');
    await letterOf(task, 'accepted');
    const toMarta = (await engine.mail.messages()).filter(isTo('marta'));
    expect(toMarta).toHaveLength(1);
    expect(await markedMailsTo(ids.marta)).toMatchObject([{ state: 'accepted', attempts: 3, maybeDuplicate: false }]);
  }, 180_000);

  it('When the relay refuses for good, the task says that its person cannot be reached, and can still be answered', async () => {
    engine.mail.setRules([{ action: 'refuse', to: 'lukas', times: 1 }]);
    const task = await openTask('RSK-2', ids.lukas);
    expect(await unreachable(task)).toMatchObject({ state: 'open', version: 1 });
    await letterOf(task, 'rejected');
    expect(await markedMailsTo(ids.lukas)).toMatchObject([{ state: 'rejected', attempts: 1 }]);
    const told = await eventually('the manager is told', async () => (await engine.store.tasks.get(task))?.rungs.find(isSent));
    expect(told).toMatchObject({ key: 'late1', told: [ids.martin] });
    const toMartin = await eventually('the mail to the manager', async () => (await engine.mail.messages()).find(isTo('martin')));
    expect(toMartin.Subject).toContain('Not reached');
    await answer(engine, task, ids.lukas);
    expect(await eventsOf(task)).toEqual(['opened', 'undeliverable', 'rung', 'completed']);
    expect((await engine.store.tasks.get(task))?.rungs.filter(isSent)).toHaveLength(1);
  }, 180_000);

  it('When the person leaves before the mail is sent, nothing is sent and the task knows it, once', async () => {
    // It would be taken at the fourth time: until then there is half a minute in which he leaves.
    engine.mail.setRules([{ action: 'refuseForNow', to: 'martin', times: 3 }]);
    const task = await openTask('RSK-3', ids.martin);
    await letterOf(task, 'deferred');
    await engine.store.people.set(ids.martin, { status: 'left' });
    expect((await unreachable(task)).assignee).toBe(ids.martin);
    await letterOf(task, 'suppressed');
    expect((await engine.mail.messages()).filter((mail) => isTo('martin')(mail) && mail.Subject.includes('Action by'))).toEqual([]);
    await eventually('his manager is told', async () => (await eventsOf(task)).join() === 'opened,undeliverable,rung');
    // The letters follow a moment behind the entry.
    const letter = await eventually('the letter to his manager', () => engine.store.letters.first({ task, kind: 'escalation' }));
    expect(letter).toMatchObject({ person: ids.tove, facts: { as: 'lineManager', early: true } });
  }, 180_000);
});

describe('a run that is cancelled under its owner', () => {
  it('When the ISMS manager cancels it, the owner gets a mail that asks for nothing, and the entry in the calendar is withdrawn', async () => {
    await addRisks(engine.store, ids.marta, ['RSK-50', 'RSK-51']);
    const run = await engine.openRun({ process: 'riskReview', subject: { period: '2027-Q1', scope: 'all' }, actor: byEngine });
    const sent = (subject: string) =>
      eventually(
        subject,
        async () => (await engine.mail.messages()).find((mail) => isTo('marta')(mail) && mail.Subject.includes(subject)),
        120_000,
      );
    await sent('Reassess 3 risks'); // one is left of the first test
    await cancelRun(engine, run.id, 'It was opened by mistake.');
    const mail = await sent('Cancelled: Periodic risk review 2027-Q1');
    expect(mail.Text).toContain('Hanna Vogt has cancelled this run.');
    for (const reference of ['RSK-50', 'RSK-51']) expect(mail.Text).toContain(reference);
    expect(mail.Text).not.toMatch(/\/a\/|mistake/);
    expect(await calendarOf(engine.mail, mail)).toMatchObject({
      mimeMethod: 'CANCEL',
      content: expect.stringContaining(`UID:${run.id}.reassess.${ids.marta}@fourstroke`),
    });
  }, 300_000);
});

describe('a letterbox that is nudged without end', () => {
  it('When its history has become long, it goes on in a new one, and what waits is sent once', async () => {
    const box = engine.client.workflow.getHandle(`letterbox/${ids.tove}`);
    const start = () =>
      engine.client.workflow.signalWithStart('letterbox', {
        ...{ workflowId: `letterbox/${ids.tove}`, taskQueue: 'isms', signal: nudge },
        args: [{ person: ids.tove, gatherMs: 10_000, longestMs: 600_000 }],
      });
    const first = await start();
    // It must not come to rest between two of them, however slowly they come.
    for (let k = 0; k < 21; k += 1) await Promise.all(Array.from({ length: 100 }, () => box.signal(nudge)));
    await engine.post.put([
      {
        ...{ id: 'invitation/tove', person: ids.tove, kind: 'invitation', facts: {}, at: systemNow(), urgent: true },
      },
    ]);
    await eventually('the letter is sent', async () => (await engine.store.letters.get('invitation/tove'))?.state === 'accepted', 120_000);
    const before = engine.client.workflow.getHandle(`letterbox/${ids.tove}`, first.signaledRunId);
    await eventually('its first history has ended', async () => (await before.describe()).status.name === 'CONTINUED_AS_NEW');
    await eventually('it rests', async () => (await box.describe()).status.name === 'COMPLETED');
    expect((await engine.mail.messages()).filter((mail) => isTo('tove')(mail) && mail.Text.includes('/invite/'))).toHaveLength(1);
  }, 240_000);
});
