import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { oneLine, Refused, WrongUsage } from '../failures.ts';
import { counted } from '../words.ts';

const Place = { row: z.int(), column: z.string() };

/** What the product says about a file; `import` is there when it is being applied. */
const Report = z.looseObject({
  rows: z.int(),
  findings: z.int(),
  report: z.array(z.looseObject({ ...Place, code: z.string(), reason: z.string() })),
  noted: z.int(),
  notes: z.array(z.looseObject({ ...Place, note: z.string() })),
  ignored: z.array(z.string()),
  import: z.string().optional(),
});
type Report = z.infer<typeof Report>;

const Import = z.looseObject({ rows: z.int(), applied: z.int(), state: z.enum(['staging', 'applying', 'applied']) });

const lookAgainMs = 500;

/** Checks a register file; with `apply` imports it, all rows or none, and waits until the import is complete. */
export async function importRegister(
  context: Context,
  register: string,
  file: string,
  { apply, sheet }: { apply?: boolean | undefined; sheet?: string | undefined },
): Promise<void> {
  const { client, output } = context;
  // What kind of file it is is seen from its content.
  const upload = { bytes: await contentOf(file), type: 'application/octet-stream' };
  output.progress(`Checking ${file} …`);
  const path = `/registers/${encodeURIComponent(register)}/import`;
  const query = { apply: apply === true ? 'true' : undefined, sheet };
  const report = await client.upload(path, upload, Report, query).catch(refusedReport);
  if (report.import !== undefined) await untilApplied(context, report.import);
  output.result(report, [...tables(report, output), ...closing(report)]);
  if (report.findings > 0) throw new Refused('importRefused', `Nothing was imported: ${counted(report.findings, 'finding')} in ${file}.`);
}

async function contentOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (fault) {
    throw new WrongUsage(`${file} cannot be read (${oneLine(fault)}).`, fault);
  }
}

/** The report of a file that was to be applied comes with the refusal; a file that is no table at all has none. */
function refusedReport(fault: unknown): Report {
  const report = Report.safeParse(fault instanceof Refused ? fault.answer : undefined);
  if (report.success) return report.data;
  throw fault;
}

async function untilApplied({ client, output, wait }: Context, id: string): Promise<void> {
  for (;;) {
    const { state, applied, rows } = await client.get(`/imports/${encodeURIComponent(id)}`, Import);
    output.meter(`Importing, ${applied} of ${counted(rows, 'row')}`);
    if (state === 'applied') return output.settle();
    await wait(lookAgainMs);
  }
}

function tables({ findings, report, noted, notes, ignored }: Report, output: Context['output']): string[] {
  const problems = {
    head: ['Row', 'Column', 'Code', 'Reason'],
    rows: report.map((one) => [String(one.row), one.column, one.code, one.reason]),
  };
  const remarks = { head: ['Row', 'Column', 'Note'], rows: notes.map((one) => [String(one.row), one.column, one.note]) };
  return [
    ...(report.length > 0 ? [...output.table(problems), ...further(findings - report.length, 'finding'), ''] : []),
    ...(notes.length > 0 ? [...output.table(remarks), ...further(noted - notes.length, 'note'), ''] : []),
    ...(ignored.length > 0 ? [`Ignored columns: ${ignored.join(', ')}`] : []),
  ];
}

const further = (left: number, what: string): string[] => (left > 0 ? [`And ${counted(left, `further ${what}`)}.`] : []);

function closing({ findings, rows, import: id }: Report): string[] {
  if (findings > 0) return [];
  return [id === undefined ? `Nothing is wrong with ${counted(rows, 'row')}. Import with --apply.` : `${counted(rows, 'row')} imported.`];
}
