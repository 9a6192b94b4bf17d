import { SignInLink } from '../parts/SignInLink.tsx';
import type { Refused } from './answering.ts';

/** Beside a form of which only a fresh sign-in is missing. */
export const SignInAgain = ({ of }: { of: Refused | undefined }) =>
  of?.signInAgain !== true ? null : (
    <p>
      <SignInLink />
    </p>
  );
