import type { Day, Language } from '../../domain/records/common.ts';
import type { RiskCriteria } from '../../domain/records/riskCriteria.ts';
import type { Site } from '../../domain/records/settings.ts';
import type { Known } from './who.ts';

/** What exists when a file is read: cells refer to it, and nothing of it is changed. */
export type ImportContext = {
  people: readonly Known[];
  sites: readonly Pick<Site, 'id' | 'name'>[];
  defaultSite: string;
  language: Language;
  controls: readonly { id: string; name: string }[];
  criteria: RiskCriteria;
  /** References of the register that is imported into. */
  existingIds: ReadonlySet<string>;
  /** Mail addresses in use, in small letters. */
  emails: ReadonlySet<string>;
  /** Today in the organization's time: nothing was assessed after it. */
  today: Day;
};
