import type { Instant } from '../../domain/records/common.ts';
import { cleanForMail } from '../../domain/words/clean.ts';
import { places } from '../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../domain/words/speaker.ts';
import type { SmallLink } from './blocks.ts';
import type { MailData } from './types.ts';

/** The reader of a mail: how to speak, what to call them, and where their links lead. */
export type Reader = Speaker & {
  now: Instant;
  /** First name in English, whole name in German, as a letter begins. */
  name: string;
  /** Name of the ISMS manager, or the role. */
  manager: string;
  /** The reader is the ISMS manager, who needs no advice to ask for one. */
  isManager: boolean;
  link?: string | undefined;
  calendar: boolean;
  /** Where a task is answered: the private link, or my tasks after signing in. */
  answerAt(answer: 'link' | 'login'): string;
  /** One task by itself, after signing in. */
  taskAt(task: string): string;
  /** A page by its path, after signing in. */
  pageAt(path: string): string;
  runAt(run: string): string;
  invitationAt(token: string): string;
  /** Where one chooses when mail comes. */
  times: SmallLink;
};

export function readerOf(data: MailData): Reader {
  const speaker = speakerOf(data);
  const at = (path: string) => `${data.baseUrl.replace(/\/+$/, '')}${path}`;
  const role = speaker.t('mail:reminder.theManager');
  return {
    ...speaker,
    now: data.now,
    name: data.language === 'de' ? data.to.name : firstName(data.to),
    manager: data.ismsManager ?? role,
    isManager: data.ismsManager === data.to.name,
    link: data.link,
    calendar: data.calendar ?? false,
    answerAt: (answer) => (answer === 'link' && data.link !== undefined ? data.link : at(places.myTasks)),
    taskAt: (task) => at(places.task(task)),
    pageAt: at,
    runAt: (run) => at(places.run(run)),
    invitationAt: (token) => at(places.invitation(token)),
    times: { label: speaker.t('mail:times'), href: at(places.myMail) },
  };
}

const firstName = (to: MailData['to']): string => to.first ?? to.name.split(' ')[0] ?? to.name;

/** The same data with every text that a person typed made fit for a mail: names, whoever they are of, and the organization. */
export const cleaned = (data: MailData): MailData => ({
  ...data,
  organization: cleanForMail(data.organization, 'keep'),
  to: { name: cleanForMail(data.to.name), ...(data.to.first === undefined ? {} : { first: cleanForMail(data.to.first) }) },
  ...(data.ismsManager === undefined ? {} : { ismsManager: cleanForMail(data.ismsManager) }),
  sections: data.sections.map((section) => cleanNames(section, '') as typeof section),
});

// Words of definitions and schemas are ours, and ids, instants and addresses are not prose.
const ours = new Set([
  'definition',
  'process',
  'schema',
  'outcome',
  'run',
  'task',
  'token',
  'tasks',
  'address',
  'references',
  'gates',
  'page',
  'runs',
]);

const longestSentence = 500;

function cleanNames(value: unknown, key: string): unknown {
  if (ours.has(key)) return value;
  if (typeof value === 'string') return cleanForMail(value, 'replace', key === 'reason' ? longestSentence : undefined);
  if (Array.isArray(value)) return value.map((one) => cleanNames(one, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanNames(inner, name)]));
}
