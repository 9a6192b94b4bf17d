import { acceptancePage } from '../../../api/plain/views/acceptancePage.tsx';
import { acceptancesPage } from '../../../api/plain/views/acceptancesPage.tsx';
import { answeredPage } from '../../../api/plain/views/answeredPage.tsx';
import { decisionPage } from '../../../api/plain/views/decisionPage.tsx';
import { invitationPage } from '../../../api/plain/views/invitationPage.tsx';
import { linkProblemPage } from '../../../api/plain/views/linkProblemPage.tsx';
import { mailsPage } from '../../../api/plain/views/mailsPage.tsx';
import { messagePage } from '../../../api/plain/views/messagePage.tsx';
import { myMailPage } from '../../../api/plain/views/myMailPage.tsx';
import { myTasksPage } from '../../../api/plain/views/myTasksPage.tsx';
import { runPage } from '../../../api/plain/views/runPage.tsx';
import { runsPage } from '../../../api/plain/views/runsPage.tsx';
import { schedulesPage } from '../../../api/plain/views/schedulesPage.tsx';
import { signInPage } from '../../../api/plain/views/signInPage.tsx';
import { tasksPage } from '../../../api/plain/views/tasksPage.tsx';
import { definition as acceptance } from '../../../workflows/riskAcceptance/definition.ts';
import { acceptancesList, accepted, approvalCard, approvalGroup, approvals, ownForm, requestForm } from './acceptances.ts';
import {
  answered,
  confirmGroup,
  decision,
  extensionDecision,
  fiveHundred,
  frame,
  group,
  laptop,
  linkForms,
  mails,
  myMail,
  myTasks,
  myWork,
  notebook,
  ownForms,
  refused,
  run,
  runs,
  schedules,
  tasks,
  unjudged,
  withFiles,
} from './pages.ts';

const german = { language: 'de' as const };
const { person: _, ...nobody } = frame;
const atLogin = { by: 'login' as const, seesRuns: true, now: '2026-10-21T08:00:00.000Z', action: '/decisions/riskAcceptance/approve' };

