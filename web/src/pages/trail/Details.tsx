import { useTranslation } from 'react-i18next';
import type { SpokenEntry } from '../../../../domain/records/trail.ts';
import { Facts } from '../../parts/Facts.tsx';
import { factsOf } from './facts.ts';
import css from './trail.module.css';

const genesis = /^0{64}$/;

/** All that an entry holds: what was set or said, the texts beside it, and the hashes that tie it to its chain. */
export function Details({ entry }: { entry: SpokenEntry }) {
  const { t } = useTranslation();
  const { data, texts, previous, hash } = entry;
  const facts = factsOf(data, texts);
  return (
    <details className={css.details}>
      <summary>{t('checks.trail.list.details')}</summary>
      {facts.length === 0 && <p className="quiet">{t('checks.trail.list.nothing')}</p>}
      <Facts
        facts={[
          ...facts.map(({ name, said, kind }) => ({
            name,
            said:
              kind === 'erased' ? (
                <span className="quiet">{t('checks.trail.list.erased')}</span>
              ) : kind === 'removed' ? (
                <span className="quiet">{t('checks.trail.list.removed')}</span>
              ) : (
                <span className={kind === 'value' ? css.value : css.text}>{said}</span>
              ),
          })),
          { name: t('checks.trail.list.hash'), said: <code className={css.hash}>{hash}</code> },
          {
            name: t('checks.trail.list.previous'),
            said: genesis.test(previous) ? t('checks.trail.list.first') : <code className={css.hash}>{previous}</code>,
          },
        ]}
      />
    </details>
  );
}
