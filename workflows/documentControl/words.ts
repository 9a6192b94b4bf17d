import { answerIt, both, counted, type Spoken, signInAndDecide } from '../spoken.ts';

const list = both('Documents', 'Dokumente');

export const draft: Spoken = {
  title: both('Write or change the document', 'Das Dokument schreiben oder ändern'),
  purpose: both('You own this document: what it says is yours to write.', 'Ihnen gehört dieses Dokument: Was darin steht, schreiben Sie.'),
  doneWhen: [
    both(
      'it says what holds from now on, as text, as a file or at a place',
      'dasteht, was künftig gilt, als Text, als Datei oder an einem Ort',
    ),
    both('one sentence says what has changed', 'ein Satz sagt, was sich geändert hat'),
  ],
  words: {
    question: counted(
      ['What is this document to say?', 'Was soll in diesem Dokument stehen?'],
      ['What are these {{count}} documents to say?', 'Was soll in diesen {{count}} Dokumenten stehen?'],
    ),
    subject: counted(
      ['Write or change document {{reference}}', 'Dokument {{reference}} schreiben oder ändern'],
      ['Write or change {{count}} documents', '{{count}} Dokumente schreiben oder ändern'],
    ),
    lead: counted(
      ['a new version of one of your documents is needed.', 'eines Ihrer Dokumente braucht eine neue Version.'],
      ['new versions of {{count}} of your documents are needed.', '{{count}} Ihrer Dokumente brauchen eine neue Version.'],
    ),
    button: answerIt,
    list,
    minutes: 30,
  },
};

export const review: Spoken = {
  title: both('Review the document', 'Das Dokument prüfen'),
  purpose: both(
    'You are named as a reviewer: what it asks for has to work where you work.',
    'Sie sind als prüfende Person genannt: Was darin verlangt wird, muss bei Ihnen funktionieren.',
  ),
  doneWhen: [
    both('you have nothing to add, or your comments are written down', 'Sie nichts hinzuzufügen haben oder Ihre Anmerkungen dastehen'),
  ],
  words: {
    question: counted(
      ['Is this document right?', 'Ist dieses Dokument richtig?'],
      ['Are these {{count}} documents right?', 'Sind diese {{count}} Dokumente richtig?'],
    ),
    subject: counted(
      ['Review document {{reference}}', 'Dokument {{reference}} prüfen'],
      ['Review {{count}} documents', '{{count}} Dokumente prüfen'],
    ),
    lead: counted(
      ['a document is to be looked at by you before it is approved.', 'bitte sehen Sie ein Dokument an, bevor es genehmigt wird.'],
      [
        '{{count}} documents are to be looked at by you before they are approved.',
        'bitte sehen Sie {{count}} Dokumente an, bevor sie genehmigt werden.',
      ],
    ),
    button: answerIt,
    list,
    minutes: 15,
  },
};

export const settle: Spoken = {
  title: both('Settle the comments on the document', 'Die Anmerkungen zum Dokument klären'),
  purpose: both(
    'You own this document, and others have looked at it: you decide what becomes of their comments.',
    'Ihnen gehört dieses Dokument, und andere haben es angesehen: Sie entscheiden, was aus ihren Anmerkungen wird.',
  ),
  doneWhen: [both('each comment is taken up, or there is a reason why not', 'jede Anmerkung übernommen ist oder dasteht, warum nicht')],
  words: {
    question: counted(
      ['What becomes of the comments?', 'Was wird aus den Anmerkungen?'],
      ['What becomes of the comments on these {{count}} documents?', 'Was wird aus den Anmerkungen zu diesen {{count}} Dokumenten?'],
    ),
    subject: counted(
      ['Settle the comments on document {{reference}}', 'Anmerkungen zu Dokument {{reference}} klären'],
      ['Settle the comments on {{count}} documents', 'Anmerkungen zu {{count}} Dokumenten klären'],
    ),
    lead: counted(
      ['there are comments on one of your documents.', 'zu einem Ihrer Dokumente gibt es Anmerkungen.'],
      ['there are comments on {{count}} of your documents.', 'zu {{count}} Ihrer Dokumente gibt es Anmerkungen.'],
    ),
    button: answerIt,
    list,
    minutes: 15,
  },
};

export const approve: Spoken = {
  title: both('Approve the version of the document', 'Die Version des Dokuments genehmigen'),
  purpose: both(
    'The policy is top management’s to approve, what holds on one topic the ISMS manager’s, everything else a process owner’s; never whoever wrote it.',
    'Die Leitlinie genehmigt die Leitung, themenbezogene Regeln, wer das ISMS leitet, alles andere, wer für einen Prozess zuständig ist; nie, wer es schrieb.',
  ),
  doneWhen: [both('it is approved or returned, with a reason', 'es mit Begründung genehmigt oder zurückgegeben ist')],
  words: {
    question: counted(
      ['Do you approve this version?', 'Genehmigen Sie diese Version?'],
      ['Do you approve these {{count}} versions?', 'Genehmigen Sie diese {{count}} Versionen?'],
    ),
    subject: counted(
      ['Approve document {{reference}}', 'Dokument {{reference}} genehmigen'],
      ['Approve {{count}} documents', '{{count}} Dokumente genehmigen'],
    ),
    lead: counted(
      ['a version of a document waits for your decision.', 'eine Version eines Dokuments wartet auf Ihre Entscheidung.'],
      ['versions of {{count}} documents wait for your decision.', 'Versionen von {{count}} Dokumenten warten auf Ihre Entscheidung.'],
    ),
    button: signInAndDecide,
    list,
    minutes: 10,
  },
};
