import type { Band, Instant } from './records/common.ts';
import type { RiskCriteria } from './records/riskCriteria.ts';

type Size = 3 | 4 | 5;
type Scales = Pick<RiskCriteria, 'likelihood' | 'consequence'>;

const letters: Record<string, Band> = { L: 'low', M: 'medium', H: 'high', V: 'veryHigh' };

/** Rows are likelihood from low to high, columns consequence: `LLM` is one row of three cells. */
const matrix = (...rows: string[]): Band[][] => rows.map((row) => [...row].flatMap((letter) => letters[letter] ?? []));

const scales: Record<Size, Scales> = {
  3: { likelihood: ['seldom', 'sometimes', 'often'], consequence: ['minor', 'serious', 'critical'] },
  4: {
    likelihood: ['seldom', 'medium', 'often', 'very often'],
    consequence: ['negligible', 'limited', 'considerable', 'threatening existence'],
  },
  5: {
    likelihood: ['rare', 'unlikely', 'possible', 'likely', 'almost certain'],
    consequence: ['negligible', 'minor', 'moderate', 'major', 'severe'],
  },
};

const matrices: Record<Size, Band[][]> = {
  3: matrix('LLM', 'LMH', 'MHH'),
  4: matrix('LLMM', 'LLMH', 'LMHV', 'LHVV'),
  // Bands of the products of both levels, except rare but severe, which must get a decision.
  5: matrix('LLLLM', 'LLMMH', 'LMMHV', 'LMHVV', 'LHVVV'),
};

const bands: RiskCriteria['bands'] = [
  { band: 'low', authority: 'riskOwner', validMonths: 12, reviewMonths: 12 },
  { band: 'medium', authority: 'riskOwner', validMonths: 12, reviewMonths: 6 },
  { band: 'high', authority: 'topManagement', validMonths: 6, reviewMonths: 3 },
  { band: 'veryHigh', authority: 'topManagement', validMonths: 3, reviewMonths: 1 },
];

/** Risk criteria to begin with (6.1.2 a): scales of three, four or five steps, a table of bands, low is acceptable. */
export const criteriaPreset = (size: Size, o: Pick<RiskCriteria, 'id' | 'version'> & { createdAt: Instant }): RiskCriteria =>
  structuredClone({ ...o, ...scales[size], matrix: matrices[size], acceptableUpTo: 'low' as const, bands });
