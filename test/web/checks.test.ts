import { describe, expect, it } from '@jest/globals';
import { byAudits, bySites, byYears, cellOf, gapsIn, type Scoped } from '../../web/src/pages/audits/coverage.ts';
import { anchorOf, marksOf, placeOf, ring } from '../../web/src/pages/nonconformities/loop.ts';
import { linesOf } from '../../web/src/pages/reviews/lines.ts';
import { factsOf } from '../../web/src/pages/trail/facts.ts';
import { searchOf } from '../../web/src/routes/given.ts';

describe('the loop of a nonconformity', () => {
  it('When it is drawn, it begins at the top, goes clockwise, and no label stands on the ring', () => {
    const [top, , right] = ring.map((_one, n) => placeOf(n));
    expect([top, right]).toEqual([
      { x: 320, y: 75 },
      { x: 465, y: 220 },
    ]);
    expect(ring.map((_one, n) => anchorOf(n))).toEqual(['middle', 'start', 'start', 'start', 'middle', 'end', 'end', 'end']);
  });

  it('When it stands somewhere, what lies behind is passed, and what is asked next is marked', () => {
    const marks = (station: Parameters<typeof marksOf>[0]) =>
      marksOf(station)
        .map((mark) => mark.slice(0, 1))
        .join('');
    expect(marks('reported')).toBe('phaaaaaa');
    expect(marks('analysed')).toBe('pppphaaa');
    expect(marks('back')).toBe('pppphaaa');
    expect(marks('judged')).toBe('pppppppp');
    expect(marks('closed')).toBe('pppppppp');
    expect(marks('declined')).toBe('paaaaaaa');
  });
});

describe('what audits have looked at', () => {
  const audit = (id: string, status: Scoped['status'], more: Partial<Scoped> = {}): Scoped => ({
    ...{ id, title: id, status, clauses: [], annexA: [], sites: [], from: '2026-03-09', programme: undefined },
    ...more,
  });
  const all = [
    audit('AUD-1', 'closed', { clauses: ['6'], annexA: ['8.13'], sites: ['porto'], from: '2025-03-09' }),
    audit('AUD-2', 'cancelled', { clauses: ['6', '8'], programme: 'AUP-2' }),
    audit('AUD-3', 'planned', { clauses: ['8'], from: '2025-12-20', programme: 'AUP-2' }),
    audit('AUD-4', 'fieldwork', { annexA: ['8.13'], sites: ['freiburg', 'porto'] }),
  ];
  const programmes = [{ id: 'AUP-2', period: '2026' }];

  it('When years are asked for, an audit belongs to that of its programme, and the furthest audit of a year counts', () => {
    const years = byYears(all, programmes);
    expect(years.map(({ name, audits }) => [name, audits.map(({ id }) => id)])).toEqual([
      ['2025', ['AUD-1']],
      ['2026', ['AUD-2', 'AUD-3', 'AUD-4']],
    ]);
    expect(['6', '8', 'A.8.13', '7'].map((subject) => years.map((year) => cellOf(subject, year)))).toEqual([
      ['held', 'notHeld'],
      [undefined, 'planned'],
      ['held', 'underWay'],
      [undefined, undefined],
    ]);
    expect(gapsIn(['6', '8', 'A.8.13', '7'], years)).toEqual(['8', '7']);
  });

  it('When audits or sites are asked for, each has a column of its own', () => {
    expect(byAudits(all).map(({ key }) => key)).toEqual(['AUD-1', 'AUD-3', 'AUD-2', 'AUD-4']);
    expect(bySites(all, (site) => site.toUpperCase()).map(({ name, audits }) => [name, audits.length])).toEqual([
      ['PORTO', 2],
      ['FREIBURG', 1],
    ]);
  });
});

describe('the pack of a management review', () => {
  const label = (en: string) => ({ en, de: en });
  const fact = (en: string) => ({ label: label(en), said: ['x'] });

  it('When it is read, each line has what people said, its figures and its tables', () => {
    const pack = linesOf({
      facts: [fact('Day'), fact('a) Earlier'), fact('d1) Corrective'), fact('a) Open decisions'), fact('d1) New'), fact('d1) Closed')],
      tables: [{ title: label('d1) Open nonconformities'), columns: [label('Reference')], rows: [] }],
    });
    expect(pack).toHaveLength(10);
    expect(pack[0]).toMatchObject({ line: 'a', words: fact('a) Earlier'), figures: [fact('a) Open decisions')], tables: [] });
    expect(pack[3]).toMatchObject({ line: 'd1', figures: [{}, {}], tables: [{}] });
    expect(pack[9]).toMatchObject({ line: 'g', words: undefined, figures: [] });
  });
});

describe('what an entry of the trail says', () => {
  it('When it is shown, texts stand in place of their hashes, what was erased says so, and removed fields too', () => {
    const data = { set: { status: 'closed', due: null, levels: { likelihood: 2 } }, reason: { sha256: 'a' }, name: { sha256: 'b' } };
    expect(factsOf(data, { reason: 'It works.' })).toEqual([
      { name: 'status', kind: 'value', said: 'closed' },
      { name: 'due', kind: 'removed', said: '' },
      { name: 'levels', kind: 'value', said: '{\n "likelihood": 2\n}' },
      { name: 'reason', kind: 'text', said: 'It works.' },
      { name: 'name', kind: 'erased', said: '' },
    ]);
  });
});

describe('what an address says', () => {
  it('When it says something else than it may, that is not heard', () => {
    const read = searchOf({ status: ['open', 'closed'], since: 'day', by: 'text' });
    expect(read({ status: 'open', since: '2026-10-01', by: 7, other: 'x' })).toEqual({ status: 'open', since: '2026-10-01', by: '7' });
    expect(read({ status: 'gone', since: 'yesterday', by: '' })).toEqual({});
  });
});
