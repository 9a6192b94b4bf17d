import { speakerOf } from '../../../domain/words/speaker.ts';
import { Hidden, pageOf } from './document.tsx';
import type { SignInPage } from './types.ts';

/** Sign in with a mail address and a password; posts `email`, `password`, `returnTo` and `csrf`. */
export function signInPage(page: SignInPage): string {
  const { t } = speakerOf(page);
  const title = t('page:signIn.title');
  return pageOf(
    { frame: page, title },
    <>
      {page.notice === undefined ? null : (
        <p className="alert good" role="status">
          {t(`page:signIn.${page.notice}`)}
        </p>
      )}
      <h1>{title}</h1>
      <p className="lead">{t('page:signIn.lead')}</p>
      <section className="box">
        <form className="lone" method="post" action={page.action}>
          {page.problem === undefined ? null : (
            <p className="problem" role="alert" id="sign-in-problem">
              {t(`page:signIn.${page.problem}`)}
            </p>
          )}
          <Hidden values={{ csrf: page.csrf, returnTo: page.returnTo }} />
          <div>
            <label className="field" htmlFor="email">
              {t('page:signIn.email')}
            </label>
            <input
              id="email"
              name="email"
              type="email"
              autoComplete="username"
              required
              maxLength={254}
              defaultValue={page.email ?? ''}
              aria-describedby={page.problem && 'sign-in-problem'}
            />
          </div>
          <div>
            <label className="field" htmlFor="password">
              {t('page:signIn.password')}
            </label>
            <input
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              maxLength={1000}
              aria-describedby={page.problem && 'sign-in-problem'}
            />
          </div>
          <button className="button main big" type="submit">
            {t('page:signIn.button')}
          </button>
        </form>
      </section>
      <p className="end">{t('page:signIn.help')}</p>
    </>,
  );
}
