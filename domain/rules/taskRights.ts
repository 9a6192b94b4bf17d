import { handOverRefusal } from './handOver.ts';
import { type By, type Command, no, type TaskFacts, type TaskRefusal } from './taskShape.ts';

const manages = (by: By): boolean => by.roles.includes('ismsManager');
const leads = (by: By): boolean => by.roles.includes('topManagement');
const isEngine = (by: By): boolean => by.via === 'engine';

/** The person asked, or the owner for whom they are asked. */
const isAsked = (t: TaskFacts, { person }: By): boolean => person === t.assignee || person === t.onBehalfOf;
const mayManage = (t: TaskFacts, by: By): boolean => manages(by) || by.person === t.accountable;

/**
 * Escalation adds a decider, it never takes the task away: from level 2 the ISMS manager; for an approval, whose authority nobody inherits by being
 * told, the approver's deputy from level 1 and top management at level 3.
 */
function mayComplete(t: TaskFacts, by: By): boolean {
  if (isAsked(t, by)) return true;
  if (t.approval !== true) return t.level >= 2 && manages(by);
  return (t.level >= 1 && by.person === t.deputy) || (t.level >= 3 && leads(by));
}

/** What passes a question on, or moves its date: a campaign has one date for all, and each answers for themselves. */
const ofOneOnly: ReadonlySet<Command['do']> = new Set(['claim', 'reassign', 'delegate', 'askHandOver', 'extend', 'decideExtension']);

const inPerson = (t: TaskFacts, { by, do: what }: Command): TaskRefusal | undefined => {
  if (t.inPerson !== true) return undefined;
  if (what === 'complete' && by.person !== t.assignee)
    return no('notYours', 'This is asked of each person by themselves: nobody answers it for another.');
  return ofOneOnly.has(what)
    ? no('notYours', 'This is asked of each person by themselves, for all by the same date: it is not passed on.')
    : undefined;
};

const mayConfirm = (t: TaskFacts, by: By): boolean => by.person === t.confirmer || (t.level >= 2 && manages(by));

/** The first extension is the accountable person's to grant, the second the ISMS manager's, each further one top management's (iso 5.1). */
export function mayDecideExtension(t: TaskFacts, by: By): boolean {
  const granted = t.extended ?? 0;
  if (leads(by)) return true;
  return granted === 0 ? mayManage(t, by) : granted === 1 && manages(by);
}

const mustNot = 'This decision needs another person';

/** Refused because of what this person did before; a lone person may waive that, with a reason that is recorded. */
function separated(t: TaskFacts, waiver: string | undefined, why: string): TaskRefusal | undefined {
  if (t.alone !== true) return no('duties', `${mustNot}: ${why}`);
  return waiver === undefined ? no('duties', `${mustNot}: ${why} As nobody else can decide, it may be waived with a reason.`) : undefined;
}

function byLink(t: TaskFacts, { via }: By): TaskRefusal | undefined {
  return t.answer === 'login' && via === 'link' ? no('needsLogin', 'This task is answered after signing in, not by a link.') : undefined;
}

/** Why this person may not give this command, whatever the state of the task. */
export function right(t: TaskFacts, c: Command): TaskRefusal | undefined {
  return inPerson(t, c) ?? ofCommand(t, c);
}

function ofCommand(t: TaskFacts, c: Command): TaskRefusal | undefined {
  const { by } = c;
  const person = by.person;
  switch (c.do) {
    case 'claim':
      return mayComplete(t, by) ? undefined : no('notYours', 'This task is asked of somebody else.');
    case 'complete':
      if (!mayComplete(t, by)) return no('notYours', 'This task is asked of somebody else.');
      if (t.barred?.includes(person) === true) return separated(t, c.waiver, 'whoever asked for it does not decide it.') ?? byLink(t, by);
      return byLink(t, by);
    case 'confirm':
    case 'return':
      if (!mayConfirm(t, by)) return no('notYours', 'Another person confirms this task.');
      if (by.via === 'link') return no('needsLogin', 'An answer is confirmed after signing in, not by a link.');
      return c.do === 'confirm' && person === t.by?.person
        ? separated(t, c.waiver, 'whoever answered does not confirm the answer.')
        : undefined;
    case 'comment':
      return isAsked(t, by) || person === t.confirmer || mayManage(t, by) || by.roles.includes('auditor')
        ? undefined
        : no('notYours', 'Only the assignee, the ISMS manager and auditors comment on this task.');
    case 'evidence':
      return isAsked(t, by) || person === t.confirmer || mayManage(t, by)
        ? undefined
        : no('notYours', 'Only the assignee and the ISMS manager add evidence to this task.');
    case 'reassign':
      if (!mayManage(t, by)) return no('notYours', 'The ISMS manager or the accountable person reassigns a task.');
      return reassignable(t, c.to);
    case 'delegate':
      return delegable(t, c);
    case 'askHandOver':
      return isAsked(t, by) ? undefined : no('notYours', 'A hand-over is asked for by the person who is asked.');
    case 'extend':
      return isAsked(t, by) ? undefined : no('notYours', 'More time is asked for by the person who is asked.');
    case 'decideExtension':
      if (!mayDecideExtension(t, by)) return no('notYours', 'Somebody else decides about more time.');
      return person === t.extension?.by || isAsked(t, by) ? separated(t, c.waiver, 'nobody grants more time to themselves.') : undefined;
    case 'waive':
      if (!mayManage(t, by)) return no('notYours', 'The ISMS manager or the accountable person waives a task.');
      return by.via === 'link' ? no('needsLogin', 'A task is waived after signing in, not by a link.') : undefined;
    case 'cancel':
      return mayManage(t, by) || isEngine(by) ? undefined : no('notYours', 'The ISMS manager or the accountable person cancels a task.');
    case 'handOver':
      return mayManage(t, by) ? handOverRefusal(t, c) : no('notYours', 'The ISMS manager hands over the work of somebody who leaves.');
    case 'supersede':
    case 'undeliverable':
      return isEngine(by) ? undefined : no('notYours', 'Only the engine does this.');
  }
}

function reassignable(t: TaskFacts, to: string): TaskRefusal | undefined {
  if (t.state !== 'submitted') return to === t.assignee ? no('samePerson', 'The task is already asked of this person.') : undefined;
  if (to === t.confirmer) return no('samePerson', 'This person confirms the task already.');
  return to === t.by?.person ? no('duties', `${mustNot}: whoever answered does not confirm the answer.`) : undefined;
}

/** The owner delegates and takes back, the delegate gives back; nobody passes on what was passed to them. */
function delegable(t: TaskFacts, { by, to }: Extract<Command, { do: 'delegate' }>): TaskRefusal | undefined {
  if (!isAsked(t, by)) return no('notYours', 'A task is delegated by the person who is asked.');
  if (by.via === 'link') return no('needsLogin', 'A task is handed over after signing in; by the link you may ask for it.');
  if (t.onBehalfOf === undefined) return to === t.assignee ? no('samePerson', 'The task is already asked of this person.') : undefined;
  if (to === t.onBehalfOf) return undefined;
  return by.person === t.onBehalfOf
    ? no('notNow', 'Somebody stands in for you already: take the task back before you give it to another person.')
    : no('notYours', 'A task that was passed to you is given back or answered, not passed on.');
}
