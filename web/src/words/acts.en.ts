/** What a form or a page says while nobody is signed in any more. */
export const signIn = {
  over: 'The sign-in has ended, so this is not recorded. What was typed is still here: sign in again, then send it once more.',
  tooOld: 'This takes a sign-in of the last fifteen minutes. Sign in again, then send it once more; what was typed is still here.',
  pageStands: 'The sign-in has ended: what stands here does not change any more. What was typed is still here.',
  newTab: 'Sign in again in a new tab',
};

/** What whoever manages does with tasks of a run. */
export const acts = {
  name: 'Open in {{run}}',
  title_zero: 'Nothing is open in this run',
  title_one: 'One task is open in this run',
  title_other: '{{count, spelledFirst}} tasks are open in this run',
  titleOf_zero: 'Nothing in this run is asked of {{name}} any more',
  titleOf_one: 'One task in this run is asked of {{name}}',
  titleOf_other: '{{count, spelledFirst}} tasks in this run are asked of {{name}}',
  under: 'What is done below is done with all that are ticked, each by itself and with the same reason.',
  all: 'All that is open in this run',
  none: 'What is asked in the run and not answered yet stands here.',
  caption: 'Open tasks',
  column: { what: 'What', who: 'Asked of', due: 'Due', asks: 'Asks for' },
  tick: '{{what}}, {{name}}',
  tickAll: 'Tick all',
  tickNone: 'Tick none',
  tickFirst: 'Tick at least one task first.',
  waitsFor: 'answered; {{name}} confirms it',
  inSteadOf: '{{name}}, for {{owner}}',
  asksUntil: 'time until {{day}}',
  asksHandOver: 'somebody else',
  heading_zero: 'No task is ticked',
  heading_one: 'With the task that is ticked',
  heading_other: 'With the {{count, spelled}} tasks that are ticked',
  button: {
    decideExtension_zero: 'Decide',
    decideExtension_one: 'Decide about one task',
    decideExtension_other: 'Decide about {{count, spelled}} tasks',
    reassign_zero: 'Give the tasks',
    reassign_one: 'Give one task',
    reassign_other: 'Give {{count, spelled}} tasks',
    waive_zero: 'Waive the tasks',
    waive_one: 'Waive one task',
    waive_other: 'Waive {{count, spelled}} tasks',
  },
  progress: '{{done}} of {{of}} done',
  done: {
    decideExtension_one: 'It is decided for one task, and whoever asked is told.',
    decideExtension_other: 'It is decided for {{count, spelled}} tasks, and whoever asked is told.',
    reassign_one: 'One task has moved; both people are told.',
    reassign_other: '{{count, spelledFirst}} tasks have moved; both people are told.',
    waive_one: 'One task is waived, and whoever was asked is told.',
    waive_other: '{{count, spelledFirst}} tasks are waived, and whoever was asked is told.',
  },
  failed_one: 'For one task it is not recorded; it stays ticked, and what was typed is still here.',
  failed_other: 'For {{count, spelled}} tasks it is not recorded; they stay ticked, and what was typed is still here.',
};

/** Below what waits: what was answered, and what will be asked. */
export const ownWork = {
  beside: 'Before and after',
  done: 'Done lately',
  doneNothing: 'What you answer stands here afterwards.',
  late_one: '1 working day late',
  late_other: '{{count}} working days late',
  onTheDay: 'on the day',
  early_one: '1 working day early',
  early_other: '{{count}} working days early',
  closed: { superseded: '{{day}}, superseded', cancelled: '{{day}}, cancelled', waived: '{{day}}, waived' },
  year: 'Your year',
  expected_zero: 'By the schedules of today nothing more is asked of you until {{until}}.',
  expected_one: 'You can expect to be asked once more until {{until}}.',
  expected_other: 'You can expect to be asked {{count, spelled}} more times until {{until}}.',
  next: 'Next on {{day}}: {{asks}}.',
  calendar: 'Add to my calendar',
  byMonth: 'Month by month',
  asked: '{{process}}, asked {{day}}, due {{due}}',
  yearAway: 'It cannot be told right now what will be asked of you.',
  onlyIf: 'By the schedules and registers of today; what happens in between may ask more.',
};

/** One decision on a risk. */
export const oneAcceptance = {
  title: {
    asked: '{{reference}} waits for a decision',
    accepted: '{{reference}} may be retained until {{day}}',
    refused: '{{reference}} may not be retained',
    ended: 'The acceptance of {{reference}} has ended',
    revoked: 'The acceptance of {{reference}} is revoked',
  },
  because: {
    expired: 'Its time has passed.',
    changed: 'What was accepted was not so any more.',
    undecided: 'It was called off before it was decided.',
    cancelled: 'Its run was cancelled.',
  },
  revokedBy: 'Revoked by {{name}}, {{at}}: {{reason}}',
  decidedBy: 'Decided by {{name}}, {{at}}: {{reason}}',
  run: 'Its run:',
};
