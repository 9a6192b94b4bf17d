import { listed, lowerFirst } from '../../domain/words/numbers.ts';
import { clausesOf, runsSaid } from '../../domain/words/question.ts';
import {
  type Asking,
  answerButton,
  closingOf,
  comingRungs,
  dateOf,
  doneWhen,
  howOf,
  inSubject,
  placeOf,
  somethingElse,
  standardOf,
  standsInFor,
  whatOf,
} from './asked.ts';
import type { Block, Part } from './blocks.ts';
import { listOf, listOfAsked } from './list.ts';
import type { Reader } from './reader.ts';
import type { Escalation, SentLine } from './types.ts';

/** The date has passed: to the assignee as a question that is still open, to others as what they are told and may do. */
export const escalation = (section: Escalation, reader: Reader): Part =>
  isMine(section) ? toAssignee(section, reader) : toOthers(section, reader);

type Mine = Escalation & { mine: true };
const isMine = (section: Escalation): section is Mine => section.mine;

function toAssignee(section: Mine, reader: Reader): Part {
  const { t, dates } = reader;
  const asking: Asking = section;
  return {
    rank: section.due,
    subject: t('mail:subject.late', { day: dates.dayMonth(section.due), what: inSubject(section, reader) }),
    title: t('mail:escalation.mineTitle', { day: dayInSentence(section, reader), what: whatOf(section, reader) }),
    date: dateOf(section, reader),
    preview: howOf(asking, reader, true),
    blocks: [
      { is: 'paragraph', text: mineLead(section, reader) },
      answerButton(asking, reader),
      ...listOfAsked(section, reader),
      doneWhen(section, reader),
      ...comingRungs(t('mail:whatComesNext'), section.steps, reader, true),
      ...somethingElse(asking, reader),
    ],
    small: [levelOf(section, reader)],
    closing: closingOf(reader, section.answer),
    href: placeOf(section, reader),
  };
}

const mineLead = (section: Mine, reader: Reader): string =>
  [
    section.confirming === undefined
      ? reader.t('mail:escalation.mineLead', { name: reader.name })
      : reader.t('mail:escalation.mineLeadConfirm', { name: reader.name, count: section.tasks.length }),
    ...standsInFor(section, reader),
    ...(section.also.length === 0 ? [] : [reader.t('mail:escalation.mineAlso', { who: listed(section.also, reader.language) })]),
    ...(section.nonconformity ? [reader.t('mail:escalation.nonconformity')] : []),
    howOf(section, reader, true),
  ].join(' ');

function toOthers(section: Escalation, reader: Reader): Part {
  const { t, dates } = reader;
  const { assignee } = section;
  const text = othersLead(section, reader);
  return {
    rank: section.due,
    subject: t(section.unreached ? 'mail:subject.unreached' : 'mail:subject.lateOf', {
      ...{ day: dates.dayMonth(section.due), what: inSubject(section, reader), name: assignee },
    }),
    title: t(othersTitle(section), { assignee, what: whatOf(section, reader) }),
    date: dateOf(section, reader),
    preview: text,
    blocks: [
      { is: 'paragraph', text },
      ...runButton(section, reader),
      ...listOf('plain', t('mail:escalation.open'), section.tasks, reader, () =>
        lowerFirst(reader.pick(section.definition.title), reader.language),
      ),
      sent(section, reader),
      canDo(section, reader),
      ...next(section, reader),
    ],
    small: [section.as === 'deputy' ? standardOf(section, reader) : levelOf(section, reader)],
    closing: [t('mail:private'), ...(section.mayDecide ? [t('mail:escalation.needsSignIn')] : [])],
    href: mayRead(section) ? reader.runAt(section.run) : undefined,
  };
}

const othersTitle = ({ unreached, confirming }: Escalation) => {
  if (unreached) return 'mail:escalation.unreachedTitle';
  return confirming === undefined ? 'mail:escalation.othersTitle' : 'mail:escalation.othersTitleConfirm';
};

