import { answerIt, both, counted, type Spoken, signInAndAnswer } from '../spoken.ts';

const list = both('Audits', 'Audits');
const findings = both('Findings', 'Feststellungen');

export const fix: Spoken = {
  title: both('Fix scope, criteria and team of the audit', 'Umfang, Kriterien und Team des Audits festlegen'),
  purpose: both(
    'You manage the audit programme. An audit starts only with a scope, criteria, and a team that neither owns nor does what is audited.',
    'Sie leiten das Auditprogramm. Ein Audit beginnt nur mit Umfang, Kriterien und einem Team, dem das Auditierte weder gehört noch obliegt.',
  ),
  doneWhen: [
    both('objective, criteria and scope are fixed', 'Ziel, Kriterien und Umfang feststehen'),
    both(
      'the team is named, with one sentence on its competence and impartiality',
      'das Team benannt ist, mit einem Satz zu Kompetenz und Unparteilichkeit',
    ),
  ],
  words: {
    question: counted(
      ['What is audited, by what, and by whom?', 'Was wird wonach und von wem auditiert?'],
      ['What do {{count}} audits look at, by what, and by whom?', 'Was wird in {{count}} Audits wonach und von wem auditiert?'],
    ),
    subject: counted(['Fix audit {{reference}}', 'Audit {{reference}} festlegen'], ['Fix {{count}} audits', '{{count}} Audits festlegen']),
    lead: counted(
      ['an audit of the programme comes near.', 'ein Audit des Programms rückt näher.'],
      ['{{count}} audits of the programme come near.', '{{count}} Audits des Programms rücken näher.'],
    ),
    button: signInAndAnswer,
    list,
    minutes: 15,
  },
};

export const sendPlan: Spoken = {
  title: both('Write the audit plan', 'Den Auditplan schreiben'),
  purpose: both(
    'You lead this audit. Those who are audited get your plan as soon as you send it.',
    'Sie leiten dieses Audit. Die Auditierten bekommen Ihren Plan, sobald Sie ihn absenden.',
  ),
  doneWhen: [
    both('who is visited when, about what, and what is to be at hand', 'feststeht, wer wann wozu besucht wird und was bereitliegen soll'),
  ],
  words: {
    question: counted(
      ['Who is visited when?', 'Wer wird wann besucht?'],
      ['Who is visited when in {{count}} audits?', 'Wer wird in {{count}} Audits wann besucht?'],
    ),
    subject: counted(
      ['Write the plan of audit {{reference}}', 'Plan des Audits {{reference}} schreiben'],
      ['Write {{count}} audit plans', '{{count}} Auditpläne schreiben'],
    ),
    lead: counted(
      ['you lead an audit, and its plan is due.', 'Sie leiten ein Audit, und sein Plan steht an.'],
      ['you lead {{count}} audits, and their plans are due.', 'Sie leiten {{count}} Audits, und ihre Pläne stehen an.'],
    ),
    button: answerIt,
    list,
    minutes: 10,
  },
};

export const receivePlan: Spoken = {
  title: both('Take note of the audit plan', 'Den Auditplan zur Kenntnis nehmen'),
  purpose: both(
    'You answer for an area that is audited soon. The plan says when, about what, and by whom.',
    'Sie verantworten einen Bereich, der bald auditiert wird. Der Plan sagt, wann, wozu und von wem.',
  ),
  doneWhen: [
    both(
      'you have said who will be there, and what the auditor has to know',
      'Sie gesagt haben, wer da sein wird und was die Auditorin wissen muss',
    ),
  ],
  words: {
    question: counted(
      ['Who will be there?', 'Wer wird da sein?'],
      ['Who will be there in {{count}} audits?', 'Wer wird in {{count}} Audits da sein?'],
    ),
    subject: counted(
      ['Read the plan of audit {{reference}}', 'Plan des Audits {{reference}} lesen'],
      ['Read {{count}} audit plans', '{{count}} Auditpläne lesen'],
    ),
    lead: counted(
      ['your area is going to be audited.', 'Ihr Bereich wird auditiert.'],
      ['your areas are going to be audited {{count}} times.', 'Ihre Bereiche werden {{count}}-mal auditiert.'],
    ),
    button: answerIt,
    list,
    minutes: 3,
  },
};

export const prepare: Spoken = {
  title: both('Read the documents and write the checklist', 'Dokumente lesen und Checkliste schreiben'),
  purpose: both(
    'You audit. What is asked and sampled is decided before the fieldwork.',
    'Sie auditieren. Was gefragt und als Stichprobe gezogen wird, steht vorher fest.',
  ),
  doneWhen: [
    both('the documents of the area are read', 'die Dokumente des Bereichs gelesen sind'),
    both('checklist and samples are written down', 'Checkliste und Stichproben aufgeschrieben sind'),
  ],
  words: {
    question: counted(
      ['What will you ask and sample?', 'Was werden Sie fragen und als Stichprobe ziehen?'],
      ['What will you ask in {{count}} audits?', 'Was werden Sie in {{count}} Audits fragen?'],
    ),
    subject: counted(
      ['Prepare audit {{reference}}', 'Audit {{reference}} vorbereiten'],
      ['Prepare {{count}} audits', '{{count}} Audits vorbereiten'],
    ),
    lead: counted(
      ['an audit of yours is to be prepared.', 'ein Audit von Ihnen ist vorzubereiten.'],
      ['{{count}} audits of yours are to be prepared.', '{{count}} Audits von Ihnen sind vorzubereiten.'],
    ),
    button: answerIt,
    list,
    minutes: 30,
  },
};

