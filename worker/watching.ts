import type { Context } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Relay } from '../activities/deps.ts';
import { faultOf } from '../activities/mail/fault.ts';
import { about, note } from '../log.ts';
import type { RunStep, TaskStep } from '../workflows/engine/contract.ts';
import type { WorkerMeters } from './meters.ts';
import { workOf } from './workOf.ts';

type Watching = { meters: WorkerMeters; log: Logger };

/** Times every activity, and lets each line that is logged in one say which run and task it is about. */
export const watchActivities =
  ({ meters, log }: Watching): ActivityInterceptorsFactory =>
  ({ info }) => ({
    inbound: {
      execute: ({ args, headers }, next) =>
        about(
          { ...workOf(info.workflowExecution?.workflowId ?? '', info.workflowType), activity: info.activityType, attempt: info.attempt },
          async () => {
            const ended = meters.activity.startTimer({ activity: info.activityType });
            try {
              const result = await next({ args, headers });
              measure({ meters, log }, info, args, result, ended({ result: 'done' }));
              return result;
            } catch (failure) {
              measureFailure(meters, info, args, ended({ result: 'failed' }));
              throw failure;
            }
          },
        ),
    },
  });

type Info = Pick<Context['info'], 'activityType'>;

function measure({ meters, log }: Watching, { activityType }: Info, args: unknown[], result: unknown, seconds: number): void {
  if (activityType === 'recordStep') recorded({ meters, log }, args[0] as TaskStep, seconds);
  if (activityType === 'recordRun') log.info({ event: (args[0] as RunStep).event, seq: (args[0] as RunStep).seq }, 'recorded');
  if (activityType === 'upkeepPass')
    for (const [what, found] of Object.entries(result as Record<string, number>)) meters.upkeep.inc({ what }, found);
}

function measureFailure(meters: WorkerMeters, { activityType }: Info, args: unknown[], seconds: number): void {
  if (activityType === 'recordStep') meters.step.observe({ event: (args[0] as TaskStep).event, result: 'failed' }, seconds);
}

/** One line for each step of a task: the same that its trail says, without what was said. */
function recorded({ meters, log }: Watching, step: TaskStep, seconds: number): void {
  const { event, seq } = step;
  meters.step.observe({ event, result: 'done' }, seconds);
  if (step.event !== 'rung') note({ actor: step.command.by.person });
  log.info({ event, seq, ms: Math.round(seconds * 1000) }, 'recorded');
}

/** The same relay, with what it answered counted. */
export const watchRelay = (relay: Relay, { mails }: Pick<WorkerMeters, 'mails'>): Relay => ({
  async send(mail) {
    try {
      const answer = await relay.send(mail);
      mails.inc({ answer: 'accepted' });
      return answer;
    } catch (failure) {
      mails.inc({ answer: faultOf(failure)?.kind === 'refused' ? 'rejected' : 'later' });
      throw failure;
    }
  },
});
