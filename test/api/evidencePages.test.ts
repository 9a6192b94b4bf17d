import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../api/callers.ts';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import type { Task } from '../../domain/records/task.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { pdf, png, txt } from '../support/samples/files.ts';
import { eventually } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

const run = 'riskReview-2026-Q4';
const task = (risk: string) => `${run}/reassess/${risk}/1`;
const password = 'correct horse battery';

let product: Product;
let link: string;

beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
  await product.store.people.set(ids.marta, { language: 'de' });
  await addRisks(product.store, ids.lukas, ['RSK-001', 'RSK-002']);
  await addRisks(product.store, ids.marta, ['RSK-003']);
  await product.store.credentials.insert({ id: ids.marta, passwordHash: await hashPassword(password), changedAt: systemNow() });
  await product.as(ids.hanna)('POST', '/processes/riskReview/runs', { subject: { period: '2026-Q4' } });
  link = await eventually(
    'the mail to Lukas',
    async () => {
      const mail = (await product.mail.messages()).find(({ To }) => To[0]?.Address.startsWith('lukas'));
      return mail && /http\S+\/a\/[\w-]{43}/.exec(mail.Text)?.[0];
    },
    150_000,
  );
}, 300_000);
afterAll(() => product.stop());

const taskOf = async (risk: string) => (await product.store.tasks.get(task(risk))) as Task;
const file = (name: string, content: Buffer) => new File([new Uint8Array(content)], name);

describe('evidence by the link in a mail', () => {
  it('When Lukas adds two files to one of his risks, they are on the task by link, and he answers as before', async () => {
    const lukas = newVisitor();
    const page = await lukas.visit(link);
    expect(page.text).toContain('Files that show it');
    const after = await lukas.sendFiles(page, { task: 'RSK-002' }, [file('Bericht.pdf', pdf()), file('screen.png', png)]);
    expect(after.status).toBe(200);
    expect(after.text).toContain('Two files are added.');
    expect(after.text).toMatch(/Bericht\.pdf 1 kB/);
    expect((await taskOf('RSK-002')).evidence).toMatchObject([{ name: 'Bericht.pdf', addedBy: ids.lukas }, { name: 'screen.png' }]);
    const [entry] = await product.store.trail.find({ chain: `task/${task('RSK-002')}`, event: 'evidenceAdded' });
    expect(entry?.actor).toMatchObject({ person: ids.lukas, via: 'link', link: expect.any(String) });
    const answer = {
      'RSK-002.likelihood': '1',
      'RSK-002.consequence': '1',
      'RSK-002.verdict': 'change',
      'RSK-002.reason': 'See the report.',
    };
    expect((await lukas.send(after, answer)).status).toBe(200);
    expect(await taskOf('RSK-002')).toMatchObject({ state: 'done' });
  });

  it('When he would download it, he is asked to sign in: a link gives nothing out', async () => {
    const page = await newVisitor().visit(link);
    expect(page.html).not.toContain('/api/v1/tasks');
    const path = `${product.url}/api/v1/tasks/${encodeURIComponent(task('RSK-002'))}/evidence/${sha256(pdf())}`;
    expect((await fetch(path)).status).toBe(401);
    expect((await fetch(`${link}/evidence/${sha256(pdf())}`)).status).toBe(404);
  });

  it('When nothing is chosen, a file is of another kind, or the form is not ours, the page says why and nothing is added', async () => {
    const lukas = newVisitor();
    const page = await lukas.visit(link);
    const none = await lukas.sendFiles(page, {}, []);
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose a file first.')]);
    const svg = await lukas.sendFiles(page, {}, [file('logo.svg', Buffer.from('<svg/>'))]);
    expect([svg.status, svg.text]).toEqual([422, expect.stringContaining('one of the files is of another kind')]);
    const forged = await newVisitor().sendFiles(page, {}, [file('restore.txt', txt)]);
    expect([forged.status, forged.text]).toEqual([403, expect.stringContaining('The form was open too long')]);
    const other = await lukas.sendFiles(page, { task: 'RSK-003' }, [file('restore.txt', txt)]);
    expect(other.status).toBe(409);
    for (const risk of ['RSK-001', 'RSK-003']) expect((await taskOf(risk)).evidence).toBeUndefined();
  });

  it('When the link is nobody’s, the page is the one of every link that opens nothing', async () => {
    const lukas = newVisitor();
    const page = await lukas.visit(link);
    const wrong = { ...page, html: page.html.replaceAll(/\/a\/[\w-]{43}/g, `/a/${'x'.repeat(43)}`) };
    expect(await lukas.sendFiles(wrong, {}, [file('restore.txt', txt)])).toMatchObject({ status: 404 });
  });
});

describe('evidence after signing in', () => {
  it('When Marta adds a file from her tasks, she reads German, finds it on the page and downloads it', async () => {
    const marta = newVisitor();
    await marta.send(await marta.visit(`${product.url}/sign-in`), { email: 'marta@tessel.example', password });
    const page = await marta.visit(`${product.url}/tasks/${run}/reassess`);
    const after = await marta.sendFiles(page, {}, [file('Prüfung.txt', txt)]);
    expect([after.status, after.text]).toEqual([200, expect.stringContaining('Eine Datei ist angefügt.')]);
    const href = /href="(\/api\/v1\/tasks\/[^"]+)"/.exec(after.html)?.[1] ?? '';
    const got = await marta.visit(`${product.url}${href}`);
    expect([got.status, got.html]).toEqual([200, txt.toString()]);
    const detail = await product.as(ids.hanna)('GET', `/tasks/${encodeURIComponent(task('RSK-003'))}`);
    expect(detail.body).toMatchObject({ evidence: [{ name: 'Prüfung.txt', addedBy: ids.marta }] });
  });
});
