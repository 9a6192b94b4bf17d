import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../domain/records/common.ts';
import type { DueShown, Duty, PartShown } from '../../../../domain/records/processShown.ts';
import type { Cadence } from '../../../../domain/records/schedule.ts';
import { dayWithoutYear } from '../../words/days.ts';

export type Words = { en: string; de: string };

const mostNamed = 3;

/** The words of definitions in the language of the page. */
export function usePick(): (words: Words) => string {
  const { i18n } = useTranslation();
  return ({ en, de }) => (i18n.language === 'de' ? de : en);
}

/** `Hanna Vogt (ISMS manager)`, `the owner of each (risk owner)`. */
export function whoSaid(t: TFunction, { role, people, each, more = 0 }: Duty['responsible']): string {
  const said = t(`roles.${role}`);
  if (each !== undefined) return t('duties.ownerOf', { role: said });
  if (role === 'everyone') return said;
  if (people.length === 0) return t('duties.nobodyAs', { role: said });
  const named = people.slice(0, mostNamed).map(({ name }) => name);
  const others = people.length - named.length + more;
  return t('duties.as', { names: [...named, ...(others > 0 ? [t('duties.others', { count: others })] : [])].join(', '), role: said });
}

export const rolesSaid = (t: TFunction, roles: readonly Role[]): string =>
  roles.length === 0 ? t('duties.nobody') : roles.map((role) => t(`roles.${role}`)).join(', ');

export function dueSaid(t: TFunction, { from, workingDays, hours, day }: DueShown, language: string): string {
  if (day !== undefined) return dayWithoutYear(day, language);
  if (hours !== undefined) return t(`duties.hours.${from}`, { count: hours });
  return t(`duties.days.${from}`, { count: workingDays ?? 0 });
}

export const cadenceSaid = (t: TFunction, { every, openOn }: Cadence): string =>
  t('process.cadence', { every: t(`process.every.${every}`), day: openOn.workingDay });

const holds = (part: PartShown | undefined, person: string): boolean => part?.people.some(({ id }) => id === person) === true;

/** What somebody has to do with a task. */
export function partsOf(t: TFunction, { responsible, confirms, accountable }: Duty, person: string): string[] {
  return [
    ...(holds(responsible, person) ? [t('duties.does')] : []),
    ...(holds(confirms, person) ? [t('duties.confirms')] : []),
    ...(holds(accountable, person) ? [t('duties.answersFor')] : []),
  ];
}

/** What a role has to do with a task, being told and being asked for advice included. */
export function partsOfRole(t: TFunction, { responsible, confirms, accountable, consulted, informed }: Duty, role: Role): string[] {
  return [
    ...(responsible.role === role ? [t('duties.does')] : []),
    ...(confirms?.role === role ? [t('duties.confirms')] : []),
    ...(accountable.role === role ? [t('duties.answersFor')] : []),
    ...(consulted.includes(role) ? [t('duties.isConsulted')] : []),
    ...(informed.includes(role) ? [t('duties.isInformed')] : []),
  ];
}
