import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { serverBinaries } from '../../stack/binaries.ts';
import { newStack, type Stack, type StackFile } from '../support/stack.ts';
import { eventually } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

const people = `name,email,roles,site,manager,deputy,language
Lukas Wendt,lukas@tessel.example,riskOwner,,Martin Seidel,,en
Martin Seidel,martin@tessel.example,topManagement,,,,en
Marta Nogueira,marta@tessel.example,riskOwner,,Martin Seidel,Lukas Wendt,de
`;
const risks = `Ref_ID;Risk;Description;Risk Owner;Current_Proba;Current_Impact
RSK-001;Laptop left in a car;A laptop is left in a car.;Lukas Wendt;;
RSK-002;Backup never tested;Nobody has tried.;lukas@tessel.example;;
RSK-003;Door held open;Politeness.;Lukas Wendt;;
RSK-004;Old account;It still works.;Marta Nogueira;;
RSK-005;Paper in the bin;With names.;Marta Nogueira;;
`;

let stack: Stack;
let running: StackFile;

/** A minute of the organization is a second, so that mail is gathered for a second; deadlines are hours away. */
beforeAll(async () => {
  stack = await newStack({ EXAMPLE: 'off', CLOCK_SPEED: '60' });
  running = await stack.start();
}, 300_000);
afterAll(async () => {
  await stack.stop();
  await stack.remove();
}, 180_000);

type Mail = { ID: string; To: { Address: string }[]; Subject: string; MessageID: string };
const mails = async (): Promise<Mail[]> =>
  ((await (await fetch(`${running.mail}/api/v1/messages?limit=500`)).json()) as { messages: Mail[] }).messages;
const textOf = async ({ ID }: Mail): Promise<string> =>
  ((await (await fetch(`${running.mail}/api/v1/message/${ID}`)).json()) as { Text: string }).Text;

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(stack.folder, name);
  await writeFile(path, content);
  return path;
}

type TaskLine = { id: string; state: string; due: string; rungs: { key: string; at: string; state: string }[] };

async function tasksOfRun(): Promise<TaskLine[]> {
  const client = await MongoClient.connect(running.mongodb);
  try {
    const found = await client.db().collection('tasks').find({ run: 'riskReview-2026-Q4', task: 'reassess' }).sort({ _id: 1 }).toArray();
    return found.map((t) => ({
      id: String(t._id),
      state: t.state,
      due: t.due.toISOString(),
      rungs: t.rungs.map((r: { key: string; at: Date; state: string }) => ({ key: r.key, at: r.at.toISOString(), state: r.state })),
    }));
  } finally {
    await client.close();
  }
}

/** Letters and mails that somebody still works on. */
async function mailsOnTheirWay(): Promise<number> {
  const client = await MongoClient.connect(running.mongodb);
  try {
    const onTheWay = { state: { $in: ['pending', 'sending', 'deferred'] } };
    const counts = ['letters', 'mails'].map((name) => client.db().collection(name).countDocuments(onTheWay));
    return (await Promise.all(counts)).reduce((all, count) => all + count, 0);
  } finally {
    await client.close();
  }
}

