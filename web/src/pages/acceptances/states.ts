import type { Acceptance } from '../../../../domain/records/acceptance.ts';

type State = Acceptance['state'];

/** Acceptances are listed by how they stand; those in force first. */
export const acceptanceStates: readonly State[] = ['accepted', 'asked', 'refused', 'revoked', 'ended'];

/** What an address asks for; those in force unless it says otherwise. */
export const stateIn = ({ state }: Record<string, unknown>): { state: State } => ({
  state: acceptanceStates.find((one) => one === state) ?? 'accepted',
});
