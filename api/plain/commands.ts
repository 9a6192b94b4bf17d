import { canonicalize } from 'json-canonicalize';
import { z } from 'zod';
import { Day, Sentence } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { sha256 } from '../callers.ts';
import { problemsWith } from '../commandProblems.ts';
import { refusalOf } from '../problem.ts';
import { type Found, personNamed } from '../reading/personNamed.ts';
import type { TaskCommands } from '../taskCommands.ts';
import type { Asked, Posting } from './answering.ts';
import { sentenceOf } from './sentences.ts';
import type { CommandName } from './views/types.ts';
import { say, sentenceFor } from './words.ts';

const reason = Sentence;
const to = z.string().trim().min(1);

/** What each form holds beside the tasks it is about. */
const schemas = {
  claim: z.object({}),
  extend: z.object({ until: Day, reason }),
  askHandOver: z.object({ to: to.optional(), reason }),
  delegate: z.object({ to, until: Day.optional(), reason }),
  giveBack: z.object({ reason }),
  takeBack: z.object({ reason }),
  confirm: z.object({ waiver: Sentence.optional() }),
  return: z.object({ reason }),
  decideExtension: z.object({ granted: z.enum(['yes', 'no']), until: Day.optional(), reason, waiver: Sentence.optional() }),
  reassign: z.object({ to, reason }),
  waive: z.object({ until: Day, reason }),
} satisfies Record<CommandName, z.ZodObject>;

type Values = { until?: Day; reason: string; to?: string; granted: 'yes' | 'no'; waiver?: string };
type Given = Parameters<TaskCommands['give']>[1];

/** Each form of a page has a key made of the page's and its own name. */
export const pageKeyOf = (key: string): string => key.replace(formNames, '');
const formNames = new RegExp(`-(comment|${Object.keys(schemas).join('|')})$`);

export const isCommand = (name: unknown): name is CommandName => typeof name === 'string' && Object.hasOwn(schemas, name);

/** How a filled-in form is said to one task. */
function commandOf(name: CommandName, values: Values, { task, assignment }: Asked): Given {
  const { until, reason: why, to: whom, waiver } = values;
  const held = { ...(assignment !== undefined && { assignment }) };
  const whenever = { ...(until !== undefined && { until }) };
  const alone = { ...(waiver !== undefined && { waiver }) };
  switch (name) {
    case 'claim':
      return { do: 'claim', ...held };
    case 'extend':
      return { do: 'extend', until: until ?? '', reason: why, ...held };
    case 'askHandOver':
      return { do: 'askHandOver', reason: why, ...(whom !== undefined && { to: whom }), ...held };
    case 'delegate':
      return { do: 'delegate', to: whom ?? '', reason: why, ...whenever };
    case 'giveBack':
    case 'takeBack':
      return { do: 'delegate', to: task.onBehalfOf ?? '', reason: why };
    case 'confirm':
      return { do: 'confirm', ...alone };
    case 'return':
      return { do: 'return', reason: why };
    case 'decideExtension':
      return { do: 'decideExtension', granted: values.granted === 'yes', reason: why, ...whenever, ...alone };
    case 'reassign':
      return { do: 'reassign', to: whom ?? '', reason: why };
    case 'waive':
      return { do: 'waive', until: until ?? '', reason: why };
  }
}

/** What came of a form: how many tasks took it, and why the first one that did not refused. */
export type Done = { recorded: number; problem?: string; later?: true };
type Refused = { problem: string; later?: true };

const atOnce = 5;

/** Gives the command of a posted form to each of these tasks, each by itself; the same form sent again is the same request. */
export async function giveAll(posting: Posting, name: CommandName, asked: readonly Asked[]): Promise<Done> {
  const { language } = posting;
  if (name === 'confirm' && !posting.isPresent) return { recorded: 0, problem: say('signInAgain', language) };
  if (asked.length === 0) return { recorded: 0, problem: say(posting.body.task === '' ? 'choice' : 'closed', language) };
  const read = await readForm(posting, name);
  if (typeof read === 'string') return { recorded: 0, problem: read };
  const results: (Refused | undefined)[] = [];
  for (let n = 0; n < asked.length; n += atOnce)
    results.push(...(await Promise.all(asked.slice(n, n + atOnce).map((one) => giveOne(posting, name, read, one)))));
  const refused = results.filter((one) => one !== undefined);
  const recorded = results.length - refused.length;
  const [first] = refused;
  if (first === undefined) return { recorded };
  return { ...first, recorded, problem: recorded === 0 ? first.problem : `${say('partly', language, recorded)} ${first.problem}` };
}

/** The values of the form, or a sentence about the first thing that is wrong with it. */
async function readForm({ api, language, body }: Posting, name: CommandName): Promise<Values | string> {
  const filled = Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string' && value.trim() !== ''));
  const parsed = schemas[name].safeParse(filled, { reportInput: true });
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success) return issue === undefined ? say('wrong', language) : sentenceFor(issue, language);
  const values = parsed.data as unknown as Values;
  if (values.to === undefined) return values;
  const found: Found = await personNamed(api.store, values.to);
  return 'person' in found ? { ...values, to: found.person.id } : say(found.why, language);
}

async function giveOne({ api, by, language, form }: Posting, name: CommandName, values: Values, one: Asked): Promise<Refused | undefined> {
  const { task } = one;
  const command = commandOf(name, values, one);
  const key = sha256(`command\n${form}\n${by.person}\n${task.id}\n${name}\n${canonicalize(values)}`);
  try {
    await api.tasks.give({ task, by, key }, command);
    return undefined;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === undefined) throw thrown;
    const [problem] = refusal.code === 'invalid' ? await problemsWith(api, task, { ...command, by }) : [];
    const sentence = problem === undefined ? sentenceOf(refusal, language) : say(problem.what, language, problem.day);
    return { problem: sentence, ...(refusal.status === 503 && { later: true }) };
  }
}

/** What was typed into the form of a command, to be shown again. */
export const typedIn = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    ['task', 'to', 'until', 'reason', 'granted', 'waiver'].flatMap((field) =>
      typeof body[field] === 'string' ? [[field, body[field]]] : [],
    ),
  );

/** The tasks that a form chose: one by its name, or all that it was offered for. */
export function chosenOf(body: Record<string, unknown>, tasks: readonly Task[], nameOf: (task: Task) => string): Task[] {
  return body.task === '*' ? [...tasks] : tasks.filter((task) => nameOf(task) === body.task);
}
