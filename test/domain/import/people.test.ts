import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../api/import/readRegister.ts';
import { readTable } from '../../../api/import/readTable.ts';
import { Person } from '../../../domain/records/person.ts';
import { file, known, refusalOf } from './known.ts';

const read = (...lines: string[]) => readRegister('people', readTable(file(...lines)), known);
const problems = (...lines: string[]) => read(...lines).report.map(({ row, column, code }) => [row, column, code]);

describe('An import of people', () => {
  it('When all rows are good, each becomes a person with roles, site and language', () => {
    const { rows, report, ignored } = read(
      'Name;E-Mail;Roles;Site;Manager;Deputy;Language;Phone',
      'Ida Vogt;Ida.Vogt@kontor.example;ISMS manager | risk_owner;lisbon;;;en;+49 30 1',
      'Tom Lund;tom@kontor.example;assetOwner@lisbon;;Anna Berg;Ida Vogt;Deutsch;',
    );
    expect(report).toEqual([]);
    expect(ignored).toEqual(['Phone']);
    const [ida, tom] = rows;
    expect(ida).toMatchObject({
      email: 'ida.vogt@kontor.example',
      roles: [{ role: 'ismsManager' }, { role: 'riskOwner' }],
      site: 'lisbon',
      language: 'en',
    });
    expect(tom).toMatchObject({
      roles: [{ role: 'assetOwner', scope: 'lisbon' }],
      site: 'head-office',
      manager: 'per-anna000001',
      deputy: ida?.id,
      language: 'de',
    });
    for (const draft of rows) Person.parse({ ...draft, version: 1, updatedAt: '2026-10-01T00:00:00.000Z' });
  });

  it('When a manager stands on a later row, they are found', () => {
    const { rows, report } = read('name,email,manager', 'Ida,ida@kontor.example,Tom', 'Tom,tom@kontor.example,rui.sa@kontor.example');
    expect(report).toEqual([]);
    expect(rows.map(({ manager }) => manager)).toEqual([rows[1]?.id, 'per-rui0000001']);
  });

  it('When managers go round in a circle, it is reported once with the names', () => {
    const { report } = read(
      'name,email,manager',
      'Top,top@kontor.example,Ida',
      'Ida,ida@kontor.example,Tom',
      'Tom,tom@kontor.example,Ida',
      'Eve,eve@kontor.example,eve@kontor.example',
    );
    expect(report.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'manager', 'managerCycle'],
      [5, 'manager', 'managerCycle'],
    ]);
    expect(report[0]?.reason).toContain('Ida, whose manager is Tom, whose manager is Ida');
  });

  it('When a site is unknown, the known ones are named; an empty one is the default', () => {
    const { report } = read('name,email,site', 'Ida,ida@kontor.example,Porto', 'Tom,tom@kontor.example, ');
    expect(report).toEqual([
      { row: 2, column: 'site', code: 'unknownSite', reason: 'There is no site "Porto". Known are Head office, Lisbon.' },
    ]);
  });

  it('When a cell is wrong, its row, its column and a code say so', () => {
    expect(problems('name,email,roles', ',ida@kontor.example,king')).toEqual([
      [2, 'name', 'required'],
      [2, 'roles', 'unknownRole'],
    ]);
    expect(problems('name,email', 'Ida,ida at kontor', 'Tom,')).toEqual([
      [2, 'email', 'wrongEmail'],
      [3, 'email', 'required'],
    ]);
    expect(problems('name,email', 'Ida,RUI.sa@kontor.example', 'Tom,t@kontor.example', 'Tim,T@kontor.example')).toEqual([
      [2, 'email', 'duplicateEmail'],
      [4, 'email', 'duplicateEmail'],
    ]);
    expect(problems('name,email,manager', 'Ida,ida@kontor.example,Nobody', 'Tom,tom@kontor.example,max weber')).toEqual([
      [2, 'manager', 'unknownPerson'],
      [3, 'manager', 'ambiguousPerson'],
    ]);
    expect(problems('name,email,deputy,language', 'Ida,ida@kontor.example,Ida,Klingon')).toEqual([
      [2, 'language', 'unknownLanguage'],
      [2, 'deputy', 'samePerson'],
    ]);
    expect(problems('name,email', `${'x'.repeat(201)},ida@kontor.example`)).toEqual([[2, 'name', 'tooLong']]);
    expect(
      problems('name,email,roles', `Ida,ida@kontor.example,${Array.from({ length: 31 }, (_, i) => `auditor@${i}`).join('|')}`),
    ).toEqual([[2, 'roles', 'tooMany']]);
    expect(problems('name,email,roles', `Ida,ida@kontor.example,auditor@${'x'.repeat(101)}`)).toEqual([[2, 'roles', 'tooLong']]);
    expect(problems('name,email', '=1+1,ida@kontor.example')).toEqual([[2, 'name', 'formula']]);
  });

  it('When somebody has left or is away, the file says so', () => {
    const { rows } = read('name,email,status,absences', 'Ida,ida@kontor.example,left,2026-12-24..2027-01-02|1.3.2027..5.3.2027');
    expect(rows).toMatchObject([
      {
        status: 'left',
        absences: [
          { from: '2026-12-24', to: '2027-01-02' },
          { from: '2027-03-01', to: '2027-03-05' },
        ],
      },
    ]);
    expect(problems('name,email,status', 'Ida,ida@kontor.example,retired')).toEqual([[2, 'status', 'unknownStatus']]);
    for (const absence of ['2026-12-24', '2027-01-02..2026-12-24', 'Christmas..2027-01-02'])
      expect(problems('name,email,absences', `Ida,ida@kontor.example,${absence}`)).toEqual([[2, 'absences', 'wrongDate']]);
    const many = Array.from({ length: 51 }, () => '2026-12-24..2026-12-24').join('|');
    expect(problems('name,email,absences', `Ida,ida@kontor.example,${many}`)).toEqual([[2, 'absences', 'tooMany']]);
  });

  it('When a manager has left, nobody who is there can have them; who left too may', () => {
    const file = ['name,email,manager,status', 'Old,old@kontor.example,,left', 'Ida,ida@kontor.example,Old,left'];
    expect(problems(...file)).toEqual([]);
    expect(problems(...file, 'Tom,tom@kontor.example,old@kontor.example,')).toEqual([[4, 'manager', 'unknownPerson']]);
  });

  it('When a column is missing, it is named and no row is blamed', () => {
    expect(problems('name,site', 'Ida,Nowhere')).toEqual([[1, 'email', 'missingColumn']]);
  });

  it('When the first row names no column, or two columns mean the same, the file is refused', () => {
    expect(refusalOf(() => read('Ida,ida@kontor.example', 'Tom,tom@kontor.example')).code).toBe('noHeader');
    const twice = refusalOf(() => read('name,E-mail,mail', 'Ida,ida@kontor.example,x'));
    expect([twice.code, twice.message]).toEqual(['duplicateColumn', expect.stringContaining('"E-mail" and "mail"')]);
    expect(refusalOf(() => read('name,Name,email', 'Ida,Ida,x')).code).toBe('duplicateColumn');
  });

  it('When a row has more cells than the header, a delimiter stands in a cell without quotation marks', () => {
    expect(problems('name,email,site', 'Ida,ida@kontor.example,Lisbon,Portugal', 'Tom,tom@kontor.example,,,')).toEqual([
      [2, 'column 4', 'tooManyCells'],
    ]);
  });
});
