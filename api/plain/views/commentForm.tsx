import type { Speaker } from '../../../domain/words/speaker.ts';
import { CommandForms } from './commandForms.tsx';
import { Hidden } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import type { TasksPage } from './types.ts';

/** Something else than an answer: more time, another person, a comment. */
export const CommentForm = ({ page, speaker }: { page: TasksPage; speaker: Speaker }) => {
  const { t } = speaker;
  return (
    <section className="box else" aria-labelledby="h-else">
      <h2 id="h-else">{t('somethingElse')}</h2>
      <CommandForms forms={page.commands ?? []} place={{ action: page.action, csrf: page.csrf, pageKey: page.key }} speaker={speaker} />
      <details id="question" open={page.comment !== undefined || page.commentProblem !== undefined}>
        <summary>{t('page:tasks.comment')}</summary>
        <form method="post" action={page.action} noValidate>
          <Hidden values={{ csrf: page.csrf, key: `${page.key}-comment`, action: 'comment' }} />
          <AboutWhich page={page} speaker={speaker} id="comment-task" />
          <div>
            <label className="field" htmlFor="comment">
              {t('page:tasks.commentLabel')}
            </label>
            <textarea
              id="comment"
              name="comment"
              rows={3}
              maxLength={500}
              defaultValue={page.comment ?? ''}
              aria-describedby={page.commentProblem === undefined ? 'comment-help' : 'comment-help comment-problem'}
              aria-invalid={page.commentProblem === undefined ? undefined : true}
            />
            <p className="help" id="comment-help">
              {t('page:tasks.commentHelp')}
            </p>
            <Problem id="comment-problem" text={page.commentProblem} />
          </div>
          <button className="button big" type="submit">
            {t('page:tasks.commentSend')}
          </button>
        </form>
      </details>
    </section>
  );
};

/** Which task of the page it is about; a page with one task does not ask. */
export const AboutWhich = ({ page, speaker: { t }, id }: { page: TasksPage; speaker: Speaker; id: string }) => {
  const tasks = page.groups.flatMap((group) => group.tasks);
  const [only] = tasks;
  if (tasks.length === 1 && only) return <Hidden values={{ task: only.name }} />;
  return (
    <div>
      <label className="field" htmlFor={id}>
        {t('page:tasks.commentAbout')}
      </label>
      <select id={id} name="task">
        {tasks.map(({ task, name, reference, title }) => (
          <option key={task} value={name}>
            {reference === undefined ? title : `${reference} ${title}`}
          </option>
        ))}
      </select>
    </div>
  );
};
