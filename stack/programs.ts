import { fileURLToPath } from 'node:url';

/** What follows `node` on the command line of our own processes. */
export type Programs = { mail: readonly string[]; worker: readonly string[]; api: readonly string[] };

const built = (file: string) => [fileURLToPath(new URL(file, import.meta.url))];

/** The built processes; this file runs from dist/. */
export const programs: Programs = { mail: built('./mailSinkMain.js'), worker: built('../worker/main.js'), api: built('../api/main.js') };
