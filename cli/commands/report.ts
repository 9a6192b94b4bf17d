import type { Context } from '../context.ts';
import type { FileOptions } from '../download.ts';
import { WrongUsage } from '../failures.ts';
import { cycleReport } from '../reports/cycle.ts';
import { managementReviewReport } from '../reports/managementReview.ts';
import { soaReport } from '../reports/soa.ts';

const readings = { cycle: cycleReport, managementReview: managementReviewReport };

/** What can be reported on. */
export const reports = [...Object.keys(readings), 'soa'];

/** Shows how a year, a management review or the Statement of Applicability stands; the last one is a file too. */
export async function report(context: Context, what: string, which: string | undefined, options: FileOptions): Promise<void> {
  if (what === 'soa') return soaReport(context, which, options);
  if (options.format !== undefined || options.output !== undefined)
    throw new WrongUsage(`--format and --output are for the Statement of Applicability; ${what} is shown, with --json as JSON.`);
  await readings[what as keyof typeof readings](context, which);
}
