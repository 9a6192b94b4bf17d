import type { Endpoint } from '../endpoint.ts';
import { acceptances } from './acceptances.ts';
import { auditing } from './auditing.ts';
import { bearings } from './bearings.ts';
import { calendarFeed } from './calendarFeed.ts';
import { campaigns } from './campaigns.ts';
import { contextRegisters } from './contextRegisters.ts';
import { controlSummary } from './controlSummary.ts';
import { criteria } from './criteria.ts';
import { cycles } from './cycles.ts';
import { dashboard } from './dashboard.ts';
import { departures } from './departures.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { exports } from './exports.ts';
import { forms } from './forms.ts';
import { health } from './health.ts';
import { imports } from './imports.ts';
import { invitation } from './invitation.ts';
import { mail } from './mail.ts';
import { metrics } from './metrics.ts';
import { names } from './names.ts';
import { nonconformities } from './nonconformities.ts';
import { ownWork } from './ownWork.ts';
import { people } from './people.ts';
import { plannedChanges } from './plannedChanges.ts';
import { preview } from './preview.ts';
import { processes } from './processes.ts';
import { registers } from './registers.ts';
import { reporting } from './reporting.ts';
import { riskLevels } from './riskLevels.ts';
import { rollouts } from './rollouts.ts';
import { runs } from './runs.ts';
import { schedules } from './schedules.ts';
import { searches } from './search.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { soa } from './soa.ts';
import { taskCommands } from './taskCommands.ts';
import { tasks } from './tasks.ts';
import { timeLine } from './timeLine.ts';
import { trail } from './trail.ts';

/** All that the API answers. */
export const endpoints: readonly Endpoint[] = [
  ...health,
  metrics,
  ...session,
  ...bearings,
  ...dashboard,
  ...searches,
  ...processes,
  ...preview,
  ...runs,
  timeLine,
  ...schedules,
  ...tasks,
  ...ownWork,
  ...taskCommands,
  ...evidence,
  ...forms,
  // Before the records: none is called `export`.
  ...exports,
  // Before one person: nobody's id is `names`.
  ...names,
  ...people,
  ...registers,
  ...contextRegisters,
  ...riskLevels,
  controlSummary,
  ...nonconformities,
  ...reporting,
  ...acceptances,
  ...rollouts,
  ...auditing,
  ...plannedChanges,
  ...soa,
  ...cycles,
  ...criteria,
  ...imports,
  invitation,
  ...departures,
  ...mail,
  ...calendarFeed,
  ...settings,
  ...trail,
  ...campaigns,
  ...documents,
];
