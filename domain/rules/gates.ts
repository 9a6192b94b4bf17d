/** Rules that a run is measured by when it closes (iso 1.5). Pure: what they need is counted from the registers by somebody else. */
export type GateName = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7' | 'G8' | 'G9' | 'G10' | 'G11' | 'G12' | 'G13' | 'G14' | 'G15';

/** References of the records that break a rule, and of how many it was asked. */
export type Findings = { of: number; broken: readonly string[] };

export type Gate = { gate: GateName; passed: boolean; detail: string };

const mostNamed = 5;

const rules: Record<GateName, { holds: string; broken: (n: number) => string }> = {
  G1: {
    holds: 'Every risk has one owner who is active and holds the role (6.1.2 c).',
    broken: (n) => `${risks(n)} without an active owner who holds the role`,
  },
  G2: {
    holds: 'Every assessment names the criteria in force (6.1.2 a, b).',
    broken: (n) => `${risks(n)} last judged by other criteria than those in force, or never`,
  },
  G3: {
    holds: 'No risk is above the acceptance rule without an approved plan or a valid acceptance (6.1.3, 8.3).',
    broken: (n) => `${risks(n)} above the acceptance rule, neither treated nor accepted`,
  },
  G5: {
    holds: 'The risk owner has approved the plan and accepted what is left, each on what was frozen for it (6.1.3 f).',
    broken: (n) => `${n} treatment ${n === 1 ? 'plan' : 'plans'} without both decisions of the risk owner, or by somebody who had planned`,
  },
  G6: {
    holds:
      'The Statement of Applicability has every control of Annex A with a reason, and excludes none that something needs (6.1.3 c, d).',
    broken: (n) => `${n} ${n === 1 ? 'line' : 'lines'} of the Statement of Applicability without a reason, or excluded although needed`,
  },
  G8: {
    holds: 'Every active objective says the work, the means, who, by when and how it is judged (6.2).',
    broken: (n) => `${n} active ${n === 1 ? 'objective' : 'objectives'} with a field of 6.2 empty`,
  },
  G9: {
    holds: 'Every active measure says what, how, when, who measures and who analyses (9.1).',
    broken: (n) =>
      `${n} active ${n === 1 ? 'measure' : 'measures'} with a determination of 9.1 missing, or measured and analysed by the same person`,
  },
  G4: {
    holds: 'What was put in place was verified by another person than whoever did it (8.1, 8.3).',
    broken: (n) => `${controls(n)} not verified, or by the very person who implemented`,
  },
  G7: {
    holds: 'Every control in question has an owner, a status and a reason: a risk or requirement that needs it (6.1.3 d).',
    broken: (n) => `${controls(n)} without an owner or a reason`,
  },
  G10: {
    holds: 'The audit has criteria and a scope, and nobody audits what they own or do (9.2.2).',
    broken: (n) => `${n} ${n === 1 ? 'point speaks' : 'points speak'} against the audit or its impartiality`,
  },
  G11: {
    holds: 'The review had its ten inputs, top management took part, and decided on improvements and on changes of the ISMS (9.3).',
    broken: (n) => `${n} ${n === 1 ? 'point is' : 'points are'} missing in the review`,
  },
  G12: {
    holds:
      'The nonconformity is closed with correction, cause, similar cases, result, another person’s verdict and a decision on the ISMS (10.2).',
    broken: (n) => `${n} ${n === 1 ? 'nonconformity is' : 'nonconformities are'} not closed with all that 10.2 asks for`,
  },
  G13: {
    holds:
      'Every published version of a document was approved by another person than its authors, and only the current one is offered (7.5.2, 7.5.3).',
    broken: (n) =>
      `${n} ${n === 1 ? 'document or version' : 'documents or versions'} not approved by another person, altered, or offered beside another version`,
  },
  G14: {
    holds: 'Acceptances, exceptions and waivers carry an end date.',
    broken: (n) => `${n} ${n === 1 ? 'acceptance, exception or waiver' : 'acceptances, exceptions or waivers'} without an end date`,
  },
  G15: {
    holds: 'Each task past its last level of escalation has a nonconformity candidate (10.2).',
    broken: (n) => `${n} ${n === 1 ? 'task' : 'tasks'} past the last level without a candidate`,
  },
};

const controls = (n: number): string => `${n} ${n === 1 ? 'control' : 'controls'}`;
const risks = (n: number): string => `${n} ${n === 1 ? 'risk' : 'risks'}`;

/** What a gate says of these findings. */
export function gateOf(gate: GateName, { of, broken }: Findings): Gate {
  const rule = rules[gate];
  if (broken.length === 0) return { gate, passed: true, detail: `${rule.holds} Looked at: ${of}.` };
  const named = broken.slice(0, mostNamed).join(', ');
  const more = broken.length > mostNamed ? ` and ${broken.length - mostNamed} others` : '';
  return { gate, passed: false, detail: `${rule.broken(broken.length)}: ${named}${more}.` };
}
