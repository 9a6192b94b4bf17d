import { speakerOf } from '../../../domain/words/speaker.ts';
import { Hidden, pageOf } from './document.tsx';
import type { InvitationPage } from './types.ts';

/** Set a password, once; posts `password`, `again` and `csrf`. A link that no longer invites shows `linkProblemPage`. */
export function invitationPage(page: InvitationPage): string {
  const { t } = speakerOf(page);
  const title = t('page:invitation.title');
  const minimum = String(page.minimum);
  const described = page.problem === undefined ? 'password-help' : 'password-help password-problem';
  const invalid = page.problem === undefined ? undefined : true;
  return pageOf(
    { frame: page, title },
    <>
      <h1>{title}</h1>
      <p className="lead">{t('page:invitation.lead', { name: page.person.name, organization: page.organization })}</p>
      <section className="box">
        <form className="lone" method="post" action={page.action}>
          {page.problem === undefined ? null : (
            <p className="problem" role="alert" id="password-problem">
              {t(`page:invitation.${page.problem}`, { minimum })}
            </p>
          )}
          <Hidden values={{ csrf: page.csrf }} />
          <div>
            <label className="field" htmlFor="email">
              {t('page:invitation.email')}
            </label>
            <input id="email" type="email" autoComplete="username" readOnly value={page.email} />
          </div>
          <div>
            <label className="field" htmlFor="password">
              {t('page:invitation.password')}
            </label>
            <input
              id="password"
              name="password"
              type="password"
              autoComplete="new-password"
              required
              aria-describedby={described}
              aria-invalid={invalid}
            />
            <p className="help" id="password-help">
              {t('page:invitation.help', { minimum })}
            </p>
          </div>
          <div>
            <label className="field" htmlFor="again">
              {t('page:invitation.again')}
            </label>
            <input id="again" name="again" type="password" autoComplete="new-password" required aria-invalid={invalid} />
          </div>
          <button className="button main big" type="submit">
            {t('page:invitation.button')}
          </button>
        </form>
      </section>
      <p className="end">{t('page:invitation.small')}</p>
    </>,
  );
}
