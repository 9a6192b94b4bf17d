import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { OpenRun } from '../activities/openRun.ts';
import type { PostOffice } from '../activities/post.ts';
import type { ServiceConfig } from '../config.ts';
import type { Advice } from '../configAdvice.ts';
import type { Clock } from '../domain/clock.ts';
import type { Language } from '../domain/records/common.ts';
import type { Dashboard } from '../domain/records/dashboard.ts';
import type { EvidenceStore } from '../models/evidence/evidenceStore.ts';
import type { Store } from '../models/store.ts';
import type { ReadApart } from './import/apart.ts';
import type { Meters } from './meters.ts';
import type { TaskCommands } from './taskCommands.ts';

/** What the API needs of the world. Composed in api/main.ts. */
export type ApiDeps = {
  store: Store;
  client: Client;
  clock: Clock;
  /** Files that people upload; the worker has nothing to do with them. */
  evidence: EvidenceStore;
  config: Pick<ServiceConfig, 'publicUrl' | 'secret'> & { metricsToken?: string | undefined };
  log: Logger;
  /** What the health of the whole is judged by beyond database and Temporal. */
  operations?: { advice: readonly Advice[]; relay: { verify(): Promise<void> } };
  /** Where it is measured, when others measure there as well. */
  meters?: Meters;
  /** The program of the threads that read files: `import/thread.ts` as Node can run it. */
  fileReader: URL;
  /** The folder of the cockpit as it was built; without it none is served. */
  cockpit?: URL;
};

/** What endpoints and pages work with. */
export type Api = ApiDeps & {
  meters: Meters;
  openRun: OpenRun;
  tasks: TaskCommands;
  post: PostOffice;
  readApart: ReadApart;
  /** What the cockpit shows, counted now or a moment ago. */
  dashboard(language: Language): Promise<Dashboard>;
};