export const fieldwork: Spoken = {
  title: both('Hold the audit', 'Das Audit durchführen'),
  purpose: both(
    'You audit. What was seen and heard is the evidence of every finding.',
    'Sie auditieren. Was gesehen und gehört wurde, belegt jede Feststellung.',
  ),
  doneWhen: [
    both('opening meeting, fieldwork and closing meeting are held', 'Eröffnung, Arbeit vor Ort und Abschluss stattgefunden haben'),
    both(
      'what was looked at, whom you asked and what you found is written down',
      'aufgeschrieben ist, was angesehen, wer gefragt und was gefunden wurde',
    ),
  ],
  words: {
    question: counted(
      ['What have you seen and heard?', 'Was haben Sie gesehen und gehört?'],
      ['What have you seen and heard in {{count}} audits?', 'Was haben Sie in {{count}} Audits gesehen und gehört?'],
    ),
    subject: counted(
      ['Hold audit {{reference}}', 'Audit {{reference}} durchführen'],
      ['Hold {{count}} audits', '{{count}} Audits durchführen'],
    ),
    lead: counted(
      ['the days of an audit have come.', 'die Tage eines Audits sind da.'],
      ['the days of {{count}} audits have come.', 'die Tage von {{count}} Audits sind da.'],
    ),
    button: answerIt,
    list,
    minutes: 30,
  },
};

export const draft: Spoken = {
  title: both('Draft the report with graded findings', 'Den Bericht mit eingestuften Feststellungen entwerfen'),
  purpose: both(
    'You lead this audit. Each finding names its criterion, its evidence and its grade.',
    'Sie leiten dieses Audit. Jede Feststellung nennt Kriterium, Beleg und Einstufung.',
  ),
  doneWhen: [
    both(
      'every finding stands there with criterion, evidence, grade and whoever answers for it; or there is none',
      'jede Feststellung mit Kriterium, Beleg, Einstufung und verantwortlicher Person dasteht; oder es keine gibt',
    ),
  ],
  words: {
    question: counted(
      ['What did the audit find?', 'Was hat das Audit ergeben?'],
      ['What did {{count}} audits find?', 'Was haben {{count}} Audits ergeben?'],
    ),
    subject: counted(
      ['Draft the report of audit {{reference}}', 'Bericht des Audits {{reference}} entwerfen'],
      ['Draft {{count}} audit reports', '{{count}} Auditberichte entwerfen'],
    ),
    lead: counted(
      ['the report of an audit is to be drafted.', 'der Bericht eines Audits ist zu entwerfen.'],
      ['the reports of {{count}} audits are to be drafted.', 'die Berichte von {{count}} Audits sind zu entwerfen.'],
    ),
    button: answerIt,
    list,
    minutes: 30,
  },
};

export const check: Spoken = {
  title: both('Check the facts of the finding', 'Die Tatsachen der Feststellung prüfen'),
  purpose: both(
    'You answer for the area in which this was found. You say whether the facts are right; the grade is the auditor’s.',
    'Sie verantworten den Bereich, in dem das gefunden wurde. Sie sagen, ob die Tatsachen stimmen; die Einstufung ist Sache der Auditorin.',
  ),
  doneWhen: [both('the facts are right, or you have said what is not', 'die Tatsachen stimmen oder Sie gesagt haben, was nicht stimmt')],
  words: {
    question: counted(
      ['Are the facts of this finding right?', 'Stimmen die Tatsachen dieser Feststellung?'],
      ['Are the facts of these {{count}} findings right?', 'Stimmen die Tatsachen dieser {{count}} Feststellungen?'],
    ),
    subject: counted(
      ['Check finding {{reference}}', 'Feststellung {{reference}} prüfen'],
      ['Check {{count}} findings', '{{count}} Feststellungen prüfen'],
    ),
    lead: counted(
      ['an audit has found something in your area.', 'ein Audit hat in Ihrem Bereich etwas festgestellt.'],
      ['an audit has found {{count}} points in your area.', 'ein Audit hat in Ihrem Bereich {{count}} Punkte festgestellt.'],
    ),
    button: answerIt,
    list: findings,
    minutes: 3,
  },
};

