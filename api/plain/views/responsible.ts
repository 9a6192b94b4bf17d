import type { DueRule } from '../../../domain/process.ts';
import type { Role } from '../../../domain/records/common.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import type { Responsibility } from '../../responsibilities.ts';

const mostNamed = 3;

/** "Hanna Vogt (ISMS manager)", "the owner of each (risk owner)". */
export function whoSaid({ role, people, each }: Responsibility['responsible'], { t }: Speaker): string {
  const said = t(`roles.${role}`);
  if (each !== undefined) return t('page:processes.ownerOf', { role: said });
  if (people.length === 0) return `${t('page:processes.nobody')} (${said})`;
  const named = people.slice(0, mostNamed).map(({ name }) => name);
  return `${[...named, ...(people.length > mostNamed ? ['…'] : [])].join(', ')} (${said})`;
}

export const rolesSaid = (roles: readonly Role[], { t }: Speaker): string =>
  roles.length === 0 ? t('page:processes.nobody') : roles.map((role) => t(`roles.${role}`)).join(', ');

export function dueSaid(due: DueRule, { t, dates }: Speaker): string {
  const from = t(due.from === 'run' ? 'page:processes.fromRun' : 'page:processes.fromOpening');
  if ('day' in due) return dates.day(due.day);
  return 'hours' in due
    ? t('page:processes.dueHours', { hours: String(due.hours), from })
    : t('page:processes.dueDays', { count: due.workingDays, from });
}
