import type { Logger } from 'pino';
import { about } from '../log.ts';
import type { Meters } from './meters.ts';
import { refusalOf } from './problem.ts';
import { namedBy } from './routes.ts';
import type { TaskCommands } from './taskCommands.ts';

type Sent = { task: { id: string }; by: { person: string; via: string } };
type Given = { do: string };
type Command = (sent: never, given?: never) => Promise<unknown>;
type Watching = { meters: Pick<Meters, 'command'>; log: Logger };

/** The same commands, each timed and each with one line in the log: what was asked of which task by whom, and what came of it. */
export function watched(commands: TaskCommands, watching: Watching): TaskCommands {
  const each = Object.entries(commands).map(([name, command]) => [name, watch(name, command as Command, watching)]);
  return Object.fromEntries(each) as TaskCommands;
}

function watch(name: string, send: Command, { meters, log }: Watching) {
  const timed = async (sent: Sent, given: Given | undefined): Promise<unknown> => {
    const command = given?.do ?? name;
    const ended = meters.command.startTimer({ command });
    const conclude = (result: string, code?: string) => {
      const ms = Math.round(ended({ result }) * 1000);
      log.info({ command, via: sent.by.via, result, ...(code !== undefined && { code }), ms }, 'commanded');
    };
    try {
      const answer = await send(sent as never, given as never);
      conclude('done');
      return answer;
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      conclude(refusal === undefined || refusal.status >= 500 ? 'failed' : 'refused', refusal?.code);
      throw thrown;
    }
  };
  return (sent: Sent, given?: Given) => about({ ...namedBy(sent.task.id), actor: sent.by.person }, () => timed(sent, given));
}
