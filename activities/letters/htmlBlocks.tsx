import type { Block } from './blocks.ts';
import { accent, body, font, ink, line, Row, soft, Table } from './look.tsx';

export const BlockRow = ({ block, inner }: { block: Block; inner: 'h2' | 'h3' }) => {
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
