import { describe, expect, it } from '@jest/globals';
import { type Event, fullLadder, json, replay } from '../support/histories/ladder.ts';

// A worker that stood still while it recorded a rung, such as on a machine that was put to sleep: the server gave up waiting and gave the workflow task out
// again, to the same worker, which went on from where it was. What it did before is by the time of the first try; a replay takes it to be of the second.

type Attributes = Record<string, unknown>;

const slept = '2026-11-26T17:12:06.000000000Z';
/** A tenth of a second later, as markers have it. */
const awake = { seconds: Date.parse(slept) / 1_000, nanos: 100_000_000 };

/** The rung `duePassed` is being recorded (12:00.5) when the worker stands still until `late1` has come (12:05.4); then that is recorded by itself. */
function sleptInARung(input: object): Event[] {
  const events = fullLadder();
  const attributesOf = (n: number, name: string) => events[n - 1]?.[name] as Attributes;
  const event = (n: number, more: object): Event => ({ ...(events[n - 1] as Event), ...more });
  const [payload] = (attributesOf(1, 'workflowExecutionStartedEventAttributes').input as { payloads: { data: string }[] }).payloads;
  const given = JSON.parse(Buffer.from(payload?.data ?? '', 'base64').toString()) as object;
  const recordedBy = (n: number, eventId: string): Event =>
    event(n, {
      eventId,
      markerRecordedEventAttributes: { ...attributesOf(n, 'markerRecordedEventAttributes'), workflowTaskCompletedEventId: '25' },
    });
  const started = attributesOf(1, 'workflowExecutionStartedEventAttributes');
  const late1 = recordedBy(39, '27') as Event & { markerRecordedEventAttributes: { details: Attributes } };
  late1.markerRecordedEventAttributes.details = {
    ...late1.markerRecordedEventAttributes.details,
    data: { payloads: [json({ ...markerOf(late1), seq: 5, activity_id: '5', complete_time: awake })] },
  };
  return [
    event(1, { workflowExecutionStartedEventAttributes: { ...started, input: { payloads: [json({ ...given, ...input })] } } }),
    ...events.slice(1, 21),
    {
      ...{ eventId: '22', eventTime: slept, eventType: 'EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT' },
      workflowTaskTimedOutEventAttributes: { scheduledEventId: '20', startedEventId: '21', timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' },
    },
    event(20, { eventId: '23', eventTime: slept }),
    event(21, { eventId: '24', eventTime: slept, workflowTaskStartedEventAttributes: { scheduledEventId: '23' } }),
    event(22, {
      ...{ eventId: '25', eventTime: slept },
      workflowTaskCompletedEventAttributes: {
        ...attributesOf(22, 'workflowTaskCompletedEventAttributes'),
        ...{ scheduledEventId: '23', startedEventId: '24' },
      },
    }),
    recordedBy(23, '26'),
    late1,
    event(24, {
      eventId: '28',
      timerStartedEventAttributes: { ...attributesOf(24, 'timerStartedEventAttributes'), workflowTaskCompletedEventId: '25' },
    }),
  ];
}

function markerOf({ markerRecordedEventAttributes }: Event): object {
  const { data } = (markerRecordedEventAttributes as { details: { data: { payloads: { data: string }[] } } }).details;
  return JSON.parse(Buffer.from(data.payloads[0]?.data ?? '', 'base64').toString()) as object;
}

describe('a worker that stands still while a rung is recorded', () => {
  it('When the next rung has come meanwhile, another worker goes the way that was gone', async () => {
    await replay(sleptInARung({ namesOneRung: true }));
  });

  it('When a task of before named all that had come, it was stuck: the replay names more', async () => {
    await expect(replay(sleptInARung({}))).rejects.toThrow(/Missing associated machine/);
  });
});
