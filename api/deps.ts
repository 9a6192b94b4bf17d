import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { OpenRun } from '../activities/openRun.ts';
import type { Post } from '../activities/post.ts';
import type { ServiceConfig } from '../config.ts';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../models/store.ts';
import type { TaskCommands } from './taskCommands.ts';

/** What the API needs of the world. Composed in api/main.ts. */
export type ApiDeps = {
  store: Store;
  client: Client;
  clock: Clock;
  config: Pick<ServiceConfig, 'publicUrl' | 'secret'>;
  log: Logger;
};

/** What endpoints and pages work with. */
export type Api = ApiDeps & { openRun: OpenRun; tasks: TaskCommands; post: Post };