export const reconsider: Spoken = {
  title: both('Look at a finding again', 'Eine Feststellung noch einmal ansehen'),
  purpose: both(
    'You lead this audit. The audited side says that facts of this finding are not right.',
    'Sie leiten dieses Audit. Die auditierte Seite sagt, dass Tatsachen dieser Feststellung nicht stimmen.',
  ),
  doneWhen: [both('it is changed, taken back, or stands with a reason', 'sie geändert oder zurückgenommen ist oder mit Begründung bleibt')],
  words: {
    question: counted(
      ['Does this finding stand?', 'Bleibt diese Feststellung?'],
      ['Do these {{count}} findings stand?', 'Bleiben diese {{count}} Feststellungen?'],
    ),
    subject: counted(
      ['Reconsider finding {{reference}}', 'Feststellung {{reference}} überdenken'],
      ['Reconsider {{count}} findings', '{{count}} Feststellungen überdenken'],
    ),
    lead: counted(
      ['a finding of yours came back.', 'eine Feststellung von Ihnen kam zurück.'],
      ['{{count}} findings of yours came back.', '{{count}} Feststellungen von Ihnen kamen zurück.'],
    ),
    button: answerIt,
    list: findings,
    minutes: 5,
  },
};

export const deliver: Spoken = {
  title: both('Report to management', 'Der Leitung berichten'),
  purpose: both(
    'You lead this audit. With your conclusion the report goes to top management and to whoever answers for the audited areas.',
    'Sie leiten dieses Audit. Mit Ihrem Urteil geht der Bericht an die Leitung und an alle, die die auditierten Bereiche verantworten.',
  ),
  doneWhen: [both('conclusion and summary are written', 'Urteil und Zusammenfassung geschrieben sind')],
  words: {
    question: counted(
      ['What does the audit conclude?', 'Zu welchem Urteil kommt das Audit?'],
      ['What do {{count}} audits conclude?', 'Zu welchem Urteil kommen {{count}} Audits?'],
    ),
    subject: counted(
      ['Report audit {{reference}}', 'Über Audit {{reference}} berichten'],
      ['Report {{count}} audits', 'Über {{count}} Audits berichten'],
    ),
    lead: counted(
      ['the facts of an audit are checked, and its report is due.', 'die Tatsachen eines Audits sind geprüft, und sein Bericht steht an.'],
      ['the reports of {{count}} audits are due.', 'die Berichte von {{count}} Audits stehen an.'],
    ),
    button: answerIt,
    list,
    minutes: 15,
  },
};

export const receive: Spoken = {
  title: both('Take note of the audit report', 'Den Auditbericht zur Kenntnis nehmen'),
  purpose: both(
    'You lead what was audited, or answer for a part of it.',
    'Sie leiten, was auditiert wurde, oder verantworten einen Teil davon.',
  ),
  doneWhen: [both('you have read the report', 'Sie den Bericht gelesen haben')],
  words: {
    question: counted(
      ['Have you read the audit report?', 'Haben Sie den Auditbericht gelesen?'],
      ['Have you read {{count}} audit reports?', 'Haben Sie {{count}} Auditberichte gelesen?'],
    ),
    subject: counted(
      ['Read the report of audit {{reference}}', 'Bericht des Audits {{reference}} lesen'],
      ['Read {{count}} audit reports', '{{count}} Auditberichte lesen'],
    ),
    lead: counted(
      ['the report of an audit is there.', 'der Bericht eines Audits liegt vor.'],
      ['the reports of {{count}} audits are there.', 'die Berichte von {{count}} Audits liegen vor.'],
    ),
    button: answerIt,
    list,
    minutes: 5,
  },
};

export const followUp: Spoken = {
  title: both('Confirm what was done about the finding', 'Bestätigen, was zur Feststellung getan wurde'),
  purpose: both(
    'You led the audit that found this. Its corrective action has ended, and you see whether it is dealt with.',
    'Sie haben das Audit geleitet, das dies fand. Die Korrekturmaßnahme ist beendet, und Sie sehen, ob es erledigt ist.',
  ),
  doneWhen: [
    both(
      'correction and effectiveness are confirmed, or it is taken up again with a reason',
      'Korrektur und Wirksamkeit bestätigt sind oder sie mit Begründung neu aufgegriffen wird',
    ),
  ],
  words: {
    question: counted(
      ['Is this finding dealt with?', 'Ist diese Feststellung erledigt?'],
      ['Are these {{count}} findings dealt with?', 'Sind diese {{count}} Feststellungen erledigt?'],
    ),
    subject: counted(
      ['Follow up finding {{reference}}', 'Feststellung {{reference}} nachverfolgen'],
      ['Follow up {{count}} findings', '{{count}} Feststellungen nachverfolgen'],
    ),
    lead: counted(
      ['the corrective action to a finding of yours has ended.', 'die Korrekturmaßnahme zu einer Feststellung von Ihnen ist beendet.'],
      [
        'the corrective actions to {{count}} findings of yours have ended.',
        'die Korrekturmaßnahmen zu {{count}} Feststellungen von Ihnen sind beendet.',
      ],
    ),
    button: signInAndAnswer,
    list: findings,
    minutes: 5,
  },
};
