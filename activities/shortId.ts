import { createHash } from 'node:crypto';

// Without what is read as something else: 0 and O, 1 and I.
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 5;

/** A reference that people can write and say, the same for the same key: `RSK-017.7K2Q4`. 25 bits beside what it is about, so that two keys do not meet. */
export function shortId(prefix: string, key: string): string {
  const digest = createHash('sha256').update(key).digest();
  const said = Array.from({ length }, (_, n) => letters[(digest[n] ?? 0) % letters.length]).join('');
  return `${prefix}.${said}`;
}
