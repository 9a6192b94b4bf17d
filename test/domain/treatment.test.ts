import { describe, expect, it } from '@jest/globals';
import type { Control } from '../../domain/records/control.ts';
import type { RiskControl } from '../../domain/records/risk.ts';
import { type ControlOfRisk, isPlanned, proposedLevels, usuallyActsOn } from '../../domain/treatment.ts';

const control = (id: string, set: Partial<Control> = {}, link: Partial<RiskControl> = {}): ControlOfRisk => ({
  link: { control: id, actsOn: 'likelihood', strength: 'strong', ...link },
  control: {
    ...{ id, version: 1, name: id, kind: 'technological', description: '', status: 'implemented', effectiveness: 'effective' },
    ...{ annexA: [], updatedAt: '2026-01-01T00:00:00.000Z', ...set },
  },
});
const today = '2026-11-26';
const current = { counting: 'current', today } as const;
const five = { likelihood: 5, consequence: 5 };

describe('What is proposed to be left of a risk', () => {
  const old = control('CTL-1');
  const young = control('CTL-2');

  it('When somebody has judged it without controls, all of them count', () => {
    const plan = { added: ['CTL-2'], before: { likelihood: 3, consequence: 5 } };
    expect(proposedLevels({ inherent: five }, plan, [old, young], current)).toEqual({ likelihood: 1, consequence: 5 });
  });

  it('When nobody has, only those count that came since: the judgement had the others in it', () => {
    expect(proposedLevels({}, { added: ['CTL-2'], before: five }, [old, young], current)).toEqual({ likelihood: 2, consequence: 5 });
    expect(proposedLevels({}, { added: [], before: five }, [old, young], current)).toEqual(five);
  });

  it('When it was never judged at all, nothing is proposed', () => {
    expect(proposedLevels({}, { added: ['CTL-2'] }, [young], current)).toBeUndefined();
  });

  it('When the last check of a control is too old, it counts half', () => {
    const checked = (checkedOn: string) => proposedLevels({ inherent: five }, { added: [] }, [control('CTL-1', { checkedOn })], current);
    expect([checked('2025-11-30')?.likelihood, checked('2025-10-31')?.likelihood]).toEqual([2, 4]);
  });
});

describe('A control of a risk', () => {
  it('When it is not there yet, it is still to be brought about', () => {
    const standing = (['planned', 'implementing', 'implemented', 'retired'] as const).map((status) =>
      isPlanned(control('CTL-1', { status })),
    );
    expect(standing).toEqual([true, true, false, false]);
  });

  it('When the Annex A controls it serves prevent, it acts on the likelihood; detect or correct, on the consequence', () => {
    expect(usuallyActsOn(['Preventive', 'Preventive'])).toBe('likelihood');
    expect(usuallyActsOn(['Detective', 'Corrective'])).toBe('consequence');
    expect([usuallyActsOn(['Preventive', 'Corrective']), usuallyActsOn([])]).toEqual(['both', 'both']);
  });
});
