import { describe, expect, it } from '@jest/globals';
import { annexA } from '../../domain/annexA.ts';
import type { Requirement } from '../../domain/records/context.ts';
import type { Control } from '../../domain/records/control.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { SoaDecision, SoaLine } from '../../domain/records/soa.ts';
import { openPoints, type SoaSources, statementOf } from '../../domain/soa.ts';

const at = '2027-01-04T08:00:00.000Z';
const control = (id: string, over: Partial<Control> = {}): Control => ({
  ...{ id, version: 1, name: `Control ${id}`, kind: 'technological', description: '', status: 'implemented', effectiveness: 'effective' },
  ...{ annexA: [], owner: 'per-lukas00000', updatedAt: at, ...over },
});
const risk = (id: string, ...controls: string[]): Risk => ({
  ...{ id, version: 1, name: id, description: '', owner: 'per-lukas00000', assets: [], threat: '', vulnerability: '', properties: [] },
  ...{ treatment: [], status: 'active', updatedAt: at, controls: controls.map((one) => ({ control: one, actsOn: 'both' })) },
});
const requirement = (id: string, ...controls: string[]): Requirement => ({
  ...{ id, version: 1, party: 'PTY-001', name: id, source: 'law', addressed: true, controls, status: 'active', updatedAt: at },
});
const decision = (id: string, applicable: boolean): SoaDecision => ({
  ...{ id, version: 1, applicable, justification: 'We develop no software.', updatedAt: at },
});

const statement = (over: Partial<SoaSources>): SoaLine[] =>
  statementOf({ controls: [], risks: [], requirements: [], decisions: [], ...over });
const lineOf = (lines: readonly SoaLine[], id: string): SoaLine => lines.find((line) => line.control === id) as SoaLine;

describe('The Statement of Applicability (6.1.3 d)', () => {
  it('When nothing is there yet, it has all 93 controls of Annex A in their order, each open', () => {
    const lines = statement({});
    expect(lines.map((line) => line.control)).toEqual(annexA.map(({ id }) => `A.${id}`));
    expect(lines).toHaveLength(93);
    expect(openPoints(lines)).toHaveLength(93);
    expect(lineOf(lines, 'A.8.13')).toMatchObject({ problem: 'undecided', implementation: 'none' });
    expect(lineOf(lines, 'A.8.13')).not.toHaveProperty('applicable');
  });

  it('When a risk or a requirement needs a control that serves it, it is applicable for that reason', () => {
    const lines = statement({
      controls: [control('CTL-1', { annexA: ['8.13', '5.29'] }), control('CTL-2', { annexA: ['5.29'], status: 'planned' })],
      risks: [risk('RSK-1', 'CTL-1'), risk('RSK-2')],
      requirements: [requirement('REQ-1', 'CTL-2')],
    });
    expect(lineOf(lines, 'A.8.13')).toMatchObject({ applicable: true, risks: ['RSK-1'], requirements: [], implementation: 'implemented' });
    expect(lineOf(lines, 'A.5.29')).toMatchObject({ risks: ['RSK-1'], requirements: ['REQ-1'], implementation: 'partly' });
    expect(lineOf(lines, 'A.5.29').controls.map(({ id }) => id)).toEqual(['CTL-1', 'CTL-2']);
    expect(openPoints(lines)).toHaveLength(91);
  });

  it.each([
    [true, 'included for another reason'],
    [false, 'excluded'],
  ])('When somebody has said that applicable is %s, it stands with their reason: %s', (applicable) => {
    const line = lineOf(statement({ decisions: [decision('8.25', applicable)] }), 'A.8.25');
    expect(line).toMatchObject({ applicable, justification: 'We develop no software.' });
    expect(line).not.toHaveProperty('problem');
  });

  it('G6: When a control is excluded although something needs it, the line stays applicable and says that this cannot be', () => {
    const needed = { controls: [control('CTL-1', { annexA: ['8.25'] })], risks: [risk('RSK-1', 'CTL-1')] };
    const lines = statement({ ...needed, decisions: [decision('8.25', false)] });
    expect(lineOf(lines, 'A.8.25')).toMatchObject({ applicable: true, problem: 'needed', justification: 'We develop no software.' });
  });

  it('When a control of the organization serves none of Annex A, it has a line of its own, with a reason or none', () => {
    const lines = statement({
      controls: [control('CTL-7'), control('CTL-8', { status: 'implementing' })],
      risks: [risk('RSK-1', 'CTL-7')],
    });
    expect(lines).toHaveLength(95);
    expect(lineOf(lines, 'CTL-7')).toMatchObject({ applicable: true, risks: ['RSK-1'], implementation: 'implemented' });
    expect(lineOf(lines, 'CTL-7')).not.toHaveProperty('problem');
    expect(lineOf(lines, 'CTL-8')).toMatchObject({ problem: 'noReason', implementation: 'planned' });
  });
});
