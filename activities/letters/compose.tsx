import { renderToStaticMarkup } from 'react-dom/server';
import { acceptance } from './acceptance.ts';
import type { Part } from './blocks.ts';
import { confirmAsked, confirmed, returned } from './confirming.ts';
import { escalation } from './escalation.ts';
import { Sheet } from './html.tsx';
import { invitation } from './invitation.ts';
import { missing } from './missing.ts';
import { opened } from './opened.ts';
import { outcome } from './outcome.ts';
import { proposal } from './proposal.ts';
import { cleaned, type Reader, readerOf } from './reader.ts';
import { reassigned, taken } from './reassigned.ts';
import { dueToday, reminder } from './reminder.ts';
import { extensionAsked, extensionDecided, handOverAsked, waived } from './requests.ts';
import { runCancelled } from './runCancelled.ts';
import { runClosed } from './runClosed.ts';
import { runOpened } from './runOpened.ts';
import { shellOf } from './shell.ts';
import { shortened } from './shortened.ts';
import { delegated, deputyAsked, handedBack } from './standIn.ts';
import { succession } from './succession.ts';
import { textOf } from './text.ts';
import type { ComposedMail, MailData, Section } from './types.ts';

export type { ComposedMail, MailData } from './types.ts';

/** Some mail programs clip above 102 kB; ours stay far below it. */
const largest = 60_000;

/**
 * One mail of everything that one person has to be told now: subject, text and HTML of the same blocks. Sections come in the order of
 * their dates, the earliest is in the subject. References only: no titles, no descriptions, nothing fetched from anywhere.
 * Throws RangeError without a section, because an empty mail must not be sent.
 */
export function composeMail(data: MailData): ComposedMail {
  const clean = cleaned(data);
  const reader = readerOf(clean);
  const parts = clean.sections
    .map((section) => partOf(section, clean, reader))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  const [first] = parts;
  if (first === undefined) throw new RangeError('a mail needs at least one section');
  const subject = subjectOf(first, parts.length - 1, reader);
  const from = reader.t('mail:from', { organization: clean.organization });
  const htmlOf = (shown: readonly Part[]) =>
    shellOf({
      language: reader.language,
      subject: escaped(subject),
      preview: escaped(first.preview),
      sheet: renderToStaticMarkup(<Sheet from={from} parts={shown} times={reader.times} />),
    });
  const shown = shortened(
    parts,
    reader,
    (some) => Buffer.byteLength(htmlOf(some)) <= largest && Buffer.byteLength(textOf(some, reader.times)) <= largest,
  );
  return { subject, text: textOf(shown, reader.times), html: htmlOf(shown) };
}

const escaped = (text: string): string => renderToStaticMarkup(text);

function subjectOf(first: Part, more: number, { t }: Reader): string {
  return more === 0 ? first.subject : t('mail:subject.more', { count: more, subject: first.subject });
}

function partOf(section: Section, { organization }: MailData, reader: Reader): Part {
  switch (section.kind) {
    case 'opened':
      return opened(section, reader);
    case 'reminder':
      return reminder(section, reader);
    case 'dueToday':
      return dueToday(section, reader);
    case 'escalation':
      return escalation(section, reader);
    case 'reassigned':
      return reassigned(section, reader);
    case 'taken':
      return taken(section, reader);
    case 'delegated':
      return delegated(section, reader);
    case 'deputyAsked':
      return deputyAsked(section, reader);
    case 'handedBack':
      return handedBack(section, reader);
    case 'confirmAsked':
      return confirmAsked(section, reader);
    case 'confirmed':
      return confirmed(section, reader);
    case 'returned':
      return returned(section, reader);
    case 'extensionAsked':
      return extensionAsked(section, reader);
    case 'extensionDecided':
      return extensionDecided(section, reader);
    case 'handOverAsked':
      return handOverAsked(section, reader);
    case 'waived':
      return waived(section, reader);
    case 'outcome':
      return outcome(section, reader);
    case 'runOpened':
      return runOpened(section, reader);
    case 'runClosed':
      return runClosed(section, reader);
    case 'runCancelled':
      return runCancelled(section, reader);
    case 'proposal':
      return proposal(section, reader);
    case 'acceptance':
      return acceptance(section, reader);
    case 'invitation':
      return invitation(section, organization, reader);
    case 'succession':
      return succession(section, reader);
    case 'missing':
      return missing(section, reader);
  }
}
