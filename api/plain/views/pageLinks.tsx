import type { Speaker } from '../../../domain/words/speaker.ts';

type Pages = { previous?: string | undefined; next?: string | undefined };

/** To the page before and the next one, as far as there are any. */
export const PageLinks = ({ pages, words, speaker: { t } }: { pages: Pages; words?: string; speaker: Speaker }) => {
  const links = [
    { href: pages.previous, label: t('page:previous') },
    { href: pages.next, label: t('page:next') },
  ].flatMap(({ href, label }) => (href === undefined ? [] : [{ href, label }]));
  if (links.length === 0) return null;
  return (
    <nav className="pages" aria-label={t('page:pages')}>
      {words === undefined ? null : <p>{words}</p>}
      <ul>
        {links.map(({ href, label }) => (
          <li key={label}>
            <a className="button" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
