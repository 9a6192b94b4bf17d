/** Writes every sample mail and page to .tmp/samples, for looking at them: `npx tsx test/support/renderSamples.ts`. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeMail } from '../../activities/letters/compose.tsx';
import { sampleMails } from './samples/mails.ts';
import { samplePages } from './samples/plainPages.ts';

const folder = '.tmp/samples';
await mkdir(folder, { recursive: true });
await copyFile('api/plain/views/style.css', join(folder, 'style.css'));
for (const [name, page] of Object.entries(samplePages)) await writeFile(join(folder, `page-${name}.html`), page());
for (const [name, data] of Object.entries(sampleMails)) {
  const { subject, text, html } = composeMail(data);
  await writeFile(join(folder, `mail-${name}.html`), html);
  await writeFile(join(folder, `mail-${name}.txt`), `Subject: ${subject}\n\n${text}`);
}
process.stdout.write(`${Object.keys(samplePages).length} pages and ${Object.keys(sampleMails).length} mails in ${folder}\n`);
