import { fieldsOf } from '../../../domain/words/fields.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import { idOf } from './fieldParts.tsx';
import type { TaskForm, TasksPage } from './types.ts';

// Focus comes here without script, so that nobody has to look for what was refused.
const takesFocus = { autoFocus: true };

type Found = { href?: string; text: string };

/** Everything that was refused, summed up before the forms; it takes the focus, and each line leads to its field. */
export const ProblemSummary = ({ page, speaker }: { page: TasksPage; speaker: Speaker }) => {
  const found: Found[] = page.groups.flatMap(({ tasks }) => tasks.flatMap((task) => problemsOf(task, speaker)));
  if (page.commentProblem !== undefined)
    found.push({ href: '#comment', text: `${speaker.t('page:tasks.commentLabel')}: ${page.commentProblem}` });
  if (page.evidence?.problem !== undefined)
    found.push({ href: '#file', text: `${speaker.t('page:evidence.title')}: ${page.evidence.problem}` });
  const lost = (page.notRecorded ?? []).map(({ about, sentence, typed }) => ({
    text: [`${about}:`, sentence, typed === undefined ? '' : speaker.t('page:answered.notTyped', { typed })].join(' ').trim(),
  }));
  if (found.length === 0 && lost.length === 0 && page.problem === undefined) return null;
  return (
    <div className="alert bad" role="alert" tabIndex={-1} id="problems" {...takesFocus}>
      <h2>{speaker.t('page:tasks.problems')}</h2>
      <p>{page.problem ?? (found.length === 0 ? null : speaker.t('page:tasks.problemsLead', { count: found.length }))}</p>
      <SignInAgain href={page.signInAgain} speaker={speaker} />
      <Lines found={[...found, ...lost]} />
    </div>
  );
};

/** The way to a fresh sign-in beside the page, so that what was typed stays where it is. */
export const SignInAgain = ({ href, speaker }: { href: string | undefined; speaker: Speaker }) =>
  href === undefined ? null : (
    <p>
      <a href={href} target="_blank" rel="noreferrer">
        {speaker.t('page:signIn.newTab')}
      </a>
    </p>
  );

const Lines = ({ found }: { found: readonly Found[] }) =>
  found.length === 0 ? null : (
    <ul>
      {found.map(({ href, text }) => (
        <li key={href ?? text}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
      ))}
    </ul>
  );

function problemsOf(task: TaskForm, speaker: Speaker): Found[] {
  const { problems } = task;
  if (problems === undefined) return [];
  const about = task.reference ?? task.title;
  const whole = problems[''] === undefined ? [] : [{ href: `#${encodeURIComponent(task.name)}`, text: `${about}: ${problems['']}` }];
  const fields = fieldsOf(task.schema, speaker).flatMap(({ name, short }) => {
    const problem = problems[name];
    return problem === undefined ? [] : [{ href: `#${encodeURIComponent(idOf(task, name))}`, text: `${about}, ${short}: ${problem}` }];
  });
  return [...whole, ...fields];
}
