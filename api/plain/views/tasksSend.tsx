import type { Speaker } from '../../../domain/words/speaker.ts';
import { PageLinks } from './pageLinks.tsx';
import { shownTasks } from './tasksHead.tsx';
import type { TasksPage } from './types.ts';

/** The one button of the page, and the way to the other pages below it, because leaving loses what was typed. */
export const Send = ({ page, speaker }: { page: TasksPage; speaker: Speaker }) => {
  const { t } = speaker;
  const count = shownTasks(page).length;
  const some = page.by === 'link' ? t('page:tasks.sendSome') : t('page:tasks.sendSomeLogin');
  return (
    <div className="send">
      <button className="button main big" type="submit">
        {t(shownTasks(page).some(({ frozen }) => frozen !== undefined) ? 'page:frozen.send' : 'page:tasks.send', { count })}
      </button>
      <p>{count > 1 ? some : t('page:tasks.sendOne')}</p>
      {page.page.of === 1 ? null : <PageLinks pages={page.page} words={t('page:tasks.sendBeforeNext')} speaker={speaker} />}
    </div>
  );
};
