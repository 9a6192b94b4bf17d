import { describe, expect, it } from '@jest/globals';
import { pdfOf } from '../../../api/export/pdf.ts';
import { statementPaper } from '../../../api/export/statementPdf.ts';
import type { SoaLine, SoaVersion } from '../../../domain/records/soa.ts';

const at = '2027-03-01T10:00:00.000Z';
const line = (more: Partial<SoaLine>): SoaLine => ({
  ...{ control: 'A.8.13', title: 'Backups', theme: 'technological', applicable: true, risks: [], requirements: [] },
  ...{ implementation: 'implemented', controls: [], ...more },
});
const version: SoaVersion = {
  ...{ id: 'SOA-2', version: 1, publishedAt: '2027-02-01T10:00:00.000Z', publishedBy: { person: 'per-1', via: 'login' } },
  ...{ note: 'Backups are ours now.', content: '[]', digest: 'f00d', updatedAt: at },
};
const paper = (lines: SoaLine[], language: 'en' | 'de' = 'en', of?: SoaVersion) =>
  statementPaper({ organization: 'Tessel Instruments', language, at, lines, version: of });

async function bytesOf(of: ReturnType<typeof paper>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of pdfOf(of)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('the Statement of Applicability on paper', () => {
  it('When a line has reasons, they stand below each other; when nobody has decided, it says so', () => {
    const { rows } = paper([
      line({ risks: ['RSK-001', 'RSK-002'], requirements: ['REQ-001'], justification: 'The law asks for it.' }),
      line({ control: 'A.8.14', applicable: undefined, problem: 'undecided', implementation: 'none' } as Partial<SoaLine>),
    ]);
    expect(rows[0]).toEqual([
      ...['A.8.13', 'Backups', 'yes', 'Risks: RSK-001, RSK-002\nRequirements: REQ-001\nThe law asks for it.', 'implemented', ''],
    ]);
    expect(rows[1]).toEqual(['A.8.14', 'Backups', 'not decided', 'Nobody has decided yet.', 'not', '']);
  });

  it('When it is a version, it says which, since when, and by what it can be told from another', () => {
    expect(paper([], 'de', version)).toMatchObject({
      title: 'Erklärung zur Anwendbarkeit SOA-2',
      at: version.publishedAt,
      lines: ['Tessel Instruments', 'Veröffentlicht: 2027-02-01', 'Backups are ours now.', 'SHA-256 des Inhalts: f00d'],
    });
    expect(paper([]).lines).toContain('As it stands now, not published: 2027-03-01');
  });

  it('When it is made, it is a tagged PDF/A-3a in its language, and the same file whenever it is made again', async () => {
    const one = await bytesOf(paper([line({})], 'de', version));
    expect(one.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    const text = one.toString('latin1');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (de)');
    expect((await bytesOf(paper([line({})], 'de', version))).equals(one)).toBe(true);
  });
});
