import type { Logger } from 'pino';
import { about } from '../log.ts';
import type { Meters } from './meters.ts';
import { refusalOf } from './problem.ts';
import { namedBy } from './routes.ts';
import type { TaskCommands } from './taskCommands.ts';

type Sent = { task: { id: string }; by: { person: string; via: string } };
type Given = [command?: { do: string }];
type Watching = { meters: Pick<Meters, 'command'>; log: Logger };

/** The same commands, each timed and each with one line in the log: what was asked of which task by whom, and what came of it. */
export const watched = ({ complete, give, refuse }: TaskCommands, watching: Watching): TaskCommands => ({
  complete: watch('complete', complete, watching),
  give: watch('give', give, watching),
  refuse,
});

function watch<S extends Sent, G extends Given, T>(name: string, send: (sent: S, ...given: G) => Promise<T>, { meters, log }: Watching) {
  const timed = async (sent: S, given: G): Promise<T> => {
    const command = given[0]?.do ?? name;
    const ended = meters.command.startTimer({ command });
    const conclude = (result: string, code?: string) => {
      const ms = Math.round(ended({ result }) * 1000);
      log.info({ command, via: sent.by.via, result, ...(code !== undefined && { code }), ms }, 'commanded');
    };
    try {
      const answer = await send(sent, ...given);
      conclude('done');
      return answer;
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      conclude(refusal === undefined || refusal.status >= 500 ? 'failed' : 'refused', refusal?.code);
      throw thrown;
    }
  };
  return (sent: S, ...given: G): Promise<T> => about({ ...namedBy(sent.task.id), actor: sent.by.person }, () => timed(sent, given));
}
