import type { Day, Language } from '../../domain/records/common.ts';
import type { RiskCriteria } from '../../domain/records/riskCriteria.ts';
import type { Site } from '../../domain/records/settings.ts';
import type { Named } from './named.ts';
import type { Known } from './who.ts';

/** What exists when a file is read: cells refer to it, and nothing of it is changed. */
export type ImportContext = {
  people: readonly Known[];
  sites: readonly Pick<Site, 'id' | 'name'>[];
  defaultSite: string;
  /** Time zone of the default site, in which its days begin. */
  zone: string;
  language: Language;
  controls: readonly Named[];
  parties: readonly Named[];
  objectives: readonly Named[];
  criteria: RiskCriteria;
  /** References of the register that is imported into. */
  existingIds: ReadonlySet<string>;
  /** Mail addresses in use, in small letters. */
  emails: ReadonlySet<string>;
  /** Today in the organization's time: nothing was assessed after it. */
  today: Day;
};
