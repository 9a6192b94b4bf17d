import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Mailbox, Message, Summary } from './message.ts';

type Shown = 'html' | 'text' | 'headers';

/** All messages that fit the search, newest first. */
export function listPage(found: { messages: readonly Summary[]; total: number; search: string; more: string | undefined }): string {
  const { messages, total, search, more } = found;
  return page(
    title(total),
    <>
      <header className="bar">
        <h1>{title(total)}</h1>
        <search>
          <form>
            <label>
              <span>Find</span>
              <input type="search" name="find" defaultValue={search} placeholder="Name, address or subject" />
            </label>
          </form>
        </search>
      </header>
      {messages.length === 0 ? <Nothing search={search} /> : <ol className="card">{messages.map((message) => Row(message))}</ol>}
      {more === undefined ? null : (
        <p className="more">
          <a href={more}>Older messages</a>
        </p>
      )}
    </>,
    <script src="/refresh.js" defer />,
  );
}

/** One message: its HTML part in a frame without rights, its text, or its headers. */
export function messagePage(message: Message, shown: Shown, headers: readonly { name: string; value: string }[]): string {
  const parts: Shown[] = message.HTML === '' ? ['text', 'headers'] : ['html', 'text', 'headers'];
  return page(
    message.Subject,
    <>
      <p className="back">
        <a href="/">All mail</a>
      </p>
      <h1>{message.Subject || 'Without a subject'}</h1>
      <dl className="who">
        {People('From', [message.From])}
        {People('To', message.To)}
        {People('Copy to', message.Cc)}
        {People('Also sent to', message.Bcc)}
        <dt>Sent</dt>
        <dd>{moment(message.Date)}</dd>
        {Attachments(message)}
      </dl>
      <nav aria-label="Parts of the message">
        {parts.map((part) => (
          <a key={part} href={`/mail/${message.ID}?show=${part}`} aria-current={part === shown ? 'page' : undefined}>
            {{ html: 'Mail', text: 'Plain text', headers: 'Headers' }[part]}
          </a>
        ))}
        <a className="raw" href={`/api/v1/message/${message.ID}/raw`}>
          Source
        </a>
      </nav>
      <div className="card body">{Body(message, shown, headers)}</div>
    </>,
  );
}

/** What is shown when there is no such message. */
export const missingPage = (): string =>
  page(
    'No such message',
    <>
      <h1>No such message</h1>
      <p>
        It may have been removed. <a href="/">All mail</a>
      </p>
    </>,
  );

const title = (total: number) => (total === 1 ? 'One message' : `${total === 0 ? 'No' : total} messages`);

const Nothing = ({ search }: { search: string }) => (
  <p className="card empty">
    {search === ''
      ? 'Every mail that Fourstroke sends on this machine arrives here and goes no further.'
      : `No message has “${search}” in it.`}
  </p>
);

const Row = (message: Summary) => (
  <li key={message.ID}>
    <a href={`/mail/${message.ID}`}>
      <span className="to">{[...message.To, ...message.Cc, ...message.Bcc].map(nameOf).join(', ')}</span>
      <time dateTime={message.Created}>{moment(message.Created)}</time>
      <strong>{message.Subject || 'Without a subject'}</strong>
      <span className="snippet">{message.Snippet}</span>
    </a>
  </li>
);

const People = (label: string, people: readonly Mailbox[]) =>
  people.length === 0 ? null : (
    <>
      <dt>{label}</dt>
      <dd>{people.map(({ Name, Address }) => (Name === '' ? Address : `${Name} <${Address}>`)).join(', ')}</dd>
    </>
  );

const Attachments = ({ ID, Attachments: parts }: Message) =>
  parts.length === 0 ? null : (
    <>
      <dt>Attached</dt>
      <dd>
        {parts.map(({ PartID, FileName, Size }) => (
          <a key={PartID} className="part" href={`/api/v1/message/${ID}/part/${PartID}`}>
            {FileName} ({Size} bytes)
          </a>
        ))}
      </dd>
    </>
  );

function Body(message: Message, shown: Shown, headers: readonly { name: string; value: string }[]): ReactNode {
  if (shown === 'html')
    return <iframe title="The mail" src={`/view/${message.ID}.html`} sandbox="allow-popups allow-popups-to-escape-sandbox" />;
  if (shown === 'text') return <pre>{message.Text}</pre>;
  return (
    <dl className="headers">
      {headers.map(({ name, value }) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const nameOf = ({ Name, Address }: Mailbox) => Name || Address;

const moment = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

function page(heading: string, content: ReactNode, script?: ReactNode): string {
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${heading} · Fourstroke mail sink`}</title>
        <link rel="stylesheet" href="/sink.css" />
        {script}
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}
