import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['domain', 'workflows', 'activities', 'models', 'api', 'worker', 'cli', 'bench', 'web'];

/** The TypeScript files of the product and of what measures it, relative to the root. */
export function sourceFiles(): string[] {
  const inFolder = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return ['config.ts', 'configAdvice.ts', 'log.ts', ...folders.flatMap(inFolder)].sort();
}
