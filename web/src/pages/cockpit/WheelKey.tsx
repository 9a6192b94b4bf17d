import { useTranslation } from 'react-i18next';
import css from './cockpit.module.css';

const frame = <rect className={css.plan} x=".5" y=".5" width="29" height="9" />;

/** What the strokes of the wheel mean. */
export function WheelKey() {
  const { t } = useTranslation();
  const line = (className: string | undefined) => <path className={className} d="M1 5H29" />;
  const keys = [
    { name: t('wheel.key.planned'), drawn: frame },
    {
      name: t('wheel.key.actual'),
      drawn: (
        <>
          {frame}
          {line(css.actual)}
        </>
      ),
    },
    { name: t('wheel.key.over'), drawn: line(css.over) },
    { name: t('wheel.key.superseded'), drawn: line(css.superseded) },
    { name: t('wheel.key.missing'), drawn: <rect className={css.missing} x=".5" y=".5" width="29" height="9" /> },
  ];
  return (
    <ul className={css.key}>
      {keys.map(({ name, drawn }) => (
        <li key={name}>
          <svg viewBox="0 0 30 10" aria-hidden="true">
            {drawn}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
