import { answerIt, both, counted, type Spoken } from '../spoken.ts';

export const reconfirm: Spoken = {
  title: both('Say whether the document is right still', 'Sagen, ob das Dokument noch stimmt'),
  purpose: both(
    'You own this document, and it is time to look at it again.',
    'Ihnen gehört dieses Dokument, und es ist an der Zeit, es neu anzusehen.',
  ),
  doneWhen: [
    both(
      'you have read it, and it stays or gets a new version, with a reason',
      'Sie es gelesen haben und es mit Begründung bleibt oder eine neue Version bekommt',
    ),
  ],
  words: {
    question: counted(
      ['Is this document right still?', 'Stimmt dieses Dokument noch?'],
      ['Are these {{count}} documents right still?', 'Stimmen diese {{count}} Dokumente noch?'],
    ),
    subject: counted(
      ['Look at document {{reference}} again', 'Dokument {{reference}} neu ansehen'],
      ['Look at {{count}} documents again', '{{count}} Dokumente neu ansehen'],
    ),
    lead: counted(
      ['it is time to look at one of your documents again.', 'es ist an der Zeit, eines Ihrer Dokumente neu anzusehen.'],
      ['it is time to look at {{count}} of your documents again.', 'es ist an der Zeit, {{count}} Ihrer Dokumente neu anzusehen.'],
    ),
    button: answerIt,
    list: both('Documents', 'Dokumente'),
    minutes: 15,
  },
};
