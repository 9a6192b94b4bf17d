import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newStack, root, type Stack, type StackFile } from '../support/stack.ts';
import { eventually } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

/** What a checkout needs to be built and started. */
const folders = ['domain', 'workflows', 'activities', 'models', 'api', 'worker', 'cli', 'stack', 'web'];
const files = ['config.ts', 'configAdvice.ts', 'log.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const key = 'supplierReview';
const run = `${key}-2027-H1`;

let tree: string;
let stack: Stack;
let running: StackFile;

/** A checkout in which somebody adds a process: one folder of two files, and a line in each of two lists. */
beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'fourstroke-added-'));
  // With their times: packages are installed anew where the lock file is newer than they are.
  for (const name of [...folders, ...files]) await cp(join(root, name), join(tree, name), { recursive: true, preserveTimestamps: true });
  for (const name of ['node_modules', '.servers']) await symlink(join(root, name), join(tree, name));
  await cp(join(root, 'test', 'fixtures', key), join(tree, 'workflows', key), { recursive: true });
  await inserted('workflows/index.ts', /^/, `export { ${key} } from './${key}/workflow.ts';\n`);
  await inserted('workflows/definitions.ts', /^/, `import { definition as ${key} } from './${key}/definition.ts';\n`);
  await inserted('workflows/definitions.ts', /export const definitions = \[\n/, `export const definitions = [\n  ${key},\n`);
  stack = await newStack({ CLOCK_SPEED: '60' }, tree);
  running = await stack.start();
}, 300_000);
afterAll(async () => {
  await stack.stop();
  await stack.remove();
  await rm(tree, { recursive: true, force: true });
}, 180_000);

async function inserted(file: string, at: RegExp, line: string): Promise<void> {
  const before = await readFile(join(tree, file), 'utf8');
  await writeFile(join(tree, file), before.replace(at, line));
}

/** How often the key stands in each source file. */
async function occurrences(of: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const folder of folders)
    for (const entry of await readdir(join(of, folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.(?:tsx?|js|json)$/.test(entry.name)) continue;
      const count = (await readFile(file, 'utf8')).split(key).length - 1;
      if (count > 0) found.set(relative(of, file), count);
    }
  return found;
}

type Answer = { status: number; body: never };
const ask = async (method: string, path: string, body?: object): Promise<Answer> => {
  const answer = await fetch(`${running.api}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${running.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as never };
};

type Mail = { ID: string; Subject: string; To: { Address: string }[] };
const mailAbout = (what: RegExp): Promise<string> =>
  eventually(
    `a mail about ${what}`,
    async () => {
      const { messages } = (await (await fetch(`${running.mail}/api/v1/messages?limit=200`)).json()) as { messages: Mail[] };
      const found = messages.find(({ Subject }) => what.test(Subject));
      if (found === undefined) return undefined;
      return ((await (await fetch(`${running.mail}/api/v1/message/${found.ID}`)).json()) as { Text: string }).Text;
    },
    120_000,
  );

describe('a process that is added', () => {
  it('It takes one folder of two files, one line in the list of workflows and one in that of definitions', async () => {
    const [before, after] = [await occurrences(root), await occurrences(tree)];
    const touched = [...after].filter(([file, count]) => count !== (before.get(file) ?? 0)).map(([file]) => file);
    expect(touched.sort()).toEqual([
      'workflows/definitions.ts',
      'workflows/index.ts',
      `workflows/${key}/definition.ts`,
      `workflows/${key}/workflow.ts`,
    ]);
  });

  it('It has its route with the form, its schedule, its place on the map and among the responsibilities', async () => {
    const { body } = await ask('GET', `/processes/${key}`);
    expect(JSON.stringify(body)).toContain('What was seen');
    // The worker makes it, while the API answers already.
    const next = await eventually(
      'its schedule is there',
      async () => {
        const { body } = (await ask('GET', `/schedules/${key}`)) as { body: { next?: { period: string }[] } };
        return body.next;
      },
      120_000,
    );
    expect(next).toHaveLength(10);
    expect(next.every(({ period }) => /-H[12]$/.test(period))).toBe(true);
    expect(JSON.stringify((await ask('GET', '/processes/map')).body)).toContain(`"from":"riskTreatment","to":"${key}"`);
    expect(JSON.stringify((await ask('GET', '/responsibilities')).body)).toContain('Judge the suppliers');
  });

  it('When it is opened, its mail leads to its form, which asks again for what is missing, and what follows is asked', async () => {
    expect((await ask('POST', `/processes/${key}/runs`, { subject: { period: '2027-H1' } })).status).toBe(201);
    const link = /http\S+\/a\/[\w-]{43}/.exec(await mailAbout(/Judge the suppliers|Die Lieferanten bewerten/))?.[0] ?? '';
    const visitor = newVisitor();
    const page = await visitor.visit(link);
    expect(page.text).toMatch(/May our suppliers go on\?|Dürfen unsere Lieferanten weitermachen\?/);
    const prefix = /name="([^"]*)verdict"/.exec(page.html)?.[1] ?? 'none.';
    const missing = await visitor.send(page, { [`${prefix}verdict`]: 'exit' });
    expect(missing.status).toBe(422);
    const done = await visitor.send(page, { [`${prefix}verdict`]: 'exit', [`${prefix}findings`]: 'They lost a tape.' });
    expect(done.status).toBe(200);
    const task = await eventually('the decision is asked', async () => {
      const { status, body } = await ask('GET', `/tasks/${encodeURIComponent(`${run}/decide/-/1`)}`);
      return status === 200 && (body as { state: string; barred?: string[] });
    });
    expect(task).toMatchObject({ state: 'open' });
  });

  it('Its trail holds, and nobody sees it who is not asked', async () => {
    const { body } = await ask('GET', `/trail?subject=${encodeURIComponent(`task/${run}/assess/-/1`)}`);
    expect((body as { items: { event: string }[] }).items.map(({ event }) => event)).toEqual(['opened', 'completed']);
    expect((await stack.fourstroke('verify')).code).toBe(0);
    for (const path of [`/api/v1/runs/${run}`, `/api/v1/processes/${key}`]) expect((await fetch(`${running.api}${path}`)).status).toBe(401);
    const marta = await signedIn('per-n1g6u3r8ki', 'marta.nogueira@tessel.example');
    expect((await marta.ask(`${running.api}/api/v1/processes/${key}`)).status).toBe(200);
    for (const path of [`runs/${run}`, `tasks/${encodeURIComponent(`${run}/assess/-/1`)}`])
      expect((await marta.ask(`${running.api}/api/v1/${path}`)).status).toBe(404);
  });
});

/** Somebody of the example organization who has been invited and has set a password. */
async function signedIn(person: string, email: string) {
  expect((await ask('POST', `/people/${person}/invitation`, {})).status).toBeLessThan(300);
  const invitation = /http\S+\/invite\/[\w-]{43}/.exec(await mailAbout(/password|Passwort/i))?.[0] ?? '';
  const visitor = newVisitor();
  const password = 'a long pass phrase';
  await visitor.send(await visitor.visit(invitation), { password, again: password });
  await visitor.send(await visitor.visit(`${running.api}/sign-in`), { email, password });
  return visitor;
}