/** Every page in its states, by file name, as the strings that are served. */
export const samplePages: Record<string, () => string> = {
  tasks: () => tasksPage(tasks([group([laptop, notebook, unjudged])])),
  tasksAsking: () => tasksPage(tasks([group([laptop, notebook])], { commands: linkForms })),
  tasksAskingGerman: () => tasksPage(tasks([group([laptop])], { ...german, commands: linkForms })),
  tasksOwn: () =>
    tasksPage(tasks([group([laptop], { standIn: { isOwner: true, other: 'Marta Nogueira' } })], { by: 'login', commands: ownForms })),
  decisionConfirm: () => decisionPage(decision),
  decisionConfirmGerman: () => decisionPage({ ...decision, ...german }),
  decisionNotFresh: () => decisionPage({ ...decision, signInAgain: '/sign-in?again=yes&returnTo=%2Ftasks' }),
  decisionExtension: () => decisionPage(extensionDecision),
  decisionWaits: () => decisionPage({ ...decision, what: 'waits', who: 'Hanna Vogt', commands: [] }),
  tasksGerman: () => tasksPage(tasks([group([laptop, notebook])], german)),
  tasksOne: () => tasksPage(tasks([group([laptop])])),
  tasksRefused: () => tasksPage(tasks([group([refused, notebook])], { comment: '', commentProblem: 'Write at least a few words.' })),
  tasksFiles: () => tasksPage(tasks([group([withFiles, notebook])], { evidence: { action: '/a/x/evidence', added: 2 } })),
  tasksFilesRefused: () =>
    tasksPage(tasks([group([withFiles])], { ...german, evidence: { action: '/a/x/evidence', problem: 'Dafür ist gerade kein Platz.' } })),
  tasksLate: () => tasksPage(tasks([group([notebook], { left: -3, level: 2 })], { now: '2026-10-20T08:00:00.000Z' })),
  tasksSeveral: () => tasksPage(tasks([group([laptop]), confirmGroup], { by: 'login', seesRuns: true })),
  tasksFiveHundred: () => tasksPage(fiveHundred()),
  approvals: () => tasksPage(tasks([approvalGroup(approvals)], atLogin)),
  approvalsGerman: () => tasksPage(tasks([approvalGroup(approvals)], { ...atLogin, ...german, recorded: { answers: 4, comment: false } })),
  approval: () => tasksPage(tasks([approvalGroup(approvals.slice(0, 1), { askedOf: 'Inês Carvalho', level: 1, left: -1 })], atLogin)),
  requestCameBack: () => tasksPage(tasks([approvalGroup([requestForm], { definition: acceptance.tasks.request })], atLogin)),
  requestGerman: () =>
    tasksPage(tasks([approvalGroup([ownForm, requestForm], { definition: acceptance.tasks.request })], { ...atLogin, ...german })),
  myTasksApprovals: () => myTasksPage({ ...myTasks, groups: [approvalCard] }),
  acceptances: () => acceptancesPage(acceptancesList),
  acceptancesNone: () => acceptancesPage({ ...acceptancesList, ...german, rows: [], inForce: 0, next: undefined, seesRuns: false }),
  acceptance: () => acceptancePage(accepted),
  acceptanceRefused: () =>
    acceptancePage({
      ...{ ...accepted, ...german },
      form: {
        ...{ action: '/acceptances/RSK-023-v5/revocation', key: 'k', version: 4, typed: 'Die Leitung kommt früher.' },
        ...{ problem: 'Das braucht eine Anmeldung aus der letzten Viertelstunde.', signInAgain: '/sign-in?again=yes' },
      },
    }),
  acceptanceRevoked: () =>
    acceptancePage({
      ...{ ...accepted, state: 'revoked', form: undefined, done: true },
      revoked: { name: 'Hanna Vogt', at: '2026-10-22T07:00:00.000Z', reason: 'The line comes earlier.' },
    }),
  acceptanceEnded: () =>
    acceptancePage({ ...accepted, state: 'ended', form: undefined, because: 'changed', facts: approvals[1]?.frozen ?? accepted.facts }),
  confirm: () => tasksPage(tasks([confirmGroup], { by: 'login', seesRuns: true })),
  answered: () => answeredPage(answered),
  answeredGerman: () => answeredPage({ ...answered, ...german, open: [] }),
  linkProblem: () => linkProblemPage({ ...nobody, signIn: '/sign-in', ismsManager: 'Hanna Vogt' }),
  signIn: () => signInPage({ ...nobody, action: '/sign-in', csrf: 'c', problem: 'wrong', email: 'lukas.wendt@tessel.example' }),
  signInAgain: () => signInPage({ ...nobody, action: '/sign-in', csrf: 'c', returnTo: '/tasks', notice: 'again' }),
  invitation: () =>
    invitationPage({
      ...frame,
      person: { name: 'Lukas Wendt' },
      action: '/invite/x',
      csrf: 'c',
      email: 'lukas.wendt@tessel.example',
      minimum: 12,
      problem: 'tooShort',
    }),
  message: () => messagePage({ ...frame, kind: 'unavailable' }),
  myTasks: () => myTasksPage(myTasks),
  myTasksGerman: () => myTasksPage({ ...myTasks, ...german }),
  myTasksAll: () => myTasksPage({ ...myTasks, ...myWork }),
  myTasksAllGerman: () => myTasksPage({ ...myTasks, ...myWork, ...german, groups: [] }),
  myTasksNone: () => myTasksPage({ ...myTasks, groups: [], done: [] }),
  run: () => runPage(run),
  runs: () => runsPage(runs),
  schedules: () => schedulesPage(schedules),
  schedulesRead: () => schedulesPage({ ...schedules, ...german, managing: undefined, notice: 'pause' }),
  runsPaused: () => runsPage({ ...runs, mail: { kind: 'paused', since: '2026-10-05T07:30:00.000Z', by: 'Hanna Vogt' } }),
  myMail: () => myMailPage(myMail),
  myMailGerman: () =>
    myMailPage({
      ...{ ...myMail, ...german, problem: 'quietHour', form: { digest: 'daily', hour: '21:00', from: '20:00', to: '07:00' } },
      ...{ next: '2026-10-07T19:00:00.000Z', calendar: { action: '/my-mail/calendar' } },
      unreachable: { since: '2026-10-02T06:00:00.000Z', email: 'lukas.wendt@tessel.example' },
    }),
  mails: () => mailsPage(mails),
  mailsPaused: () =>
    mailsPage({
      ...{ ...mails, ...german, relay: undefined, unreachable: [], rows: [], waiting: 14 },
      paused: { since: '2026-10-05T07:30:00.000Z', by: 'Hanna Vogt', reason: 'The register is being imported.' },
    }),
  runsNone: () => runsPage({ ...runs, runs: [], ...german }),
};
