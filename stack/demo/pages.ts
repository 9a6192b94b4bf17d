import { styleText } from 'node:util';
import { DateTime } from 'luxon';
import type { Instant } from '../../domain/records/common.ts';
import { type Numbers, tableOf } from './numbers.ts';
import { usualSpeed } from './pace.ts';
import type { Quarter } from './quarter.ts';

type Where = { web: string; mail: string; temporalUi: string | null };

export type Ending = {
  review: string;
  numbers: Numbers;
  chains: number;
  entries: number;
  /** Every chain of the trail verifies. */
  sound: boolean;
  from: Instant;
  to: Instant;
  quarter: Quarter;
  seconds: number;
  login: { email: string; password: string };
};

const dayMs = 86_400_000;
const daysBetween = (from: Instant, to: Instant): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** `23 December 2026` */
const date = (at: string): string => DateTime.fromISO(at, { zone: 'Europe/Berlin' }).setLocale('en-US').toFormat('d LLLL yyyy');

const minutesFor = (speed: number): number => Number(((92 * 1_440) / speed).toFixed(1));

/** What is said before the story begins. */
export function opening({ web, mail, quarter, speed }: Pick<Where, 'web' | 'mail'> & { quarter: Quarter; speed: number }): string {
  const pace =
    speed === usualSpeed ? 'Half a day passes each second, the quarter in three minutes.' : `A quarter takes ${minutesFor(speed)} minutes.`;
  const busy = speed < usualSpeed ? ['  Time runs slower than usual: this machine is busy, or CLOCK_SPEED says so.'] : [];
  return [
    '',
    `  ${quarter.period} at Tessel Instruments, from ${date(quarter.start)} on. ${pace}`,
    '  People act by the links of their mails or after signing in; all lines are read from the product.',
    ...busy,
    '',
    `  Product     ${web}`,
    `  Mail  ✉     ${mail}`,
    '',
    '',
  ].join('\n');
}

/** What came of it, and where to look. */
export function closing(end: Where & Ending, { colours }: { colours: boolean }): string {
  const style = (as: 'bold' | 'dim', text: string) => (colours ? styleText(as, text, { validateStream: false }) : text);
  const line = (label: string, value: string, note = '') =>
    `  ${style('dim', label.padEnd(12))}${style('bold', value)}${note && `   ${style('dim', note)}`}`;
  return [
    '',
    `  ${style('bold', `${daysBetween(end.from, end.to)} days in ${end.seconds} seconds`)}`,
    '',
    ...tableOf(end.numbers).map((row) => `  ${row}`),
    '',
    `  The trail has ${end.entries} entries in ${end.chains} chains, ${end.sound ? 'and every chain verifies' : 'and does not verify'}.`,
    ...tooLate(end),
    '',
    line('Product', `${end.web}/runs/${end.review}`),
    line('', end.login.email, `password ${end.login.password}`),
    line('Mail', end.mail),
    ...(end.temporalUi === null ? [] : [line('Temporal', end.temporalUi)]),
    '',
    '',
  ].join('\n');
}

/** The quarter should have lasted longer than its review. */
const tooLate = ({ to, quarter }: Ending): string[] =>
  to.slice(0, 10) <= quarter.last
    ? []
    : ['  This took longer than the quarter itself: the machine is slow or busy. A lower CLOCK_SPEED, such as 20000, gives it time.'];
