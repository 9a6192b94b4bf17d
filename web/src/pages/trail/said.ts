import type { TFunction } from 'i18next';
import type { Verification } from '../../../../domain/records/trail.ts';
import type { CockpitWords } from '../../words/en.ts';

/** So many entries in so many chains. */
export function countsOf(t: TFunction, { entries, chains }: Verification, language: string): { entries: string; chains: string } {
  const figure = (n: number) => new Intl.NumberFormat(language).format(n);
  return {
    entries: t('checks.trail.entries', { count: entries, n: figure(entries) }),
    chains: t('checks.trail.chains', { count: chains, n: figure(chains) }),
  };
}

type Problem = Exclude<keyof CockpitWords['checks']['trail']['problem'], 'text'>;

const problems: Partial<Record<string, Problem>> = {
  'the entry carries another id': 'id',
  'it does not follow the entry before it': 'follows',
  'its content does not match its hash': 'content',
  'an entry is missing': 'missing',
  'entries at the end are missing': 'cut',
};

/** What is wrong, in the language of the reader; what is not known here as the API says it. */
export function problemOf(t: TFunction, problem: string): string {
  const known = problems[problem];
  if (known !== undefined) return t(`checks.trail.problem.${known}`);
  const text = /^the text "(.+)" was changed$/.exec(problem);
  return text === null ? problem : t('checks.trail.problem.text', { name: text[1] });
}

export type Event = keyof CockpitWords['checks']['trail']['event'];

/** What happened, as people say it; an event that has no words here keeps its name. */
export function eventOf(t: TFunction, events: readonly string[], event: string): string {
  return events.includes(event) ? t(`checks.trail.event.${event as Event}`) : event;
}
