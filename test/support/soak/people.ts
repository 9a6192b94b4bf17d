import { linkId } from '../../../activities/links.ts';
import { systemNow, toInstant, toMs } from '../../../domain/clock.ts';
import type { Task } from '../../../domain/records/task.ts';
import { sha256 } from '../../../models/trail.ts';
import type { Chance } from '../chance.ts';
import type { Operation } from '../historyChecker.ts';
import type { Soaked } from './soaked.ts';

const tokenOf = (person: string): string => `only-used-in-tests-${person}-0123456789`;

type Request = { person: string; task: string; noun: string; body: unknown; given: string };

const dayMs = 86_400_000;
/** With all servers back, an answer takes seconds. */
const longestMs = 150_000;
const inStates = { state: { $in: ['open', 'inProgress', 'returned'] } };

/** People who do their work: most of it, twice at once now and then, in time or late; what they were not answered about they send again with the same key. */
export class People {
  readonly operations: Operation[] = [];
  /** What each operation was, by its key, for whoever has to find out about one. */
  readonly told = new Map<string, string>();
  private readonly unanswered: Request[] = [];
  private n = 0;
  private readonly soaked: Soaked;
  private readonly chance: Chance;
  private readonly manager: string;
  private readonly everybody: [string, ...string[]];

  constructor(soaked: Soaked, chance: Chance, manager: string, everybody: [string, ...string[]]) {
    this.soaked = soaked;
    this.chance = chance;
    this.manager = manager;
    this.everybody = everybody;
  }

  static async of(soaked: Soaked, chance: Chance): Promise<People> {
    const all = await soaked.store.people.find({ status: 'active' });
    const manager = all.find(({ roles }) => roles.some(({ role }) => role === 'ismsManager'));
    const [first, ...others] = all.map(({ id }) => id);
    if (manager === undefined || first === undefined) throw new Error('there is nobody');
    const createdAt = systemNow();
    await soaked.store.tokens.insertMissing(all.map(({ id }) => ({ id: linkId(tokenOf(id)), person: id, name: 'soak', createdAt })));
    return new People(soaked, chance, manager.id, [first, ...others]);
  }

  /** A few of them do something, all at once. */
  async act(): Promise<void> {
    const tasks = await this.soaked.store.tasks.find(inStates, { sort: { due: 1, _id: 1 }, limit: 300 });
    const chosen = tasks.filter(({ id }) => this.isEverDone(id)).filter(() => this.chance.happens(Math.min(1, 4 / tasks.length)));
    await Promise.all([...chosen.flatMap((task) => this.requestsFor(task)), ...this.unanswered.splice(0, 3)].map((one) => this.send(one)));
  }

  /** Everything that nobody was answered about is sent again until somebody is; what is not answered for minutes never will be, and is named. */
  async settle(): Promise<void> {
    for (const end = performance.now() + longestMs; this.unanswered.length > 0; ) {
      if (performance.now() > end)
        throw new Error(`never answered: ${this.unanswered.map(({ noun, task }) => `${noun} of ${task}`).join(', ')}`);
      await Promise.all(this.unanswered.splice(0, 5).map((one) => this.send(one)));
    }
  }

  /** Three at the same moment. */
  async openReview(period: string): Promise<void> {
    const open = () => this.ask(this.manager, '/processes/riskReview/runs', { subject: { period } });
    for (const status of await Promise.all([open(), open(), open()]))
      if (status !== undefined && ![201, 409].includes(status)) throw new Error(`opening ${period} was answered ${status}`);
  }

  /** One task in seven is left to its ladder. */
  private isEverDone(id: string): boolean {
    return Number.parseInt(sha256(`${this.chance.seed} ${id}`).slice(0, 6), 16) % 7 > 0;
  }

  private requestsFor(task: Task): Request[] {
    const request = (person: string, noun: string, body: unknown): Request => {
      this.n += 1;
      return { person, task: task.id, noun, body, given: `soak-${this.n}` };
    };
    const { assignee } = task;
    const reason = 'The supplier answers next week.';
    const answer = () => this.answerTo(task).map((outcome) => request(assignee, 'completion', { outcome }));
    if (task.extensions?.some(({ state }) => state === 'asked') === true && this.chance.happens(0.5))
      return [request(task.accountable, 'extensionDecision', { granted: this.chance.happens(0.5), reason })];
    const p = this.chance.next();
    if (p < 0.5) return answer();
    if (p < 0.62) return [...answer(), ...answer()];
    if (p < 0.72) return [request(assignee, 'comment', { text: 'I look at it this week.' })];
    if (p < 0.78) return [request(assignee, 'claim', {})];
    if (p < 0.86) return [request(assignee, 'extension', { until: toInstant(toMs(task.due) + 7 * dayMs).slice(0, 10), reason })];
    if (p < 0.92) return [request(assignee, 'delegation', { to: this.chance.oneOf(this.everybody), reason })];
    if (p < 0.98) return [request(this.manager, 'reassignment', { to: this.chance.oneOf(this.everybody), reason })];
    return [request(this.manager, 'cancellation', { reason })];
  }

  private answerTo({ task }: Task): unknown[] {
    const level = () => Math.ceil(this.chance.between(0.01, this.chance.happens(0.9) ? 2 : 5));
    if (task === 'reassess') return [{ likelihood: level(), consequence: level(), verdict: 'change', reason: 'As discussed.' }];
    return task === 'confirm' ? [{ consistent: true, newRisks: 0, note: 'All consistent.' }] : [];
  }

  private async send(request: Request): Promise<void> {
    const { person, task, noun, body, given } = request;
    const path = `/tasks/${encodeURIComponent(task)}/${noun}`;
    const status = await this.ask(person, path, body, given);
    const key = sha256(`${person}\nPOST /api/v1${path}\n${given}`);
    this.told.set(key, `${this.told.get(key) ?? `${noun} of ${task} by ${person}:`} ${status ?? 'no answer'}`);
    if (status === undefined) return void this.unanswered.push(request);
    // 404: it was reassigned meanwhile, and is not theirs to see any more.
    if (status !== 200 && ![403, 404, 409, 422].includes(status)) throw new Error(`${noun} of ${task} was answered ${status}`);
    this.operations.push({ task, key, result: status === 200 ? 'ok' : 'refused' });
  }

  /** Undefined where nobody knows: no answer, a server that is away, or the same request still on its way. */
  private async ask(person: string, path: string, body: unknown, given?: string): Promise<number | undefined> {
    const headers = {
      ...{ authorization: `Bearer ${tokenOf(person)}`, 'content-type': 'application/json' },
      ...(given !== undefined && { 'idempotency-key': given }),
    };
    const url = `${this.soaked.running.api}/api/v1${path}`;
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(20_000) }).catch(
      unlessNoAnswer,
    );
    if (answer === undefined || answer.status >= 500) return undefined;
    const said = (await answer.json().catch(unlessNoAnswer)) as { code?: string } | undefined;
    return said === undefined || said.code === 'inProgress' ? undefined : answer.status;
  }
}

/** The API was killed or frozen before it answered, or in the middle of it. */
function unlessNoAnswer(failure: unknown): undefined {
  if (!['TypeError', 'TimeoutError', 'SyntaxError'].includes((failure as Error).name)) throw failure;
}
