import { ApplicationFailure } from '@temporalio/common';
import { type Calendar, makeCalendar } from '../domain/calendar.ts';
import type { ProcessDefinition, TaskDefinition } from '../domain/process.ts';
import type { Person } from '../domain/records/person.ts';
import type { RiskCriteria } from '../domain/records/riskCriteria.ts';
import type { Settings } from '../domain/records/settings.ts';
import type { Store } from '../models/store.ts';
import { definitionOf } from '../workflows/definitions.ts';
import { siteOf } from './people.ts';

/** An unknown key cannot be cured by trying again: the workflow fails visibly instead of retrying for days. */
export const unrecoverable = (message: string): ApplicationFailure => ApplicationFailure.nonRetryable(message, 'unrecoverable');

export function processOf(key: string): ProcessDefinition {
  const definition = definitionOf(key);
  if (definition === undefined) throw unrecoverable(`there is no process ${key}`);
  return definition;
}

export function taskOf(definition: ProcessDefinition, key: string): TaskDefinition {
  const task = definition.tasks[key];
  if (task === undefined) throw unrecoverable(`${definition.key} has no task ${key}`);
  return task;
}

export async function settingsNow(store: Store): Promise<Settings> {
  const settings = await store.settings.get('settings');
  if (settings === undefined) throw new Error('the organization has no settings yet');
  return settings;
}

/** The newest criteria: the ones an assessment made now names. */
export async function criteriaNow(store: Store): Promise<RiskCriteria> {
  const criteria = await store.riskCriteria.first({}, { sort: { createdAt: -1, _id: -1 } });
  if (criteria === undefined) throw new Error('the organization has no risk criteria yet');
  return criteria;
}

export const calendarOf = (settings: Settings, person: Pick<Person, 'site'> | undefined): Calendar => makeCalendar(siteOf(settings, person), settings);
