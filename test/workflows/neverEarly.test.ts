import { describe, expect, it } from '@jest/globals';
import { base64, type Event, fullLadder, json, replay } from '../support/histories/ladder.ts';

// A server's clock that was moved back cannot be had from a real server, which nobody but the machine's administrator can move: it is written into a
// history, and the bundle has to go that way.

/** The first rung comes by timer 1 (event 6), 19 s after the opening; it has fired by event 9, and is recorded. */
const tenSecondsEarly = '2026-11-26T17:11:45.720000000Z';

const at = (eventTime: string, events: Event[]): Event[] =>
  events.map((event) => (event.eventId === '9' ? { ...event, eventTime } : event));

/** The first timer has fired, and the rest until the rung is waited for. */
function waitingAgain(): Event[] {
  const events = fullLadder();
  const [eventTime, workflowTaskCompletedEventId] = [tenSecondsEarly, '10'];
  const patch = json({ id: 'neverEarly', deprecated: false });
  return [
    ...events.slice(0, 10),
    {
      ...{ eventId: '11', eventTime, eventType: 'EVENT_TYPE_MARKER_RECORDED' },
      markerRecordedEventAttributes: {
        ...{ markerName: 'core_patch', workflowTaskCompletedEventId },
        details: { 'patch-data': { payloads: [patch] } },
      },
    },
    {
      ...{ eventId: '12', eventTime, eventType: 'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES' },
      upsertWorkflowSearchAttributesEventAttributes: {
        workflowTaskCompletedEventId,
        searchAttributes: { indexedFields: { TemporalChangeVersion: json(['neverEarly'], { type: base64('KeywordList') }) } },
      },
    },
    {
      ...{ eventId: '13', eventTime, eventType: 'EVENT_TYPE_TIMER_STARTED' },
      timerStartedEventAttributes: { timerId: '2', startToFireTimeout: '10s', workflowTaskCompletedEventId },
    },
    { ...events[6], eventId: '14', timerFiredEventAttributes: { timerId: '2', startedEventId: '13' } } as Event,
    { ...events[7], eventId: '15' } as Event,
    { ...events[8], eventId: '16', eventTime: '2026-11-26T17:11:55.740063756Z' } as Event,
  ];
}

describe('a server whose clock is moved back while a rung is waited for', () => {
  it('When the timer ends before the rung’s time, nothing is recorded and the rest is waited for', async () => {
    await replay(at(tenSecondsEarly, waitingAgain()));
  });

  it('When the timer ends in time, nothing more is waited for', async () => {
    await replay(fullLadder());
    await expect(replay(waitingAgain())).rejects.toThrow(/Nondeterminism|\[TMPRL1100\]/);
  });

  it('When it ended too soon in a version that did not look again, that execution goes on as it did', async () => {
    await replay(at(tenSecondsEarly, fullLadder()));
  });
});
