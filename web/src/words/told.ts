import type { TFunction } from 'i18next';
import type { Step, Told } from '../../../domain/records/reading.ts';

/**
 * Who a rung tells, as a reader would say it. Whoever has two parts in it is said once, by the first role that is not "accountable", because
 * accountable people are known by what they are.
 */
export function whoIsTold(
  { to, nonconformity }: Pick<Step, 'to' | 'nonconformity'>,
  t: TFunction,
  language: string,
  isMine: boolean,
): string {
  const once = to.filter((one, i) => !to.some((other, j) => isSame(one, other) && isBetter(other, j, one, i)));
  const who = new Intl.ListFormat(language).format(once.map((one) => partOf(one, once.length > 1, t, isMine)));
  return nonconformity === true ? t('tasks.told.nonconformity', { who }) : who;
}

const isSame = (a: Told, b: Told): boolean => (a.you === true && b.you === true) || (a.name !== undefined && a.name === b.name);
const isBetter = (other: Told, j: number, one: Told, i: number): boolean =>
  one.as === 'accountable' ? other.as !== 'accountable' || j < i : other.as !== 'accountable' && j < i;

function partOf({ as, name, you }: Told, among: boolean, t: TFunction, isMine: boolean): string {
  if (you || (isMine && as === 'assignee')) return t('tasks.told.you');
  switch (as) {
    case 'assignee':
      return name ?? t('tasks.told.assignee');
    case 'lineManager':
      return managerOf(name, t, isMine);
    case 'accountable':
      return name === undefined ? t('tasks.told.noAccountable') : t('tasks.told.accountable', { name });
    case 'topManagement':
      return t('tasks.told.topManagement');
    default: {
      const role = t(`roles.${as}`);
      return name === undefined ? role : t(among ? 'tasks.told.namedAmong' : 'tasks.told.named', { name, role });
    }
  }
}

function managerOf(name: string | undefined, t: TFunction, isMine: boolean): string {
  if (name === undefined) return t(isMine ? 'tasks.told.noManager' : 'tasks.told.someManager');
  return t(isMine ? 'tasks.told.yourManager' : 'tasks.told.manager', { name });
}
