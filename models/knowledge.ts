import type { RiskCriteria } from '../domain/records/riskCriteria.ts';
import type { Settings } from '../domain/records/settings.ts';
import type { Store } from './store.ts';

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
