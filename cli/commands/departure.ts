import { z } from 'zod';
import type { Context } from '../context.ts';
import { type DeparturePlan, PlanAnswer, planTable } from '../departurePlan.ts';
import { Refused, WrongUsage } from '../failures.ts';
import { counted } from '../words.ts';

const Departure = z.looseObject({ state: z.enum(['moving', 'moved']), left: z.array(z.string()).optional() });

export type DepartureOptions = {
  to?: string | undefined;
  reason?: string | undefined;
  roles?: string | undefined;
  apply?: boolean | undefined;
};

/** Shows what is somebody's and whose it will be; with `apply` moves it, and waits until that is done. */
export async function departure(context: Context, person: string, { to, reason, roles, apply }: DepartureOptions): Promise<void> {
  const { client, people, output } = context;
  if (apply === true && reason === undefined) throw new WrongUsage('Say why, with --reason: it stands in the trail of all that moves.');
  const leaver = await people.find(person);
  const successor = to === undefined ? undefined : await people.find(to);
  const path = `/people/${encodeURIComponent(leaver.id)}/departure`;
  const asked = { roles, reason, ...(successor && { to: successor.id }), ...(apply !== true && { preview: true }) };
  const plan = await client.post(path, asked, PlanAnswer);
  const left = apply === true ? await untilMoved(context, path) : undefined;
  output.result(plan, [...planTable(plan, output), ...(left === undefined ? previewed(plan) : moved(plan, left))]);
  if (left === undefined && plan.problems.length > 0) throw refusal(plan);
}

const lookAgainMs = 500;

/** Tasks that nobody could take, once everything else has moved. */
async function untilMoved({ client, output, wait }: Context, path: string): Promise<readonly string[]> {
  for (;;) {
    const { state, left = [] } = await client.get(path, Departure);
    if (state === 'moved') {
      output.settle();
      return left;
    }
    output.meter('Moving everything');
    await wait(lookAgainMs);
  }
}

const moved = ({ name }: DeparturePlan, left: readonly string[]): string[] => [
  `${name} has left, and ${left.length === 0 ? 'everything has' : 'the rest has'} moved.`,
  ...left.map((task) => `Nobody may take ${task}: give it to somebody, or waive it.`),
];

function previewed({ tasks, problems }: DeparturePlan): string[] {
  const barred = tasks.filter((task) => task.barred).length;
  return [
    ...(barred === 0 ? [] : [`Duties are separated: ${counted(barred, 'task')} cannot go to the successor.`]),
    ...(problems.length > 0 ? [] : ['Nothing has been done. Carry it out with --apply and --reason.']),
  ];
}

const refusal = ({ problems }: DeparturePlan): Refused =>
  new Refused(
    'departureRefused',
    `It cannot be carried out so: ${problems.map(({ path, message }) => `--${path} ${message}`).join('; ')}.`,
  );
