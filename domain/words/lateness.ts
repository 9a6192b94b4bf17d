import type { Speaker } from './speaker.ts';

export type Tone = 'onTime' | 'soon' | 'late' | 'escalated' | 'superseded' | 'done' | 'doneLate';

/** How a date stands: two working days before it, it turns to "soon"; after it, it is late. `left` counts working days. */
export const toneOf = (left: number): 'onTime' | 'soon' | 'late' => (left < 0 ? 'late' : left <= 2 ? 'soon' : 'onTime');

/** "7 working days left", "Due today", "3 working days late". */
export function daysLeft(left: number, { t }: Speaker): string {
  if (left === 0) return t('dueToday');
  return left > 0 ? t('left', { count: left }) : t('late', { count: -left });
}
