import { useTranslation } from 'react-i18next';
import type { WordsOfTask } from '../../../../domain/records/reading.ts';
import css from './task.module.css';

/** Why somebody is asked, by which clauses, and what counts as done. `askedOf` is whoever is asked when it is not the reader. */
export function About({ words, askedOf }: { words: WordsOfTask; askedOf?: string | undefined }) {
  const { t, i18n } = useTranslation();
  const { purpose, doneWhen, clauses } = words;
  const said = t('tasks.about.clauses', { count: clauses.length, clauses: new Intl.ListFormat(i18n.language).format(clauses) });
  return (
    <section className={`${css.card} ${css.about}`} aria-label={t('tasks.about.heading')}>
      <div>
        <h2>{askedOf === undefined ? t('tasks.about.whyYou') : t('tasks.about.told', { name: askedOf })}</h2>
        <p>{`${purpose.replace(/\.$/, '')} (${said}).`}</p>
      </div>
      <div>
        <h2>{t('tasks.about.doneWhen')}</h2>
        <ul>
          {doneWhen.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
