/**
 * Where things are on the site, as paths below PUBLIC_URL. Mails, pages and routes use the same ones, so that no letter points nowhere.
 */
export const places = {
  link: (token: string) => `/a/${token}`,
  invitation: (token: string) => `/invite/${token}`,
  signIn: '/sign-in',
  /** Signing in once more, for what takes a sign-in of the last minutes. */
  signInAgain: (path: string) => `/sign-in?again=yes&returnTo=${encodeURIComponent(path)}`,
  signOut: '/sign-out',
  /** The wheel, for those who oversee; it leads to all the others. */
  cockpit: '/cockpit',
  /** The open tasks of the person who is signed in. */
  myTasks: '/tasks',
  /** All open tasks of one kind in one run, answered together: the beginning of their ids. */
  answer: (run: string, task: string) => `/tasks/${encodeURIComponent(run)}/${encodeURIComponent(task)}`,
  /** One task by its id, which has four parts: for whoever may answer it beside the one who is asked. */
  task: (id: string) => `/tasks/${id.split('/').map(encodeURIComponent).join('/')}`,
  /** Everything of one kind that somebody is asked to decide, whatever run it is of. */
  decisions: (process: string, task: string) => `/decisions/${encodeURIComponent(process)}/${encodeURIComponent(task)}`,
  /** Acceptances that the person who is signed in may see, and one of them. */
  acceptances: '/acceptances',
  acceptance: (id: string) => `/acceptances/${encodeURIComponent(id)}`,
  /** A file of a task, by its content. */
  evidence: (id: string, sha256: string) => `/api/v1/tasks/${encodeURIComponent(id)}/evidence/${sha256}`,
  /** When mail comes to the person who is signed in, and the address of their calendar. */
  myMail: '/my-mail',
  /** All mails and what became of them, for those who oversee. */
  mails: '/mails',
  calendar: (token: string) => `/calendar/${token}.ics`,
  /** How the processes act on one another, and who has to do what in them. */
  processes: '/processes',
  responsibilities: '/responsibilities',
  /** Where anybody says what is not as it should be. */
  report: '/report',
  runs: '/runs',
  run: (id: string) => `/runs/${encodeURIComponent(id)}`,
  schedules: '/schedules',
  schedule: (id: string) => `/schedules/${encodeURIComponent(id)}`,
  style: '/plain/style.css',
} as const;
