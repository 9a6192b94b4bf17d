import type { z } from 'zod';
import type { Checklist } from '../domain/records/checklist.ts';
import { calendarOf } from '../domain/sites.ts';
import { checklistNow } from '../models/checklist.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';

export async function documentChecklist({ store, clock }: Api): Promise<z.input<typeof Checklist>> {
  const calendar = calendarOf(await settingsNow(store), undefined);
  const at = clock.now();
  const lines = await checklistNow(store, calendar, calendar.dayOf(at));
  return { at, missing: lines.filter(({ missing }) => missing).length, overdue: lines.filter(({ overdue }) => overdue).length, lines };
}
