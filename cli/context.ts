import type { Client } from './client.ts';
import type { Output } from './output.ts';
import type { People } from './people.ts';

/** What a command works with. */
export type Context = {
  client: Client;
  people: People;
  output: Output;
  wait(ms: number): Promise<void>;
};
