import type { Api } from '../deps.ts';
import { mailState } from '../mailState.ts';
import type { MailNotice } from './views/types.ts';

/** What those who oversee have to know about mail, if there is anything. */
export async function mailNotice({ store, clock }: Api): Promise<MailNotice | undefined> {
  const { state, since, by, relay } = await mailState(store, clock.now());
  if (state === 'paused' && since !== undefined) return { kind: 'paused', since, by: (await store.people.get(by ?? ''))?.name };
  if (relay.state === 'ok' || relay.since === undefined || !relay.alarming) return undefined;
  return { kind: relay.state, since: relay.since };
}