describe('an ISMS manager at the command line, on an organization that begins with nothing', () => {
  it('When people and risks are imported, a dry run writes nothing and --apply writes all', async () => {
    const dry = await stack.fourstroke('import', 'people', await file('people.csv', people));
    expect(dry.code).toBe(0);
    expect((await stack.fourstroke('import', 'people', await file('people.csv', people), '--apply')).code).toBe(0);
    expect(await stack.fourstroke('import', 'risks', await file('risks.csv', risks), '--apply')).toMatchObject({ code: 0 });
  }, 180_000);

  it('When one row among two hundred is bad, the report names row and column and nothing is imported', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => `BAD-${n + 1},Risk ${n + 1},Text,${n === 122 ? 'Nobody Known' : 'Lukas Wendt'}`);
    const refused = await stack.fourstroke(
      'import',
      'risks',
      await file('bad.csv', `reference,name,description,owner\n${rows.join('\n')}\n`),
      '--apply',
    );
    expect(refused.code).toBe(1);
    const said = refused.out + refused.err;
    expect(said).toContain('124');
    expect(said).toContain('owner');
    expect((await stack.fourstroke('tasks', '--json')).code).toBe(0);
    const client = await MongoClient.connect(running.mongodb);
    expect(
      await client
        .db()
        .collection('risks')
        .countDocuments({ _id: { $regex: '^BAD-' } as never }),
    ).toBe(0);
    await client.close();
  }, 180_000);

  it('When the review starts, each owner gets one mail with one recipient and all of the owner’s risks', async () => {
    const started = await stack.fourstroke('start', 'riskReview', '--period', '2026-Q4', '--json');
    expect(started.code).toBe(0);
    expect(JSON.parse(started.out)).toMatchObject({ id: 'riskReview-2026-Q4', status: 'open' });
    const sent = await eventually(
      'two mails to owners',
      async () => {
        const toOwners = (await mails()).filter((m) => /lukas|marta/.test(m.To[0]?.Address ?? ''));
        return toOwners.length === 2 ? toOwners : undefined;
      },
      150_000,
    );
    expect(sent.map((m) => m.To)).toEqual([[expect.anything()], [expect.anything()]]);
    const lukas = sent.find((m) => m.To[0]?.Address.startsWith('lukas'));
    const text = lukas === undefined ? '' : await textOf(lukas);
    for (const reference of ['RSK-001', 'RSK-002', 'RSK-003']) expect(text).toContain(reference);
    expect(text).not.toContain('RSK-004');
  }, 240_000);

  it('When a scanner fetches a link nothing happens; sending the form closes the task, by link', async () => {
    const mail = (await mails()).find((m) => m.To[0]?.Address.startsWith('marta'));
    const link = /http\S+\/a\/[\w-]{43}/.exec(mail === undefined ? '' : await textOf(mail))?.[0] ?? '';
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    for (let n = 0; n < 3; n += 1) expect((await fetch(link)).status).toBe(200);
    expect((await tasksOfRun()).map((t) => t.state)).toEqual(['open', 'open', 'open', 'open', 'open']);
    const marta = newVisitor();
    const page = await marta.visit(link);
    await marta.send(page, {
      'RSK-004.likelihood': '2',
      'RSK-004.consequence': '2',
      'RSK-004.verdict': 'change',
      'RSK-004.reason': 'Konto ist gesperrt.',
    });
    const closed = (await tasksOfRun()).find((t) => t.id.includes('RSK-004'));
    expect(closed?.state).toBe('done');
    const trail = await fetch(`${running.api}/api/v1/trail?subject=${encodeURIComponent('task/riskReview-2026-Q4/reassess/RSK-004/1')}`, {
      headers: { authorization: `Bearer ${running.token}` },
    });
    const { items } = (await trail.json()) as { items: { event: string; by?: string; actor?: { via: string } }[] };
    const completed = items.find((entry) => entry.event === 'completed');
    expect(completed?.actor?.via ?? completed?.by).toBe('link');
  }, 180_000);

  it('When Temporal is asked with its own command line, it lists one review and five tasks', async () => {
    const { temporal } = await serverBinaries();
    const count = async (query: string) => {
      const { stdout } = await promisify(execFile)(temporal, ['workflow', 'count', '--address', running.temporal, '--query', query]);
      return Number(/\d+/.exec(stdout)?.[0]);
    };
    await eventually('visibility', async () => (await count('WorkflowType="task" AND Run="riskReview-2026-Q4"')) === 5);
    expect(await count('WorkflowType="riskReview"')).toBe(1);
  }, 180_000);

  it('When the same period is started again, it is refused with exit 1', async () => {
    const again = await stack.fourstroke('start', 'riskReview', '--period', '2026-Q4', '--json');
    expect(again.code).toBe(1);
    expect(again.out + again.err).toContain('runExists');
  }, 180_000);

  it('When all five processes and the stack are killed, the next start goes on with the same timetables, and no mail is sent twice', async () => {
    // Of a mail that is on its way as everything dies, a second copy is promised instead.
    await eventually('no mail is on its way', async () => (await mailsOnTheirWay()) === 0);
    const before = await tasksOfRun();
    await stack.kill();
    for (const pid of Object.values(running.pids)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault; // its guard was quicker
      }
    }
    running = await stack.start();
    const after = await eventually('the tasks after the restart', tasksOfRun);
    const promised = (tasks: TaskLine[]) => tasks.map((t) => [t.id, t.due, t.rungs.map((r) => [r.key, r.at])]);
    expect(promised(after)).toEqual(promised(before));
    const lukas = (await mails()).find((m) => m.To[0]?.Address.startsWith('lukas'));
    const link = /http\S+\/a\/[\w-]{43}/.exec(lukas === undefined ? '' : await textOf(lukas))?.[0] ?? '';
    const visitor = newVisitor();
    const page = await eventually('the page is served again', async () => {
      const answer = await visitor.visit(link);
      return answer.status === 200 ? answer : undefined;
    });
    const sent = {
      'RSK-001.likelihood': '1',
      'RSK-001.consequence': '1',
      'RSK-001.verdict': 'change',
      'RSK-001.reason': 'Still fine after all.',
    };
    await eventually('the answer is recorded after the restart', async () => {
      await visitor.send(page, sent);
      return (await tasksOfRun()).find((t) => t.id.includes('RSK-001'))?.state === 'done';
    });
    expect(await stack.fourstroke('verify')).toMatchObject({ code: 0 });
    const ids = (await mails()).map((m) => m.MessageID);
    expect(new Set(ids).size).toBe(ids.length);
  }, 300_000);

  for (const name of ['worker', 'api', 'mail', 'mongodb', 'temporal'] as const)
    it(`When the ${name} process alone is killed, it is started again by itself and the product goes on`, async () => {
      const { pids } = await stack.file();
      process.kill(pids[name], 'SIGKILL');
      await eventually('a new process', async () => (await stack.file()).pids[name] !== pids[name], 120_000);
      running = await stack.file();
      await eventually(
        'it is ready',
        async () => {
          try {
            return (await fetch(`${running.api}/readyz`)).status === 200;
          } catch {
            return false;
          }
        },
        120_000,
      );
      expect(await stack.fourstroke('verify')).toMatchObject({ code: 0 });
    }, 300_000);

  it('When one field of one trail document is changed in the database, verify exits 1 and names chain and seq', async () => {
    const client = await MongoClient.connect(running.mongodb);
    const chain = 'task/riskReview-2026-Q4/reassess/RSK-004/1';
    await client
      .db()
      .collection('trail')
      .updateOne({ _id: `${chain}#2` as never }, { $set: { 'actor.via': 'login' } });
    await client.close();
    const verified = await stack.fourstroke('verify');
    expect(verified.code).toBe(1);
    expect(verified.out + verified.err).toContain(chain);
    expect(verified.out + verified.err).toMatch(/\b2\b/);
  }, 180_000);
});
