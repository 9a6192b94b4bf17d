import type { Told } from '../records/reading.ts';
import { listed } from './numbers.ts';
import type { Speaker } from './speaker.ts';

/**
 * Who a rung tells, as a reader would say it: "you and your manager Martin Seidel", "top management". Whoever has two parts in it is
 * said once, by the first role that is not "accountable", because accountable people are known by what they are.
 */
export function whoIsTold(to: readonly Told[], speaker: Speaker, mine: boolean): string {
  const once = to.filter((one, i) => !to.some((other, j) => samePerson(one, other) && better(other, j, one, i)));
  return listed(
    once.map((one) => phrase(one, once.length > 1, speaker, mine)),
    speaker.language,
  );
}

const samePerson = (a: Told, b: Told): boolean => (a.you === true && b.you === true) || (a.name !== undefined && a.name === b.name);
const better = (other: Told, j: number, one: Told, i: number): boolean =>
  one.as === 'accountable' ? other.as !== 'accountable' || j < i : other.as !== 'accountable' && j < i;

function phrase(one: Told, among: boolean, { t }: Speaker, mine: boolean): string {
  if (one.you || (mine && one.as === 'assignee')) return t('told.you');
  const { name } = one;
  switch (one.as) {
    case 'assignee':
      return name ?? t('told.assignee');
    case 'lineManager':
      if (name === undefined) return mine ? t('told.noManager') : t('told.someManager');
      return mine ? t('told.yourManager', { name }) : t('told.manager', { name });
    case 'accountable':
      return name === undefined ? t('told.noAccountable') : t('told.accountable', { name });
    case 'topManagement':
      return t('roles.topManagement');
    default:
      return name === undefined ? t(`roles.${one.as}`) : t(among ? 'told.namedAmong' : 'told.named', { name, role: t(`roles.${one.as}`) });
  }
}

/** The same with what else happens at that rung. */
export const toldByStep = (step: { to: readonly Told[]; nonconformity?: boolean | undefined }, speaker: Speaker, mine: boolean): string => {
  const who = whoIsTold(step.to, speaker, mine);
  return step.nonconformity ? speaker.t('told.nonconformity', { who }) : who;
};
