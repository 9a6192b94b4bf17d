import type { CSSProperties, ReactNode } from 'react';
import type { Block, Part, Tone } from './blocks.ts';

// Mail programs know no stylesheet worth the name: every value stands where it is used, and a class only serves the dark scheme.
const font = '-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Arial, sans-serif';
const ink = '#16201f';
const soft = '#475250';
const quiet = '#5f6a67';
const accent = '#0b6463';
const line = '#e2e2da';
const tones: Record<Exclude<Tone, 'plain'>, { className: string; color: string }> = {
  onTime: { className: 'due-on', color: accent },
  soon: { className: 'due-soon', color: '#875100' },
  late: { className: 'due-late', color: '#b3261e' },
};

const body = (color: string): CSSProperties => ({ fontFamily: font, fontSize: '15px', lineHeight: '22px', color });

const Table = ({ children, className, full = true }: { children: ReactNode; className?: string; full?: boolean }) => (
  <table role="presentation" className={className} width={full ? '100%' : undefined} cellPadding={0} cellSpacing={0} border={0}>
    <tbody>{children}</tbody>
  </table>
);

const Row = ({ children, space }: { children: ReactNode; space: string }) => (
  <tr>
    <td style={{ padding: space }}>{children}</td>
  </tr>
);

/** The sheet of a mail: organization, letters, small print. The words around it are in `shell.ts`. */
export const Sheet = ({ from, parts }: { from: string; parts: readonly Part[] }) => (
  <Table>
    <tr>
      <td className="quiet" style={{ fontFamily: font, fontSize: '14px', lineHeight: '20px', color: quiet }}>
        {from}
      </td>
    </tr>
    {parts.map((part) => (
      <Letter key={`${part.rank} ${part.title}`} part={part} first={part === parts[0]} />
    ))}
    <Small lines={[...new Set(parts.flatMap(({ small }) => small))]} />
  </Table>
);

const Letter = ({ part, first }: { part: Part; first: boolean }) => (
  <>
    {first ? null : <Rule space="26px 0 12px" />}
    <Row space="14px 0 0">
      <Title first={first}>{part.title}</Title>
    </Row>
    {part.date ? (
      <Row space="8px 0 0">
        <DateLine date={part.date} />
      </Row>
    ) : null}
    {part.blocks.map((block) => (
      <BlockRow key={`${block.is} ${titleOf(block)}`} block={block} inner={first ? 'h2' : 'h3'} />
    ))}
  </>
);

const titleOf = (block: Block): string => ('title' in block ? block.title : '');

// One first heading for each mail; letters that follow it are a level lower.
const Title = ({ first, children }: { first: boolean; children: string }) => {
  const Heading = first ? 'h1' : 'h2';
  const size: CSSProperties = first
    ? { fontSize: '24px', lineHeight: '30px', letterSpacing: '-0.3px' }
    : { fontSize: '20px', lineHeight: '26px', letterSpacing: '-0.2px' };
  return (
    <Heading className="ink" style={{ margin: 0, fontFamily: font, fontWeight: 650, color: ink, ...size }}>
      {children}
    </Heading>
  );
};

const DateLine = ({ date }: { date: NonNullable<Part['date']> }) => {
  const tone = date.tone === 'plain' ? { className: 'soft', color: soft } : tones[date.tone];
  return (
    <p className="ink" style={{ margin: 0, fontFamily: font, fontSize: '17px', lineHeight: '24px', color: ink }}>
      <b>{date.text}</b>{' '}
      {date.note === undefined ? null : (
        <span className={tone.className} style={{ color: tone.color, fontWeight: 600, whiteSpace: 'nowrap', paddingLeft: '6px' }}>
          {date.note}
        </span>
      )}
    </p>
  );
};

const BlockRow = ({ block, inner }: { block: Block; inner: 'h2' | 'h3' }) => {
  switch (block.is) {
    case 'paragraph':
      return (
        <Row space="14px 0 0">
          <p className="soft" style={{ margin: 0, ...body(soft), fontSize: '16px', lineHeight: '24px' }}>
            {block.text}
          </p>
        </Row>
      );
    case 'button':
      return (
        <Row space="20px 0 4px">
          <Button {...block} />
        </Row>
      );
    default:
      return (
        <Row space="20px 0 0">
          <Heading as={inner}>{block.title}</Heading>
          <Listed block={block} />
        </Row>
      );
  }
};

