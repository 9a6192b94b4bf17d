import { type AddressObject, type Attachment, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser';

/** A person in a mail, in Mailpit's spelling. */
export type Mailbox = { Name: string; Address: string };

/** What a list shows of a message; Mailpit's shape. Read marks are not kept. */
export type Summary = {
  ID: string;
  MessageID: string;
  Read: boolean;
  From: Mailbox;
  To: Mailbox[];
  Cc: Mailbox[];
  /** Recipients of the envelope that no header names. */
  Bcc: Mailbox[];
  ReplyTo: Mailbox[];
  Subject: string;
  Created: string;
  Tags: string[];
  Size: number;
  Attachments: number;
  Snippet: string;
};

type AttachmentOfMessage = { PartID: string; FileName: string; ContentType: string; ContentID: string; Size: number };

/** A whole message; Mailpit's shape. */
export type Message = Omit<Summary, 'Read' | 'Created' | 'Attachments' | 'Snippet'> & {
  ReturnPath: string;
  Date: string;
  Text: string;
  HTML: string;
  Inline: AttachmentOfMessage[];
  Attachments: AttachmentOfMessage[];
};

export type Stored = { id: string; source: Buffer; received: string };

/** The line that the sink puts above what it receives: the envelope, which may differ from the headers. */
export const envelopeHeader = 'X-Envelope-To';

/** Reads a stored message. Pictures that the HTML part refers to are put into it. */
export const parse = (stored: Stored): Promise<ParsedMail> => simpleParser(stored.source, { skipImageLinks: false });

export function summaryOf(stored: Stored, mail: ParsedMail): Summary {
  const { id, source, received } = stored;
  const Snippet = (mail.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 250);
  return {
    ID: id,
    ...headersOf(mail),
    Read: false,
    Created: received,
    Tags: [],
    Size: source.length,
    Attachments: mail.attachments.length,
    Snippet,
  };
}

export function messageOf(stored: Stored, mail: ParsedMail): Message {
  const attachments = mail.attachments.map(attachmentOf);
  return {
    ...{ ID: stored.id, ...headersOf(mail), ReturnPath: headerText(mail, 'return-path').replace(/[<>]/g, '') },
    ...{ Date: mail.date?.toISOString() ?? stored.received, Tags: [], Size: stored.source.length },
    ...{ Text: mail.text ?? '', HTML: mail.html || '' },
    Inline: attachments.filter(({ ContentID }) => ContentID !== ''),
    Attachments: attachments.filter(({ ContentID }) => ContentID === ''),
  };
}

/** The headers in their order, as they stand in the message; a name may occur more than once. */
export const headerLines = (mail: ParsedMail): { name: string; value: string }[] =>
  mail.headerLines.map(({ line }) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });

/** A part number as in the answer of the message: the first attachment is 1. */
export const partOf = (mail: ParsedMail, partId: string): Attachment | undefined => mail.attachments[Number(partId) - 1];

function headersOf(mail: ParsedMail) {
  const To = mailboxes(mail.to);
  const Cc = mailboxes(mail.cc);
  const named = [...To, ...Cc].map(({ Address }) => Address);
  const envelope = headerText(mail, envelopeHeader.toLowerCase()).split(/,\s*/);
  const unnamed = envelope.filter((address) => address !== '' && !named.includes(address.toLowerCase()));
  return {
    MessageID: (mail.messageId ?? '').replace(/^<|>$/g, ''),
    From: mailboxes(mail.from)[0] ?? { Name: '', Address: '' },
    ...{ To, Cc, Bcc: unnamed.map((Address) => ({ Name: '', Address })), ReplyTo: mailboxes(mail.replyTo) },
    Subject: mail.subject ?? '',
  };
}

function mailboxes(addresses: AddressObject | AddressObject[] | undefined): Mailbox[] {
  const objects = addresses === undefined ? [] : [addresses].flat();
  return objects
    .flatMap(({ value }) => value.flatMap(membersOf))
    .map(({ name, address }) => ({ Name: name, Address: (address ?? '').toLowerCase() }));
}

const membersOf = (address: EmailAddress): EmailAddress[] => address.group ?? [address];

function headerText(mail: ParsedMail, key: string): string {
  const line = mail.headerLines.find((header) => header.key === key)?.line ?? '';
  return line.slice(line.indexOf(':') + 1).trim();
}

function attachmentOf(part: Attachment, index: number): AttachmentOfMessage {
  const PartID = String(index + 1);
  return {
    PartID,
    FileName: part.filename ?? (part.contentType === 'text/calendar' ? 'calendar.ics' : `part-${PartID}`),
    ContentType: part.contentType,
    ContentID: part.cid ?? '',
    Size: part.size,
  };
}
