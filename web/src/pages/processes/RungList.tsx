import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RungRule } from '../../../../domain/records/settings.ts';
import css from './processes.module.css';

/** The rungs of a ladder in words: when, what is sent, and whom it tells. */
export function RungList({ rungs }: { rungs: readonly RungRule[] }) {
  const { t, i18n } = useTranslation();
  if (rungs.length === 0) return <p className="soft">{t('rungs.none')}</p>;
  return (
    <ol className={css.ladder}>
      {rungs.map((rung) => (
        <li key={rung.key}>
          <span className="strong">{whenSaid(t, rung)}</span>
          <span>
            {t(`rungs.letter.${rung.letter}`, { level: rung.level })}{' '}
            <span className="soft">
              {t('rungs.to', { who: new Intl.ListFormat(i18n.language).format(rung.to.map((who) => t(`roles.${who}`))) })}
              {rung.nonconformity === true && `. ${t('rungs.nonconformity')}`}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function whenSaid(t: TFunction, { workingDays, percent }: RungRule): string {
  if (workingDays === undefined) return t('rungs.percent', { percent: percent ?? 0 });
  if (workingDays === 0) return t('rungs.onDue');
  return workingDays < 0 ? t('rungs.before', { count: -workingDays }) : t('rungs.after', { count: workingDays });
}
