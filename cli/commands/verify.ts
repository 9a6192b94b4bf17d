import { z } from 'zod';
import type { Context } from '../context.ts';
import { Refused } from '../failures.ts';
import { counted } from '../words.ts';

const Verification = z.looseObject({
  chains: z.int(),
  entries: z.int(),
  findings: z.array(z.looseObject({ chain: z.string(), seq: z.int(), problem: z.string() })),
});

/** Checks the trail; refuses with chain and entry when it does not hold. */
export async function verify({ client, output }: Context): Promise<void> {
  output.progress('Checking every chain of the trail …');
  const { chains, entries, findings, ...rest } = await client.get('/trail/verification', Verification);
  const size = `${counted(entries, 'entry', 'entries')} in ${counted(chains, 'chain')}`;
  output.result({ chains, entries, findings, ...rest }, findings.length === 0 ? [`The trail holds: ${size}.`] : table(output, findings));
  if (findings.length > 0) throw new Refused('trailBroken', `The trail does not hold: ${counted(findings.length, 'finding')} in ${size}.`);
}

const table = (output: Context['output'], findings: { chain: string; seq: number; problem: string }[]): string[] =>
  output.table({ head: ['Chain', 'Entry', 'Problem'], rows: findings.map(({ chain, seq, problem }) => [chain, String(seq), problem]) });
