import type { Campaign } from '../../../domain/records/campaign.ts';
import { day, rowByRow, titles } from '../values.ts';

export const campaigns = rowByRow({
  id: ({ id }: Campaign) => id,
  title: ({ title }) => title,
  kind: ({ kind }) => kind,
  control: ({ control }) => control,
  roles: ({ audience }) => titles(audience.roles),
  sites: ({ audience }) => titles(audience.sites),
  people: ({ audience }, naming) => titles(audience.people.map((id) => String(naming(id)))),
  working_days: ({ workingDays }) => workingDays,
  status: ({ status }) => status,
  due: ({ due }) => day(due),
  asked: ({ counts }) => counts?.asked,
  answered: ({ counts }) => counts?.answered,
  excepted: ({ counts }) => counts?.excepted,
  dropped: ({ counts }) => counts?.dropped,
  missing: ({ counts }) => counts?.missing,
  run: ({ run }) => run,
});
