import { styleText } from 'node:util';
import { systemNow } from '../domain/clock.ts';
import { periodOf } from '../domain/period.ts';
import type { FirstLogin } from './secrets.ts';
import type { StackDescription } from './stack.ts';

/** The caller has asked the stream already. */
const forced = { validateStream: false };

/** What a person needs when all is up: where things are, how to get in, what to do next. */
export function greeting(stack: StackDescription, login: FirstLogin, colours: boolean): string {
  const strong = (text: string) => (colours ? styleText('bold', text, forced) : text);
  const quiet = (text: string) => (colours ? styleText('dim', text, forced) : text);
  const line = (label: string, value: string, note = '') => `  ${quiet(label.padEnd(12))}${strong(value)}${note && `   ${quiet(note)}`}`;
  return [
    '',
    `  ${strong('Fourstroke is running')}`,
    '',
    line('Product', stack.web),
    ...(stack.mail === null ? [] : [line('Mail', stack.mail, 'every mail ends here, none leaves this machine')]),
    ...(stack.temporalUi === null ? [] : [line('Temporal', stack.temporalUi)]),
    ...(login.due ? ['', line('First login', login.email), line('Password', ...passwordLine(login))] : []),
    '',
    ...nextSteps(stack).map((step, at) => `  ${quiet(`${at + 1}`)}  ${step}`),
    '',
    `  ${quiet('Ctrl-C stops everything, nothing is lost. npm start goes on.')}`,
    '',
    '',
  ].join('\n');
}

const passwordLine = ({ generated, password = '' }: FirstLogin): [string, string] =>
  generated ? [password, 'shown only now'] : ['as set in ADMIN_PASSWORD', ''];

function nextSteps({ web, mail }: StackDescription): string[] {
  return [
    `Sign in at ${web}`,
    `Start the quarterly risk review: npx fourstroke start riskReview --period ${periodOf(systemNow().slice(0, 10))}`,
    mail === null ? 'Wait for the mails to arrive, follow a link and answer' : `Open a mail at ${mail}, follow its link and answer`,
  ];
}