const Heading = ({ as: As, children }: { as: 'h2' | 'h3'; children: string }) => (
  <As className="ink" style={{ margin: '0 0 4px', fontFamily: font, fontSize: '14px', lineHeight: '20px', fontWeight: 600, color: ink }}>
    {children}
  </As>
);

// Outlook draws the cell, everybody else the link in it; so the whole button is coloured and can be pressed in both.
const Button = ({ label, href }: { label: string; href: string }) => (
  <table role="presentation" className="wide" cellPadding={0} cellSpacing={0} border={0}>
    <tbody>
      <tr>
        <td className="main" align="center" style={{ borderRadius: '8px', background: accent }}>
          <a
            href={href}
            style={{
              display: 'inline-block',
              padding: '13px 28px',
              fontFamily: font,
              fontSize: '16px',
              lineHeight: '22px',
              fontWeight: 600,
              color: '#ffffff',
              textDecoration: 'none',
              borderRadius: '8px',
            }}
          >
            {label}
          </a>
        </td>
      </tr>
    </tbody>
  </table>
);

type ListBlock = Exclude<Block, { is: 'paragraph' | 'button' }>;

const Listed = ({ block }: { block: ListBlock }) => {
  switch (block.is) {
    case 'prose':
      return <Prose>{block.text}</Prose>;
    case 'bullets':
      return <Bullets items={block.items} />;
    case 'rows':
      return <Rows {...block} />;
    case 'links':
      return <Links {...block} />;
  }
};

const Prose = ({ children }: { children: string }) => (
  <p className="soft" style={{ margin: 0, ...body(soft) }}>
    {children}
  </p>
);

const Bullets = ({ items }: { items: readonly string[] }) => (
  <Table>
    {items.map((item) => (
      <tr key={item}>
        <td className="soft" width={16} valign="top" style={body(soft)}>
          •
        </td>
        <td className="soft" style={body(soft)}>
          {item}
        </td>
      </tr>
    ))}
  </Table>
);

const Rows = ({ rows, more }: { rows: readonly [string, string][]; more?: string | undefined }) => (
  <Table>
    {rows.map((row) => (
      <TwoColumns key={row.join(' ')} row={row} first={row === rows[0]} />
    ))}
    {more === undefined ? null : (
      <tr>
        <td colSpan={2} className="line soft" style={{ padding: '7px 0', borderTop: `1px solid ${line}`, ...body(soft) }}>
          {more}
        </td>
      </tr>
    )}
  </Table>
);

const TwoColumns = ({ row: [left, right], first }: { row: [string, string]; first: boolean }) => {
  const edge = first ? {} : { borderTop: `1px solid ${line}` };
  return (
    <tr>
      <td
        className="line ink"
        width={112}
        valign="top"
        style={{ padding: '7px 12px 7px 0', ...edge, ...body(ink), fontWeight: 600, whiteSpace: left.length > 20 ? 'normal' : 'nowrap' }}
      >
        {left}
      </td>
      <td className="line soft" valign="top" style={{ padding: '7px 0', ...edge, ...body(soft) }}>
        {right}
      </td>
    </tr>
  );
};

const Links = ({ links, text }: { links: readonly { label: string; href: string }[]; text?: string | undefined }) => (
  <>
    {links.map(({ label, href }) => (
      <p key={href} style={{ margin: 0, padding: '3px 0', ...body(ink) }}>
        <a href={href} style={{ color: accent }}>
          {label}
        </a>
      </p>
    ))}
    {text === undefined ? null : <Prose>{text}</Prose>}
  </>
);

const Rule = ({ space }: { space: string }) => (
  <tr>
    <td style={{ padding: space }}>
      <div className="line" style={{ borderTop: `1px solid ${line}`, fontSize: 0, lineHeight: 0 }}>
        {' '}
      </div>
    </td>
  </tr>
);

const Small = ({ lines }: { lines: readonly string[] }) => (
  <>
    <Rule space="22px 0 0" />
    <tr>
      <td className="quiet" style={{ padding: '14px 0 0', fontFamily: font, fontSize: '13px', lineHeight: '20px', color: quiet }}>
        {lines.map((text) => (
          <p key={text} style={{ margin: 0 }}>
            {text}
          </p>
        ))}
      </td>
    </tr>
  </>
);
