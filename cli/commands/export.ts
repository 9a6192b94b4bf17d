import type { Context } from '../context.ts';
import { download, type FileOptions } from '../download.ts';

/** Writes a register into a file, or to the standard output. */
export const exportRegister = (context: Context, register: string, options: FileOptions): Promise<void> =>
  download(context, {
    ...options,
    path: `/registers/${encodeURIComponent(register)}/export`,
    formats: ['csv', 'xlsx'],
    what: { register },
  });
