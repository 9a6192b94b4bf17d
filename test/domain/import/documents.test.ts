import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import { Document, DocumentVersion } from '../../../domain/records/document.ts';
import { isApprovedByAnother, offersOne } from '../../../domain/rules/document.ts';
import { digestOfVersion } from '../../../models/documents.ts';
import { file, known } from './known.ts';

const left = { id: 'per-left000001', name: 'Lea Left', email: 'lea@kontor.example', status: 'left' as const };
const context = { ...known, people: [...known.people, left] };
const written = { version: 1, updatedAt: '2026-10-01T00:00:00.000Z' };

const read = (...lines: string[]) => readRegister('documents', readTable(file(...lines)), context);
/** One document with these cells beside what every document needs. */
const one = (columns: string, cells: string) =>
  read(`reference,title,kind,owner,${columns}`, `DOC-001,Acceptable use,topicPolicy,Anna Berg,${cells}`);
const problems = (columns: string, cells: string) => one(columns, cells).report.map(({ row, column, code }) => [row, column, code]);
const approved = 'approved_by,approved_on';
const by = 'Rui Sá,2026-03-01';

describe('An import of documents', () => {
  it('When a document is in force, it comes with the version that is, who approved it and when, and the day of its next review', () => {
    const { rows, report, notes } = read(
      'Ref ID,Document,Document type,Owner,Reviewers,Roles,Sites,People,Language,Classification,Clauses,Location,Review interval,Status,Version,Approver,Publish date',
      'DOC-001,Acceptable use,topic-specific policy,Anna Berg,Rui Sá|m.weber@kontor.example,everyone,Lisbon,max.weber@kontor.example,English,confidential,A 5.10|7.5.3,https://wiki.example/use,6,published,v3,lea@kontor.example,31.08.2026',
    );
    expect([report, notes]).toEqual([[], []]);
    const { document, inForce } = rows[0] ?? {};
    expect(document).toEqual({
      ...{ id: 'DOC-001', title: 'Acceptable use', kind: 'topicPolicy', owner: 'per-anna000001' },
      ...{ reviewers: ['per-rui0000001', 'per-maxb000001'], language: 'en', classification: 'confidential' },
      audience: { roles: ['everyone'], sites: ['lisbon'], people: ['per-maxa000001'] },
      ...{ references: ['A.5.10', '7.5.3'], keptAt: 'https://wiki.example/use', reviewEvery: 6 },
      // The last of February: six months later there is no 31st.
      ...{ status: 'current', current: 'DOC-001-v3', nextReview: '2027-02-28' },
    });
    expect(inForce).toEqual({
      ...{ id: 'DOC-001-v3', document: 'DOC-001', number: 3, place: 'https://wiki.example/use', authors: [], status: 'current' },
      because: 'Übernommen, als das Register importiert wurde.',
      // The day begins in Berlin, where it is summer.
      ...{
        approvedBy: { person: left.id, via: 'import' },
        approvedAt: '2026-08-30T22:00:00.000Z',
        publishedAt: '2026-08-30T22:00:00.000Z',
      },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    Document.parse({ ...document, ...written });
    const version = DocumentVersion.parse({ ...inForce, ...written });
    expect(version.digest).toBe(digestOfVersion(version));
    expect([isApprovedByAnother(version), offersOne(Document.parse({ ...document, ...written }), [version])]).toEqual([true, true]);
    // Without that approval the gate would say so.
    expect(isApprovedByAnother({ ...version, approvedBy: undefined } as DocumentVersion)).toBe(false);
    expect(isApprovedByAnother({ ...version, approvedBy: { person: left.id, via: 'login' } })).toBe(false);
  });

  it('When it was approved, it is in force unless it says otherwise; of a draft and of what is withdrawn no version comes along', () => {
    expect(one('approved_by,approved_on,kept_at', `${by},The wiki`).rows[0]).toMatchObject({
      document: { status: 'current', current: 'DOC-001-v1', reviewEvery: 12, nextReview: '2027-03-01', classification: 'internal' },
      inForce: { number: 1, place: 'The wiki' },
    });
    const { rows, report, notes } = read(
      'reference,title,kind,owner,status,next_review,approved_by,approved_on',
      'DOC-001,To be written,plan,Anna Berg,,2027-01-01,,',
      `DOC-002,Of old,procedure,Lea Left,obsolete,2027-01-01,${by}`,
      `DOC-003,Being changed,procedure,Anna Berg,in review,,${by}`,
    );
    expect([report, notes]).toEqual([[], []]);
    expect(rows.map(({ document, inForce }) => [document.status, document.current, document.nextReview, inForce])).toEqual([
      ['draft', undefined, '2027-01-01', undefined],
      ['withdrawn', undefined, undefined, undefined],
      ['draft', undefined, undefined, undefined],
    ]);
    for (const { document } of rows) {
      expect(offersOne(document, [])).toBe(true);
      Document.parse({ ...document, ...written });
    }
  });

  it.each(['policy', 'procedure', 'plan', 'record', 'external'])(
    'When a document in force (%s) says not who approved it, or not when, it is refused with its place',
    (kind) => {
      const { report } = read(
        `reference,title,kind,owner,status,${approved}`,
        `DOC-001,One,${kind},Anna Berg,current,,`,
        `DOC-002,Two,${kind},Anna Berg,current,Rui Sá,`,
        `DOC-003,Three,${kind},Anna Berg,,,2026-03-01`,
      );
      expect(report.map(({ row, column, code }) => [row, column, code])).toEqual([
        [2, 'approved_by', 'required'],
        [2, 'approved_on', 'required'],
        [3, 'approved_on', 'required'],
        [4, 'approved_by', 'required'],
      ]);
      expect(report[0]?.reason).toBe('approved_by must not be empty, because the document is in force.');
    },
  );

  it('When its owner approved it, or nothing says where it stands, that is a note', () => {
    expect(one(approved, 'Anna Berg,2026-03-01').notes).toEqual([
      { row: 2, column: 'kept_at', note: expect.stringContaining('where it stands') },
      { row: 2, column: 'approved_by', note: expect.stringContaining('Its owner has approved it') },
    ]);
  });

  it.each([
    ['3', 3],
    ['v2', 2],
    ['4.0', 4],
  ])('When its version is written %s, that is its number', (cell, number) => {
    expect(one(`${approved},version`, `${by},${cell}`).rows[0]?.inForce).toMatchObject({ number, id: `DOC-001-v${number}` });
  });

  it.each(['1.3', '0', 'B', '1000', '-1'])('When its version is written %s, it is refused: versions are counted', (cell) => {
    expect(problems(`${approved},version`, `${by},${cell}`)).toEqual([[2, 'version', 'wrongValue']]);
  });

  it('When a cell is wrong, its row and column and a code say so', () => {
    expect(problems('status', 'perhaps')).toEqual([[2, 'status', 'unknownStatus']]);
    expect(problems('reviewers', 'Rui Sá|Anna Berg')).toEqual([[2, 'reviewers', 'samePerson']]);
    expect(problems('reviewers', 'Nobody')).toEqual([[2, 'reviewers', 'unknownPerson']]);
    expect(problems('reviewers', 'Max Weber')).toEqual([[2, 'reviewers', 'ambiguousPerson']]);
    expect(problems('roles', 'king')).toEqual([[2, 'roles', 'unknownRole']]);
    expect(problems('sites', 'Atlantis')).toEqual([[2, 'sites', 'unknownSite']]);
    expect(problems('people', 'lea@kontor.example')).toEqual([[2, 'people', 'unknownPerson']]);
    expect(problems('language', 'Latin')).toEqual([[2, 'language', 'unknownLanguage']]);
    expect(problems('classification', 'sticky')).toEqual([[2, 'classification', 'wrongValue']]);
    for (const reference of ['A.5.99', '11.1', 'GDPR'])
      expect(problems('references', reference)).toEqual([[2, 'references', 'wrongValue']]);
    for (const months of ['0', '61', 'yearly'])
      expect(problems('review_every_months', months)).toEqual([[2, 'review_every_months', 'wrongValue']]);
    expect(problems(approved, 'Rui Sá,2026-10-02')).toEqual([[2, 'approved_on', 'wrongDate']]);
    expect(problems(`${approved},next_review`, `${by},2026-02-28`)).toEqual([[2, 'next_review', 'wrongDate']]);
    expect(read('reference,title,kind,owner', 'DOC-1,,magical,').report.map(({ column, code }) => [column, code])).toEqual([
      ['title', 'required'],
      ['kind', 'unknownKind'],
      ['owner', 'required'],
    ]);
  });
});
