import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../data/client.ts';
import { signInFor } from '../../data/problem.ts';
import { SignInLink } from '../SignInLink.tsx';
import css from './recording.module.css';
import { wrongElsewhere } from './refusals.ts';

const said = [
  ...['stale', 'forbidden', 'taken', 'closed', 'runExists', 'notNow', 'openPoints', 'paused', 'notPaused'],
  ...['importRunning', 'departureRunning', 'inProgress', 'unavailable'],
] as const;

/** Why something is not recorded, and that what was typed is still there. It takes the focus; what has a field of its own stands beside it. */
export function NotRecorded({ failure, shown = [] }: { failure: Error; shown?: readonly string[] }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const elsewhere = wrongElsewhere(failure, shown);
  return (
    <div className={css.not} role="alert" tabIndex={-1} ref={place}>
      <p className="strong">{t('recording.not')}</p>
      <Why failure={failure} t={t} />
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map(({ path, message }) => (
            <li key={path}>{path === '' ? message : `${path}: ${message}`}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What happens often says what to do here; all else is said as the API says it. */
function Why({ failure, t }: { failure: Error; t: TFunction }) {
  if (!(failure instanceof Problem)) return <p>{t('recording.away')}</p>;
  const signIn = signInFor(failure);
  if (signIn !== undefined)
    return (
      <p>
        {t(`signIn.${signIn}`)} <SignInLink />
      </p>
    );
  const known = said.find((code) => code === failure.code);
  if (known !== undefined) return <p>{t(`recording.code.${known}`)}</p>;
  if (failure.status >= 500) return <p>{t('recording.fault')}</p>;
  return failure.code === 'invalid' ? <p>{t('recording.invalid')}</p> : <p lang={failure.language}>{failure.message}</p>;
}
