import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../data/client.ts';
import { signInFor } from '../../data/problem.ts';
import { SignInLink } from '../SignInLink.tsx';
import css from './asking.module.css';

const known = ['stale', 'taken', 'forbidden', 'importRunning', 'inProgress', 'openPoints', 'runExists', 'unavailable'] as const;
type Known = (typeof known)[number];

const isKnown = (code: string): code is Known => (known as readonly string[]).includes(code);

/** What did not work, what is safe, and what to do. */
export function Refused({ failure, focus }: { failure: unknown; focus?: RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation();
  if (failure === null || failure === undefined) return null;
  const problem = failure instanceof Problem ? failure : undefined;
  return (
    <div className={css.refused} role="alert" tabIndex={-1} ref={focus}>
      <p className="strong">{t('registers.asking.notRecorded')}</p>
      {problem === undefined ? <p>{t('registers.asking.away')}</p> : <Said problem={problem} />}
    </div>
  );
}

/** What has a sentence of its own says what to do here; all else is said as the API says it. */
function Said({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { code, message, errors, language } = problem;
  const signIn = signInFor(problem);
  if (signIn !== undefined)
    return (
      <p>
        {t(`signIn.${signIn}`)} <SignInLink />
      </p>
    );
  if (isKnown(code)) return <p>{t(`registers.asking.codes.${code}`)}</p>;
  if (errors.length === 0) return <p lang={language}>{message}</p>;
  return (
    <ul>
      {errors.map(({ path, message: what }) => (
        <li key={`${path} ${what}`}>{path === '' ? what : `${path}: ${what}`}</li>
      ))}
    </ul>
  );
}
