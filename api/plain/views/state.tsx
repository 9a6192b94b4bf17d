import type { Instant } from '../../../domain/records/common.ts';
import type { TaskState } from '../../../domain/rules/taskShape.ts';
import { daysLeft, type Tone, toneOf } from '../../../domain/words/lateness.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { Icon, type IconName } from './icons.tsx';

/** What is known of a task when its state is shown. `left` counts working days to its date, or from it to its closing. */
export type Standing = { state: TaskState; left: number; level: number; closedAt?: Instant | undefined };

export type Shown = { tone: Tone; word: string };

/** The state of a task: colour and shape by its tone, and the word that says the same. */
export function shownAs(task: Standing, speaker: Speaker): Shown {
  const { t, dates } = speaker;
  switch (task.state) {
    case 'done':
      return {
        tone: task.left < 0 ? 'doneLate' : 'done',
        word: t('done', { day: task.closedAt ? dates.dayMonth(task.closedAt) : '' }).trim(),
      };
    case 'superseded':
    case 'cancelled':
    case 'waived':
      return { tone: 'superseded', word: t(task.state) };
    default:
      return task.level >= 2 ? { tone: 'escalated', word: t('escalated', { level: String(task.level) }) } : shownLeft(task.left, speaker);
  }
}

/** An open task where there is room for both: how late it is, and how far it has gone. */
export function shownInFull(task: { left: number; level: number }, speaker: Speaker): Shown {
  const { tone, word } = shownAs({ state: 'open', ...task }, speaker);
  return { tone, word: tone === 'escalated' ? `${daysLeft(task.left, speaker)}. ${word}` : word };
}

const shownLeft = (left: number, speaker: Speaker): Shown => ({ tone: toneOf(left), word: daysLeft(left, speaker) });

const icons: Record<Tone, IconName> = {
  onTime: 'onTime',
  soon: 'soon',
  late: 'late',
  escalated: 'escalated',
  superseded: 'superseded',
  done: 'done',
  doneLate: 'done',
};

const classes: Record<Tone, string> = {
  onTime: 'on-time',
  soon: 'soon',
  late: 'late',
  escalated: 'escalated',
  superseded: 'superseded',
  done: 'on-time',
  doneLate: 'done-late',
};

export const stateIcon = (tone: Tone): IconName => icons[tone];
export const stateClass = (tone: Tone): string => classes[tone];

export const State = ({ tone, word }: Shown) => (
  <span className={`state ${classes[tone]}`}>
    <Icon name={icons[tone]} />
    {word}
  </span>
);
