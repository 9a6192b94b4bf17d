import { campaign } from './campaign.ts';
import { completion } from './completion.ts';
import { events } from './events.ts';
import { heap } from './heap.ts';
import { lifecycle } from './lifecycle.ts';
import { lists } from './lists.ts';
import { review } from './review.ts';
import type { Row } from './row.ts';
import { start } from './start.ts';

/** The lines of the table, in its order. */
export const rows: readonly Row[] = [lifecycle, completion, events, review, campaign, heap, lists, start];
