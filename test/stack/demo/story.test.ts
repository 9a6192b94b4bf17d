import { describe, expect, it } from '@jest/globals';
import { criteriaPreset } from '../../../domain/criteria.ts';
import { exampleOrganization } from '../../../domain/example/index.ts';
import { periodOf } from '../../../domain/period.ts';
import { isDue } from '../../../domain/reviewDates.ts';
import { bandOf, isAbove } from '../../../domain/rules/risk.ts';
import { cast, delegated, fieldsFor, judgements, late, retained } from '../../../stack/demo/cast.ts';
import { letterKey } from '../../../stack/demo/facts.ts';
import { paceFor } from '../../../stack/demo/pace.ts';
import { addDays, quarterAfter } from '../../../stack/demo/quarter.ts';

const days = ['2026-01-15', '2026-03-31', '2026-05-20', '2026-08-08', '2026-11-26', '2027-12-31'];
const now = (day: string) => `${day}T10:00:00.000Z`;

describe('The quarter that is played', () => {
  it.each(days)('On %s it is the next one, and the story begins on a working day, nine to twenty days before it opens', (day) => {
    const { period, opening, start, last } = quarterAfter(now(day));
    expect(period > periodOf(day)).toBe(true);
    expect(periodOf(opening)).toBe(period);
    expect(periodOf(last)).toBe(period);
    const began = start.slice(0, 10);
    expect(began >= addDays(opening, -20) && began <= addDays(opening, -9)).toBe(true);
    expect([0, 6]).not.toContain(new Date(`${began}T00:00:00.000Z`).getUTCDay());
  });

  it.each(days)('On %s everybody with a part is asked about something, and one judgement alone stays above the acceptance rule', (day) => {
    const { period, start } = quarterAfter(now(day));
    const { risks, people } = exampleOrganization({ at: start, adminEmail: 'hanna.vogt@tessel.example' });
    const criteria = criteriaPreset(5, { id: 'criteria-1', version: 1, createdAt: start });
    const due = risks.filter((risk) => isDue(risk, period, criteria));
    const owners = new Set(due.map(({ owner }) => owner));
    const { manager: _asksNobody, standsIn, isAway, ...players } = cast;
    for (const player of Object.values(players)) expect(owners).toContain(player);
    expect(owners).toContain(isAway);
    expect(people.find(({ id }) => id === isAway)?.deputy).toBe(standsIn);
    expect(due.filter(({ id }) => [retained, delegated].includes(id)).map(({ owner }) => owner)).toEqual([cast.delegates, cast.delegates]);
    expect(due.find(({ id }) => id === late)?.owner).toBe(cast.needsTime);
    const above = due.filter(({ id }) => isAbove(criteria, bandOf(criteria, judgements[id] ?? { likelihood: 5, consequence: 5 })));
    expect(above.map(({ id }) => id)).toEqual([retained]);
    const same = risks.filter(
      ({ id, current }) => current?.likelihood === judgements[id]?.likelihood && current?.consequence === judgements[id]?.consequence,
    );
    expect(same).toEqual([]);
  });

  it('An answer is typed field by field, and nobody answers what they have no judgement on', () => {
    expect(fieldsFor(['RSK-012'])).toMatchObject({ 'RSK-012.likelihood': '2', 'RSK-012.consequence': '2', 'RSK-012.verdict': 'change' });
    expect(() => fieldsFor(['RSK-999'])).toThrow('RSK-999');
  });
});

describe('The pace', () => {
  it('Half a day a second, on a busy machine less, and never slower than a quarter of that', () => {
    expect(paceFor({ load: 0.3, cores: 2 })).toBe(43_200);
    expect(paceFor({ load: 2, cores: 2 })).toBe(43_200);
    expect(paceFor({ load: 4, cores: 2 })).toBe(21_600);
    expect(paceFor({ load: 40, cores: 2 })).toBe(10_800);
  });
});

describe('The key of a letter', () => {
  it('Says of which task and run it is, and what kind; an invitation is of none', () => {
    expect(letterKey('riskReview-2027-Q1/reassess/RSK-001/1/late3/2/per-a')).toEqual({
      ...{ task: 'riskReview-2027-Q1/reassess/RSK-001/1', run: 'riskReview-2027-Q1', kind: 'late3', about: 'RSK-001' },
    });
    expect(letterKey('invitation/per-a/0123')).toBeUndefined();
  });
});