function othersLead(section: Escalation, reader: Reader): string {
  const { t, name } = reader;
  const { assignee } = section;
  const count = Math.max(0, -section.left);
  const as = section.as === 'lineManager' ? 'lineManager' : 'other';
  return [
    section.unreached
      ? t(`mail:escalation.unreachedLead.${section.as === 'deputy' ? 'deputy' : as}`, { name, assignee })
      : t(`mail:escalation.lead.${as}`, { count, name, assignee }),
    section.mayDecide ? t('mail:escalation.staysAndDecide', { assignee }) : t('mail:escalation.stays', { assignee }),
    ...(section.onBehalfOf === undefined ? [] : [t('mail:escalation.standsIn', { assignee, owner: section.onBehalfOf })]),
    ...(section.nonconformity ? [t('mail:escalation.nonconformity')] : []),
  ].join(' ');
}

// A line manager or deputy without another role cannot open a run, so no button leads there.
const mayRead = (section: Escalation): boolean => section.mayDecide || (section.as !== 'lineManager' && section.as !== 'deputy');

/** Where the reader looks, or decides: a decision of another one stands among one's own. */
function runButton(section: Escalation, { t, runAt, pageAt }: Reader): Block[] {
  if (!mayRead(section)) return [];
  if (section.mayDecide && section.page !== undefined) return [{ is: 'button', label: t('mail:decide'), href: pageAt(section.page) }];
  const label = section.mayDecide ? t('mail:escalation.buttonDecide') : t('mail:escalation.button');
  return [{ is: 'button', label, href: runAt(section.run) }];
}

function sent(section: Escalation, reader: Reader): Block {
  const { t, dates, language } = reader;
  const others = section.also;
  const now: [string, string] = [
    dates.dayTime(reader.now),
    others.length === 0 ? t('mail:escalation.thisMail') : t('mail:escalation.thisMailAlso', { who: listed(others, language) }),
  ];
  return { is: 'rows', title: t('mail:escalation.sent'), rows: [...section.sent.map((line) => sentRow(line, reader)), now] };
}

function sentRow({ at, what, to, delivery }: SentLine, { t, dates, language }: Reader): [string, string] {
  const said = { what: t(`mail:escalation.letters.${what}`), delivery: t(`mail:escalation.delivery.${delivery}`) };
  const text = to?.length ? t('mail:escalation.sentAlso', { ...said, who: listed(to, language) }) : t('mail:escalation.sentOnly', said);
  return [dates.dayTime(at), text];
}

function canDo({ assignee, mayDecide, unreached, confirming, page }: Escalation, { t, isManager }: Reader): Block {
  const instead = confirming === undefined ? t('mail:escalation.answer', { assignee }) : t('mail:escalation.confirm', { assignee });
  // Whoever may decide in place of an approver need not be somebody who moves tasks, and the other way round.
  const reassigns = page === undefined ? mayDecide : isManager;
  const deciding = [...(reassigns ? [t('mail:escalation.reassign')] : []), ...(mayDecide ? [instead] : [])];
  return {
    is: 'bullets',
    title: t('mail:escalation.canDo'),
    items: [t(unreached ? 'mail:escalation.tell' : 'mail:escalation.talk', { assignee }), ...deciding],
  };
}

function next(section: Escalation, reader: Reader): Block[] {
  const coming = comingRungs(reader.t('mail:whatComesNext'), section.steps, reader, false);
  return coming.length > 0 ? coming : [{ is: 'prose', title: reader.t('mail:whatComesNext'), text: reader.t('mail:escalation.lastLevel') }];
}

const dayInSentence = ({ due }: Escalation, { dates }: Reader): string =>
  dates.daysFromNow(due) > -7 ? dates.weekday(due) : dates.longDay(due);

const levelOf = (section: Escalation, reader: Reader): string =>
  reader.t('mail:escalation.level', {
    process: reader.pick(section.process.title),
    run: runsSaid(section, reader),
    level: String(section.level),
    clauses: clausesOf(section, reader),
  });
