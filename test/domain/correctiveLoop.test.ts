import { describe, expect, it } from '@jest/globals';
import { daysBetween, type Moved, movesOf, standingOf } from '../../domain/correctiveLoop.ts';

const actor = { person: 'per-lukas00000', via: 'link' as const };
const at = '2026-10-01T06:00:00.000Z';

/** The chain of a nonconformity with these events after its report; a verdict is an event with a round. */
const chain = (...events: (string | readonly ['effective' | 'ineffective', number])[]): Moved[] =>
  ['reported', ...events].map((event, n) => {
    const one = { seq: n + 1, at, actor };
    if (typeof event === 'string') return { ...one, event, data: {} };
    const [verdict, round] = event;
    return { ...one, event: 'judged', data: { set: { effectiveness: [{ verdict, round, reason: 'Seen.', by: actor, at }] } } };
  });

const standing = (...events: Parameters<typeof chain>) => standingOf({ status: 'accepted' }, movesOf(chain(...events)));

describe('where a nonconformity is in the loop', () => {
  it.each([
    [[], 'reported'],
    [['accepted'], 'takenUp'],
    [['accepted', 'corrected'], 'corrected'],
    [['accepted', 'corrected', 'analysed'], 'analysed'],
    [['accepted', 'corrected', 'analysed', 'planned'], 'planned'],
    [['accepted', 'corrected', 'analysed', 'planned', 'planReturned'], 'back'],
    [['accepted', 'corrected', 'analysed', 'planned', 'planReturned', 'planned', 'planApproved'], 'approved'],
    [['accepted', 'corrected', 'analysed', 'implemented'], 'implemented'],
  ] as const)('When its chain says %j, it is %s', (events, station) => {
    expect(standing(...events)).toEqual({ station, round: 1 });
  });

  it('When what was done has not worked, it is back at the plan in the next round; when it has, it is judged', () => {
    const until = ['accepted', 'corrected', 'analysed', 'planned', 'planApproved', 'implemented'] as const;
    expect(standing(...until, ['ineffective', 1])).toEqual({ station: 'back', round: 2 });
    const again = [...until, ['ineffective', 1], 'planned', 'planApproved', 'implemented'] as const;
    expect(standing(...again)).toEqual({ station: 'implemented', round: 2 });
    expect(standing(...again, ['effective', 2])).toEqual({ station: 'judged', round: 2 });
    expect(movesOf(chain(...again, ['effective', 2])).map(({ station, round }) => [station, round])).toEqual([
      ...[['reported', 1] as const, ['takenUp', 1] as const, ['corrected', 1] as const, ['analysed', 1] as const, ['planned', 1] as const],
      ...[['approved', 1] as const, ['implemented', 1] as const, ['back', 1] as const],
      ...[['planned', 2] as const, ['approved', 2] as const, ['implemented', 2] as const, ['judged', 2] as const],
    ]);
  });

  it('When the record says that it has ended, it has, and what else is in its chain moves nothing', () => {
    expect(standingOf({ status: 'closed' }, movesOf(chain('accepted'))).station).toBe('closed');
    expect(standingOf({ status: 'declined' }, []).station).toBe('declined');
    expect(standingOf({ status: 'candidate' }, []).station).toBe('reported');
    expect(standing('accepted', 'missed', 'changed')).toEqual({ station: 'takenUp', round: 1 });
  });

  it('When days are counted, weekends and the change of the clocks count as they are', () => {
    expect(daysBetween('2026-10-23', '2026-10-26')).toBe(3);
    expect(daysBetween('2026-10-23', '2026-10-23')).toBe(0);
  });
});
