import type { TFunction } from 'i18next';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import type { Who } from '../../data/queries.ts';
import type { Field } from '../../forms/field.ts';
import { may } from './subject.ts';

/** What can be said to a task beside its answer. */
export type Command =
  | 'claim'
  | 'extend'
  | 'askHandOver'
  | 'delegate'
  | 'giveBack'
  | 'takeBack'
  | 'comment'
  | 'confirm'
  | 'return'
  | 'decideExtension'
  | 'reassign'
  | 'waive'
  | 'cancel';

type Place = 'until' | 'to' | 'reason' | 'text' | 'granted' | 'waiver';

/** Where each is sent to, and what it holds; a place with a question mark may stay empty. */
const commands: Record<Command, { noun: string; places: readonly (Place | `${Place}?`)[] }> = {
  claim: { noun: 'claim', places: [] },
  extend: { noun: 'extension', places: ['until', 'reason'] },
  askHandOver: { noun: 'handOverRequest', places: ['to?', 'reason'] },
  delegate: { noun: 'delegation', places: ['to', 'until?', 'reason'] },
  giveBack: { noun: 'delegation', places: ['reason'] },
  takeBack: { noun: 'delegation', places: ['reason'] },
  comment: { noun: 'comment', places: ['text'] },
  confirm: { noun: 'confirmation', places: [] },
  return: { noun: 'return', places: ['reason'] },
  decideExtension: { noun: 'extensionDecision', places: ['granted', 'until?', 'reason'] },
  reassign: { noun: 'reassignment', places: ['to', 'reason'] },
  waive: { noun: 'waiver', places: ['until', 'reason'] },
  cancel: { noun: 'cancellation', places: ['reason'] },
};

export const nounOf = (command: Command): string => commands[command].noun;

const rules: Partial<Record<Command, string>> = { giveBack: 'delegate', takeBack: 'delegate' };
const ruleOf = (command: Command): string => rules[command] ?? command;

/** Whether this reader may say it now. What is delegated is taken back by its owner, and given back by whoever has it. */
export function mayGive(task: TaskDetail, { person }: Pick<Who, 'person'>, command: Command): boolean {
  const isLent = task.onBehalfOf !== undefined;
  const isOwner = task.onBehalfOf === person;
  if (command === 'delegate' && isLent) return false;
  if (command === 'takeBack' && !isOwner) return false;
  if (command === 'giveBack' && (isOwner || !isLent)) return false;
  return may(task, ruleOf(command));
}

const needsWaiver = (task: Pick<TaskDetail, 'allowed'>, command: Command): boolean => !task.allowed.includes(ruleOf(command));
const sentence = { shortest: 3, longest: 500 };

/** The fields of a command, in words. */
export function fieldsOfCommand(command: Command, task: Pick<TaskDetail, 'allowed'>, t: TFunction): Field[] {
  const places = [...commands[command].places, ...(needsWaiver(task, command) ? (['waiver'] as const) : [])];
  return places.map((one) => fieldAt(one.replace('?', '') as Place, command, !one.endsWith('?'), t));
}

function fieldAt(place: Place, command: Command, required: boolean, t: TFunction): Field {
  const named = (title: string, help = '') => ({ name: place, required, title, short: title, help });
  switch (place) {
    case 'until':
      return { ...named(untilOf(command, t)), as: 'day' };
    case 'to':
      return { ...named(toOf(command, t)), as: 'person' };
    case 'granted':
      return { ...named(t('tasks.commands.decideExtension.granted')), as: 'choice', options: decisions(t) };
    case 'waiver':
      return { ...named(t('tasks.commands.waiver'), t('tasks.commands.waiverHelp')), as: 'text', ...sentence };
    case 'text':
      return { ...named(t('tasks.commands.comment.text')), as: 'text', ...sentence };
    case 'reason':
      return { ...named(t('tasks.commands.reason')), as: 'text', ...sentence };
  }
}

const decisions = (t: TFunction) =>
  (['yes', 'no'] as const).map((value) => {
    const label = t(`tasks.commands.decideExtension.${value}`);
    return { value, label, said: label };
  });

const untilOf = (command: Command, t: TFunction): string =>
  command === 'waive' ? t('tasks.commands.waive.until') : t('tasks.commands.untilDay');

function toOf(command: Command, t: TFunction): string {
  if (command === 'askHandOver') return t('tasks.commands.askHandOver.to');
  return command === 'delegate' ? t('tasks.commands.delegate.to') : t('tasks.commands.reassign.to');
}

const unversioned: readonly Command[] = ['comment', 'askHandOver'];

/** The body of a command: what stands in its form, and the version that was read. */
export function bodyOf(
  command: Command,
  task: Pick<TaskDetail, 'onBehalfOf' | 'version'>,
  filled: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { granted, ...rest } = filled;
  return {
    ...rest,
    ...(granted !== undefined && { granted: granted === 'yes' }),
    ...(ruleOf(command) === 'delegate' && command !== 'delegate' && { to: task.onBehalfOf }),
    ...(!unversioned.includes(command) && { version: task.version }),
  };
}
