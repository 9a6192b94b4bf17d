import { speakerOf } from '../../../domain/words/speaker.ts';
import { pageOf } from './document.tsx';
import type { LinkProblemPage } from './types.ts';

/**
 * One page for every link that opens nothing: expired, used up, forged, of somebody else. It tells nobody which of these it is, and
 * everybody what to do.
 */
export function linkProblemPage(page: LinkProblemPage): string {
  const { t } = speakerOf(page);
  const manager = page.ismsManager;
  const title = t('page:linkProblem.title');
  return pageOf(
    { frame: page, title },
    <>
      <h1>{title}</h1>
      <p className="lead">{t('page:linkProblem.lead')}</p>
      <section className="box" aria-labelledby="h-todo">
        <h2 id="h-todo">{t('page:linkProblem.todo')}</h2>
        <ul className="todo">
          <li>{t('page:linkProblem.newest')}</li>
          <li>{t('page:linkProblem.whole')}</li>
          <li>{t('page:linkProblem.takenOver')}</li>
          <li>{t('page:linkProblem.signIn')}</li>
          <li>{manager === undefined ? t('page:linkProblem.managerUnnamed') : t('page:linkProblem.manager', { name: manager })}</li>
        </ul>
        <a className="button main big" href={page.signIn}>
          {t('page:linkProblem.button')}
        </a>
      </section>
    </>,
  );
}
