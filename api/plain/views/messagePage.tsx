import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { Hidden, pageOf } from './document.tsx';
import type { MessagePage } from './types.ts';

/** Something did not work: what it was, what is safe, and what to do. */
export function messagePage(page: MessagePage): string {
  const speaker = speakerOf(page);
  const { t } = speaker;
  const kind = page.kind === 'unavailable' && (page.sent || page.again) ? 'unavailableSent' : page.kind;
  const title = t(`page:message.${kind}.title`);
  return pageOf(
    { frame: page, title },
    <>
      <h1>{title}</h1>
      <p className="lead">{page.detail ?? t(`page:message.${kind}.lead`)}</p>
      <section className="box todo-next">
        <p>{t(`page:message.${kind}.todo`)}</p>
        <Again page={page} speaker={speaker} />
        <Back page={page} speaker={speaker} />
      </section>
      {page.reference === undefined ? null : <p className="end">{t('page:message.reference', { reference: page.reference })}</p>}
    </>,
  );
}

const Again = ({ page: { again }, speaker }: { page: MessagePage; speaker: Speaker }) =>
  again === undefined ? null : (
    <form method="post" action={again.action}>
      <Hidden values={again.fields} />
      <button className="button main big" type="submit">
        {speaker.t('page:message.sendAgain')}
      </button>
    </form>
  );

const Back = ({ page, speaker: { t } }: { page: MessagePage; speaker: Speaker }) => {
  if (page.again !== undefined) return null;
  const back = page.back ?? { href: places.myTasks, to: 'tasks' as const };
  const words = { tasks: t('page:message.toTasks'), page: t('page:message.toPage'), signIn: t('page:message.toSignIn') };
  return (
    <a className="button main big" href={back.href}>
      {words[back.to]}
    </a>
  );
};
