import type { CSSProperties } from 'react';
import type { Block, Part, SmallLink, Tone } from './blocks.ts';
import { BlockRow } from './htmlBlocks.tsx';
import { accent, font, ink, line, quiet, Row, soft, Table } from './look.tsx';
import { smallPrintOf } from './smallPrint.ts';

const tones: Record<Exclude<Tone, 'plain'>, { className: string; color: string }> = {
  onTime: { className: 'due-on', color: accent },
  soon: { className: 'due-soon', color: '#875100' },
  late: { className: 'due-late', color: '#b3261e' },
};

/** The sheet of a mail: organization, letters, small print. The words around it are in `shell.ts`. */
export const Sheet = ({ from, parts, times }: { from: string; parts: readonly Part[]; times: SmallLink }) => (
  <Table>
    <tr>
      <td className="quiet" style={{ fontFamily: font, fontSize: '14px', lineHeight: '20px', color: quiet }}>
        {from}
      </td>
    </tr>
    {parts.map((part) => (
      <Letter key={`${part.rank} ${part.title}`} part={part} first={part === parts[0]} />
    ))}
    <Small lines={smallPrintOf(parts)} link={times} />
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
      <b style={{ marginRight: '8px' }}>{date.text}</b>{' '}
      {date.note === undefined ? null : (
        <span className={tone.className} style={{ color: tone.color, fontWeight: 600, whiteSpace: 'nowrap' }}>
          {date.note}
        </span>
      )}
    </p>
  );
};

const Rule = ({ space }: { space: string }) => (
  <tr>
    <td style={{ padding: space }}>
      <div className="line" style={{ borderTop: `1px solid ${line}`, fontSize: 0, lineHeight: 0 }}>
        {' '}
      </div>
    </td>
  </tr>
);

const Small = ({ lines, link }: { lines: readonly string[]; link: SmallLink }) => (
  <>
    <Rule space="22px 0 0" />
    <tr>
      <td className="quiet" style={{ padding: '14px 0 0', fontFamily: font, fontSize: '13px', lineHeight: '20px', color: quiet }}>
        {lines.map((text) => (
          <p key={text} style={{ margin: 0 }}>
            {text}
          </p>
        ))}
        <p style={{ margin: 0 }}>
          <a href={link.href} style={{ color: accent }}>
            {link.label}
          </a>
        </p>
      </td>
    </tr>
  </>
);
