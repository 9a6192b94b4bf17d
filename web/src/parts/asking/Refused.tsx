import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../data/client.ts';
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

/** The API speaks English: what has a sentence of its own is said in the reader's language. */
function Said({ problem: { code, message, errors } }: { problem: Problem }) {
  const { t } = useTranslation();
  if (isKnown(code)) return <p>{t(`registers.asking.codes.${code}`)}</p>;
  if (errors.length === 0) return <p lang="en">{message}</p>;
  return (
    <ul lang="en">
      {errors.map(({ path, message: what }) => (
        <li key={`${path} ${what}`}>{path === '' ? what : `${path}: ${what}`}</li>
      ))}
    </ul>
  );
}
