import { z } from 'zod';
import type { Context } from '../context.ts';
import { download, type FileOptions } from '../download.ts';
import type { Table } from '../table.ts';
import { counted, minute } from '../words.ts';

const Line = z.looseObject({
  ...{ control: z.string(), title: z.string(), applicable: z.boolean().optional(), implementation: z.string() },
  ...{ risks: z.array(z.string()), requirements: z.array(z.string()), justification: z.string().optional() },
  ...{ controls: z.array(z.looseObject({ id: z.string() })), problem: z.string().optional() },
});
const Published = { id: z.string(), publishedAt: z.string() };
const Now = z.looseObject({ lines: z.array(Line), open: z.int(), published: z.looseObject(Published).optional() });
const Version = z.looseObject({ ...Published, lines: z.array(Line) });

/** The Statement of Applicability as it stands now, or a published version of it: as a table, or as a file where a format or a file is named. */
export async function soaReport(context: Context, version: string | undefined, options: FileOptions): Promise<void> {
  if (options.format !== undefined || options.output !== undefined)
    return download(context, {
      ...options,
      ...{ path: '/soa/export', formats: ['csv', 'xlsx', 'pdf'], query: { version } },
      what: { report: 'soa', ...(version !== undefined && { version }) },
    });
  const { client, output } = context;
  if (version !== undefined) {
    const found = await client.get(`/soa/versions/${encodeURIComponent(version)}`, Version);
    return output.result(found, [`${found.id}, published ${minute(found.publishedAt)}`, '', ...output.table(tableOf(found.lines))]);
  }
  const now = await client.get('/soa', Now);
  output.result(now, [
    `As it stands now: ${now.open === 0 ? 'every line can stand' : `${counted(now.open, 'line')} cannot stand like this`}. ${lastOf(now)}`,
    '',
    ...output.table(tableOf(now.lines)),
  ]);
}

const lastOf = ({ published }: z.output<typeof Now>): string =>
  published === undefined ? 'No version is published.' : `${published.id} was published ${minute(published.publishedAt)}.`;

const tableOf = (lines: readonly z.output<typeof Line>[]): Table => ({
  head: ['Control', 'Title', 'Needed', 'Why', 'How far', 'By'],
  rows: lines.map((line) => [
    ...[line.control, line.title, line.applicable === undefined ? 'not decided' : line.applicable ? 'yes' : 'no'],
    ...[[...line.risks, ...line.requirements, line.justification].filter((part) => part !== undefined).join(', ')],
    ...[line.implementation, line.controls.map(({ id }) => id).join(', ')],
  ]),
});
