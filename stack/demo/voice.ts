import { styleText } from 'node:util';
import { wrap } from '../../cli/table.ts';
import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import { dayOf, lineOf, lineOfMail, narrated, sentenceOf } from './narration.ts';
import type { Line, NameOf } from './telling/line.ts';
import type { News } from './watch.ts';

export type Voice = {
  hear(news: News, now: Instant): void;
  /** Says what is still held back. */
  finish(): void;
};

type Options = { json: boolean; width: number; colours: boolean; speed: number; nameOf: NameOf; write(text: string): void };

/** How long a line is held back in real time, so that what happened before it and was seen after it is said first. */
const heldMs = 2_000;

/** Tells the story line by line, in the order in which things happened: for people with the day in the margin, for programs as JSON lines. */
export function createVoice({ json, width, colours, speed, nameOf, write }: Options): Voice {
  let held: Line[] = [];
  let day = '';
  const say = (lines: readonly Line[]) => {
    for (const line of narrated(lines)) {
      if (json) write(`${JSON.stringify({ at: line.at, kind: line.kind, text: sentenceOf(line) })}\n`);
      else {
        write(printed(line, day, { width, colours }));
        day = dayOf(line);
      }
    }
  };
  return {
    hear({ entries, mails }, now) {
      held.push(...entries.flatMap((entry) => lineOf(entry, nameOf) ?? []), ...mails.map((mail) => lineOfMail(mail, nameOf)));
      const before = toInstant(Math.floor(toMs(now) - heldMs * speed));
      say(held.filter(({ at }) => at <= before));
      held = held.filter(({ at }) => at > before);
    },
    finish() {
      say(held);
      held = [];
    },
  };
}

const margin = 14;
const forced = { validateStream: false };

/** A line with its day in the margin, unless the line before has the same; mails are set back and quiet. */
export function printed(line: Line, before: string, { width, colours }: { width: number; colours: boolean }): string {
  const style = (as: 'bold' | 'dim', text: string) => (colours ? styleText(as, text, forced) : text);
  const today = dayOf(line);
  const head = (today === before ? '' : today).padEnd(margin - 2);
  const mark = line.kind === 'mail' ? '✉ ' : '';
  const [first = '', ...rest] = wrap(`${mark}${sentenceOf(line)}`, Math.max(40, width - margin - 1));
  const text = [first, ...rest.map((one) => `${' '.repeat(margin + mark.length)}${one}`)].join('\n');
  return `  ${style('bold', head)}${line.kind === 'mail' ? style('dim', text) : text}\n`;
}
