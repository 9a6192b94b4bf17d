import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import { Assessment, Risk } from '../../../domain/records/risk.ts';
import { file, known } from './known.ts';

const read = (...lines: string[]) => readRegister('risks', readTable(file(...lines)), known);
const problems = (...lines: string[]) => read(...lines).report.map(({ row, column, code }) => [row, column, code]);
/** One risk with these cells beside what every risk needs. */
const one = (columns: string, cells: string) =>
  read(`reference,name,owner,${columns}`, `RSK-001,Laptop left in the car,Anna Berg,${cells}`);
const faults = (columns: string, cells: string) => one(columns, cells).report.map(({ column, code }) => [column, code]);
const riskOf = (columns: string, cells: string) => one(columns, cells).rows[0]?.risk;

describe('An import of risks', () => {
  it('When the file has the columns of the register, each row becomes a risk with its last assessment', () => {
    const { rows, report } = read(
      'reference,name,description,owner,assets,threat,vulnerability,property,inherent_likelihood,inherent_consequence,current_likelihood,current_consequence,residual_likelihood,residual_consequence,treatment,controls,assessed_on,next_review,status',
      'RSK-001,Laptop left in the car,"Thieves see it.\nThey break the window.",anna.berg@kontor.example,Laptops|Customer data,Theft,Parked outside,confidentiality|availability,5,Major,2,4,1,3,modify,CTL-001,2026-07-15,2027-01-15,treating',
    );
    expect(report).toEqual([]);
    expect(rows).toHaveLength(1);
    const { risk, assessment } = rows[0] ?? {};
    expect(Risk.parse({ ...risk, version: 1, updatedAt: '2026-10-01T00:00:00.000Z' })).toMatchObject({
      id: 'RSK-001',
      description: 'Thieves see it.\nThey break the window.',
      owner: 'per-anna000001',
      assets: ['Laptops', 'Customer data'],
      properties: ['confidentiality', 'availability'],
      inherent: { likelihood: 5, consequence: 4 },
      current: { likelihood: 2, consequence: 4 },
      residual: { likelihood: 1, consequence: 3 },
      treatment: ['modify'],
      controls: [{ control: 'CTL-001', actsOn: 'both' }],
      band: 'medium',
      acceptance: 'required',
      lastAssessment: {
        id: 'RSK-001-imported-2026-07-15',
        day: '2026-07-15',
        by: 'per-anna000001',
        likelihood: 2,
        consequence: 4,
        band: 'medium',
      },
      nextReview: '2027-01-15',
      status: 'treating',
    });
    expect(Assessment.parse(assessment)).toMatchObject({
      kind: 'imported',
      criteria: 'criteria-1',
      by: { person: 'per-anna000001', via: 'import' },
      aboveAcceptance: true,
    });
  });

  it('When columns go by the names of other products, they are understood; unknown ones are listed', () => {
    const { rows, report, ignored } = read(
      'Ref ID;Risk;Risk Owner;Probability;Impact;inherent-proba;Inherent Impact;residual_proba;residual_impact;Existing controls;Applied controls;Colour',
      'R.1;Fire;Rui Sá;3;3;5;5;1;1;Disk encryption;Sprinklers;red',
    );
    expect(report).toEqual([]);
    expect(ignored).toEqual(['Colour']);
    expect(rows[0]?.risk).toMatchObject({
      id: 'R.1',
      name: 'Fire',
      current: { likelihood: 3, consequence: 3 },
      inherent: { likelihood: 5, consequence: 5 },
      residual: { likelihood: 1, consequence: 1 },
    });
  });

  it('When a column has exactly our name, another that only goes by it is ignored', () => {
    const { rows, ignored } = read('id,reference,name,owner', '0f3a,RSK-001,Fire,Anna Berg');
    expect([rows[0]?.risk.id, ignored]).toEqual(['RSK-001', ['id']]);
  });

  it('When levels have no day, the risk was never assessed; when no next review is given, the band sets it', () => {
    const never = riskOf('current_likelihood,current_consequence', 'possible,SEVERE');
    expect([never?.current, never?.band, never?.lastAssessment, never?.nextReview]).toEqual([
      { likelihood: 3, consequence: 5 },
      'veryHigh',
      undefined,
      undefined,
    ]);
    expect(riskOf('current_likelihood,current_consequence,assessed_on', '2,4,1.9.2026')?.nextReview).toBe('2027-03-01');
    expect(riskOf('next_review', '2026-12-01')).toMatchObject({ nextReview: '2026-12-01' });
  });

  it('When the file names who assessed, it was not the owner', () => {
    const { rows } = one('current_likelihood,current_consequence,assessed_on,assessor', '1,1,2026-09-01,Rui Sá');
    expect(rows[0]?.risk).toMatchObject({ owner: 'per-anna000001', lastAssessment: { by: 'per-rui0000001' }, acceptance: 'notNeeded' });
    expect(faults('assessor', 'Somebody')).toEqual([['assessor', 'unknownPerson']]);
  });

  it('When a risk names controls in words, new ones are created once, with a note, and no control is lost', () => {
    const { rows, controls, notes, report } = read(
      'reference,name,owner,existing_controls,additional_controls',
      'RSK-001,Fire,Anna Berg,"disk  encryption|Extinguishers\nAlarm",Sprinklers|alarm',
      'RSK-002,Flood,Anna Berg,sprinklers,',
    );
    expect(report).toEqual([]);
    expect(rows.map(({ risk }) => risk.controls.map(({ control }) => control))).toEqual([
      ['CTL-001', 'CTL-009', 'CTL-010', 'CTL-011'],
      ['CTL-011'],
    ]);
    expect(controls.map(({ id, name, kind, status, effectiveness }) => [id, name, kind, status, effectiveness])).toEqual([
      ['CTL-009', 'Extinguishers', 'organizational', 'implemented', 'untested'],
      ['CTL-010', 'Alarm', 'organizational', 'implemented', 'untested'],
      ['CTL-011', 'Sprinklers', 'organizational', 'implemented', 'untested'],
    ]);
    expect(notes.map(({ row, column }) => [row, column])).toEqual([
      [2, 'existing_controls'],
      [2, 'existing_controls'],
      [2, 'additional_controls'],
    ]);
  });

  it('When a control is only planned, it is created as planned', () => {
    expect(one('additional_controls', 'Sprinklers').controls).toMatchObject([{ name: 'Sprinklers', status: 'planned' }]);
  });

  it('When a control is meant but not found, or several have its name, that is reported', () => {
    expect(faults('controls', 'CTL-099')).toEqual([['controls', 'unknownControl']]);
    expect(faults('controls', 'training')).toEqual([['controls', 'ambiguousControl']]);
    expect(faults('controls', 'Fence|=cmd()')).toEqual([['controls', 'formula']]);
  });

  it('When one row among 200 is wrong, exactly that row and column are named', () => {
    const rows = Array.from({ length: 200 }, (_, i) => `RSK-${i + 1},Risk ${i + 1},Anna Berg,${i === 136 ? '9' : '3'},2`);
    const { report } = read('reference,name,owner,current_likelihood,current_consequence', ...rows);
    expect(report).toEqual([
      {
        row: 138,
        column: 'current_likelihood',
        code: 'levelOffScale',
        reason: '"9" is off the scale, which is 1 rare, 2 unlikely, 3 possible, 4 likely, 5 almost certain.',
      },
    ]);
  });

  it('When a wrong cell follows a quoted line break, the row is that of the spreadsheet', () => {
    expect(problems('reference,name,description,owner', 'RSK-001,Fire,"a\nb\nc",Anna Berg', 'RSK-002,Flood,,Nobody')).toEqual([
      [3, 'owner', 'unknownPerson'],
    ]);
  });

  it('When a reference is used twice, in any case, or exists already, it is refused', () => {
    const { report } = read('reference,name,owner', 'RSK-001,Fire,Anna Berg', 'rsk-001,Flood,Anna Berg', 'RSK-900,Theft,Anna Berg');
    expect(report.map(({ row, code, reason }) => [row, code, reason])).toEqual([
      [3, 'duplicateReference', 'rsk-001 stands on row 2 already.'],
      [4, 'duplicateReference', 'RSK-900 exists already; an import only creates.'],
    ]);
  });

  it('When a cell is wrong, its column and a code say so', () => {
    expect(problems('reference,name,owner', ',,', 'a/b,Fire,max weber', '-x,Fire,Anna Berg', ',Fire,Anna Berg')).toEqual([
      [3, 'reference', 'wrongReference'],
      [3, 'owner', 'ambiguousPerson'],
      [4, 'reference', 'wrongReference'],
      [5, 'reference', 'required'],
    ]);
    expect(faults('current_likelihood', '3')).toEqual([['current_consequence', 'required']]);
    expect(faults('current_likelihood,current_consequence', '0,2.5')).toEqual([
      ['current_likelihood', 'levelOffScale'],
      ['current_consequence', 'levelOffScale'],
    ]);
    expect(faults('property', 'confidentiality|beauty')).toEqual([['property', 'unknownProperty']]);
    expect(faults('treatment', 'pray')).toEqual([['treatment', 'unknownTreatment']]);
    expect(faults('status', 'whatever')).toEqual([['status', 'unknownStatus']]);
    expect(faults('threat', 'x'.repeat(5001))).toEqual([['threat', 'tooLong']]);
    expect(faults('assets', Array.from({ length: 51 }, (_, i) => `Asset ${i}`).join('|'))).toEqual([['assets', 'tooMany']]);
  });

  it('When a date is none, ambiguous, or contradicts the others, it is refused with the accepted forms', () => {
    for (const wrong of ['07/31/2026', '31-07-2026', '2026-02-30', '46204', 'July', '0026-01-01'])
      expect(one('next_review', wrong).report).toMatchObject([
        { column: 'next_review', code: 'wrongDate', reason: expect.stringContaining('2026-07-31 or 31.07.2026') },
      ]);
    expect(riskOf('next_review', '31.12.2026')?.nextReview).toBe('2026-12-31');
    expect(riskOf('next_review', '2026-12-31 00:00:00')?.nextReview).toBe('2026-12-31');
    expect(riskOf('next_review', '2026-12-31T00:00:00Z')?.nextReview).toBe('2026-12-31');
    const judged = 'current_likelihood,current_consequence,assessed_on,next_review';
    expect(faults(judged, '1,1,2026-10-02,')).toEqual([['assessed_on', 'wrongDate']]);
    expect(faults(judged, '1,1,2026-10-01,')).toEqual([]);
    expect(faults(judged, '1,1,2026-09-01,2026-08-31')).toEqual([['next_review', 'wrongDate']]);
    expect(faults('assessed_on', '2026-09-01')).toEqual([['current_likelihood', 'required']]);
  });

  it('When a cell is what a spreadsheet would calculate or run, it is refused; prose and numbers are not', () => {
    for (const formula of ['=1+1', ' =HYPERLINK("x")', '@SUM(A1)', '+SUM(A1)', "-2+3+cmd|' /C calc'!A0", '-SUM(A1)'])
      expect(faults('description', `"${formula.replaceAll('"', '""')}"`)).toEqual([['description', 'formula']]);
    for (const prose of ['- item', '-item (old)', '-5 degrees', '+49 30 1234', '@home workers', 'a = b', '"Headline\n======"', '- a|- b!'])
      expect(faults('description', prose)).toEqual([]);
  });

  it('When a text begins like a formula behind a single quote, it is that text', () => {
    expect(riskOf('description', "'=1+1")?.description).toBe('=1+1');
    expect(riskOf('description', "''-SUM(A1)")?.description).toBe("'-SUM(A1)");
    expect(riskOf('description', "'tis nothing")?.description).toBe("'tis nothing");
    expect(riskOf('assets', "Laptop|'=1+1")?.assets).toEqual(['Laptop', '=1+1']);
  });

  it('When a control acts on one of the two, the cell says so behind its reference or name', () => {
    expect(riskOf('controls', 'CTL-001@likelihood|CTL-007 @ Consequence|Disk encryption|CTL-008@both')?.controls).toEqual([
      { control: 'CTL-001', actsOn: 'likelihood' },
      { control: 'CTL-007', actsOn: 'consequence' },
      { control: 'CTL-008', actsOn: 'both' },
    ]);
    expect(one('controls', 'Fence@home').controls).toMatchObject([{ name: 'Fence@home' }]);
  });

  it('When somebody has left, they may have judged a risk, and own one that is over, but none that is not', () => {
    const gone = { id: 'per-gone000001', name: 'Gone Girl', email: 'gone@kontor.example', status: 'left' as const };
    const readWith = (...lines: string[]) =>
      readRegister('risks', readTable(file(...lines)), { ...known, people: [...known.people, gone] });
    const columns = 'reference,name,owner,assessor,current_likelihood,current_consequence,assessed_on,status';
    const { rows, report } = readWith(columns, 'R-1,Fire,Anna Berg,gone girl,1,1,2026-05-04,', 'R-2,Flood,gone@kontor.example,,,,,closed');
    expect(report).toEqual([]);
    expect(rows).toMatchObject([{ risk: { lastAssessment: { by: gone.id } } }, { risk: { owner: gone.id } }]);
    expect(readWith(columns, 'R-3,Theft,Gone Girl,,,,,active').report).toEqual([
      { row: 2, column: 'owner', code: 'unknownPerson', reason: '"Gone Girl" has left the organization. Write somebody who is there.' },
    ]);
  });

  it('When words of other products stand in status and treatment, they are translated', () => {
    const statusOf = (word: string) => riskOf('status', word)?.status;
    expect(['', 'Open', 'mitigated', 'In Progress', 'accepted', 'new', 'resolved'].map(statusOf)).toEqual([
      'active',
      'active',
      'treating',
      'treating',
      'retained',
      'draft',
      'closed',
    ]);
    expect(riskOf('treatment', 'Mitigate | transfer|modify')?.treatment).toEqual(['modify', 'share']);
    expect(riskOf('treatment', 'open')?.treatment).toEqual([]);
    expect(riskOf('property', '"C, I, A"')?.properties).toEqual(['confidentiality', 'integrity', 'availability']);
  });

  it('When a column is missing, all missing ones are named and no row is blamed', () => {
    expect(problems('name,status', 'Fire,whatever')).toEqual([
      [1, 'reference', 'missingColumn'],
      [1, 'owner', 'missingColumn'],
    ]);
  });

  it('When one of several values is a formula, it becomes no control', () => {
    const { report, notes } = one('controls', 'Disk encryption|=cmd');
    expect(report.map(({ column, code }) => [column, code])).toEqual([['controls', 'formula']]);
    expect(notes).toEqual([]);
  });

  it('When a text is far too long, the report says how long it may be', () => {
    const { report } = read('reference,name,owner', `RSK-001,${'x'.repeat(5000)},Anna Berg`);
    expect(report).toEqual([{ row: 2, column: 'name', code: 'tooLong', reason: 'name has 5000 characters; at most 200 are kept.' }]);
  });
});
