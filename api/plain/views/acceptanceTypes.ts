import type { Acceptance } from '../../../domain/records/acceptance.ts';
import type { Band, Day, Instant } from '../../../domain/records/common.ts';
import type { FrozenFacts } from '../../../domain/records/reading.ts';
import type { SignedIn } from './types.ts';

export type AcceptanceRow = {
  href: string;
  reference: string;
  title: string;
  band: Band;
  state: Acceptance['state'];
  until?: Day | undefined;
  askedAt: Instant;
  endedAt?: Instant | undefined;
};

/** Decisions on risks, latest first. */
export type AcceptancesPage = SignedIn & { rows: AcceptanceRow[]; inForce: number; next?: string | undefined };

type Decided = { name: string; at: Instant; reason: string };

/** One decision on a risk, and for whoever may the form that revokes it; posts `reason`, `version`, `csrf` and `key`. */
export type AcceptancePage = SignedIn & {
  reference: string;
  title: string;
  state: Acceptance['state'];
  until?: Day | undefined;
  run: string;
  facts: FrozenFacts;
  decided?: Decided | undefined;
  revoked?: Decided | undefined;
  because?: 'expired' | 'changed' | 'undecided' | 'cancelled' | undefined;
  form?:
    | {
        action: string;
        key: string;
        version: number;
        typed?: string | undefined;
        problem?: string | undefined;
        /** Where to sign in once more, when it takes a fresh sign-in. */
        signInAgain?: string | undefined;
      }
    | undefined;
  /** It has just been revoked. */
  done?: boolean | undefined;
};
