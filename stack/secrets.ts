import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { replaceFile } from './dataDir.ts';

/** The secret of this installation: given, or generated once and kept beside the data. */
export function secretOf({ secret, dataDir }: Config): string {
  const file = join(dataDir, 'secret');
  if (secret !== undefined) return secret;
  if (!existsSync(file)) replaceFile(file, randomBytes(48).toString('base64url'));
  return readFileSync(file, 'utf8');
}

/** The bearer token of programs on this machine. */
export const adminToken = (secret: string): string => createHmac('sha256', secret).update('admin-token').digest('base64url');

export type FirstLogin = {
  email: string;
  /** What the API creates the first ISMS manager with; undefined once it has been shown. */
  password: string | undefined;
  /** True when the operator did not choose it. */
  generated: boolean;
  due: boolean;
  /** It was shown: from now on nobody has it but the person who read it. */
  shown(): void;
};

/** The first login: chosen by the operator, else generated; kept until it was shown once, however many starts that takes. */
export function firstLoginOf({ adminEmail, adminPassword, dataDir }: Config): FirstLogin {
  const file = join(dataDir, 'firstLogin.json');
  const kept: { password?: string; shown?: boolean } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const due = kept.shown !== true;
  const password = adminPassword ?? (due ? (kept.password ?? readablePassword()) : undefined);
  if (due) replaceFile(file, JSON.stringify(adminPassword === undefined ? { password } : {}));
  const shown = () => replaceFile(file, JSON.stringify({ shown: true }));
  return { email: adminEmail, password, generated: adminPassword === undefined, due, shown };
}

/** Four groups of four, without letters that look alike: 79 bits. */
function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
