import type { Browser, Page } from 'playwright-core';

type TraceEvent = { ph: string; name: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number; args?: { name?: string } };

/** A task of the main thread of a page: how long it computed, and how long it took by the clock on the wall, in milliseconds; and what it spent most on. */
export type MainTask = { cpuMs: number; wallMs: number; on: string[] };

const microseconds = 1_000;
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * What the main thread of the page does meanwhile, the longest task first; while one lasts, the page answers to nothing. Tasks are to be judged by the time
 * that the thread computes, and not by the wall: on a machine that does other things as well, a thread stands still while others compute, and that says
 * nothing about the page.
 */
export async function mainTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<MainTask[]> {
  await browser.startTracing(page, { categories });
  const failure = await work().then(
    () => undefined,
    (reason: unknown) => ({ reason }),
  );
  // A task is written down at its end: another one behind it says that the last has come to it.
  await page.evaluate('new Promise((done) => setTimeout(done, 0))');
  const trace = await browser.stopTracing();
  if (failure !== undefined) throw failure.reason;
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const place = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(place));
  const spans = traceEvents.filter((event) => event.ph === 'X' && main.has(place(event)));
  const within = (task: TraceEvent) =>
    spans.filter((span) => span !== task && place(span) === place(task) && span.ts >= task.ts && endOf(span) <= endOf(task));
  return spans
    .filter(({ name }) => name === 'RunTask')
    .sort((a, b) => cpuOf(b) - cpuOf(a))
    .map((task, n) => ({ cpuMs: cpuOf(task), wallMs: (task.dur ?? 0) / microseconds, on: n < mostExplained ? mostOf(within(task)) : [] }));
}

const mostExplained = 5;
const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
const cpuOf = ({ tdur = 0 }: TraceEvent): number => tdur / microseconds;
const mostOf = (spans: readonly TraceEvent[]): string[] =>
  [...spans]
    .sort((a, b) => cpuOf(b) - cpuOf(a))
    .slice(0, mostExplained)
    .map((span) => `${span.name} ${Math.round(cpuOf(span))}`);
