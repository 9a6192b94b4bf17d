import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own with so many kilobytes of room, in memory. Mounting one needs root, or a container that may. */
export function smallDisk(kilobytes: number): { folder: string; remove(): void } {
  const folder = join(process.env.TEST_FOLDER ?? '', `disk-${randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]);
  return {
    folder,
    remove() {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
