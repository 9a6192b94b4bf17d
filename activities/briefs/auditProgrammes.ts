import { type AuditProgramme, Clause, type PlannedAudit } from '../../domain/records/audit.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { conclusions } from './audits.ts';
import { type Draft, fact, label, nameOf, said, table } from './draft.ts';

const years = 3;

/** What an audit programme covers and what it leaves out, beside what the last audits found (9.2.2). */
export async function auditProgrammes(store: Store, id: string): Promise<Draft> {
  const programme = await store.auditProgrammes.get(id);
  if (programme === undefined) throw unrecoverable(`there is no audit programme ${id}`);
  const neglected = programme.planned.length === 0 ? [] : await controlsLeftOut(store, programme);
  return {
    title: programme.period,
    facts: [
      ...fact(label('What it is for', 'Wozu es dient'), programme.objectives),
      ...fact(label('How audits are held', 'Wie auditiert wird'), programme.arrangements),
      ...fact(label('What may keep it from being carried out', 'Was es verhindern kann'), programme.risks),
      ...fact(label('Clauses that no audit looks at', 'Abschnitte, die kein Audit ansieht'), clausesLeftOut(programme)),
      ...fact(label('Sites that no audit visits', 'Standorte, die kein Audit besucht'), await sitesLeftOut(store, programme)),
      ...fact(
        label('Needed controls that nobody has looked at in three years', 'Nötige Maßnahmen, die drei Jahre niemand angesehen hat'),
        neglected,
      ),
      ...fact(label('Risks in the two upper bands', 'Risiken in den beiden oberen Stufen'), await highRisks(store)),
    ],
    tables: [...(await plannedIn(store, programme)), ...coverage(programme), ...(await lastAudits(store))],
  };
}

const clausesLeftOut = ({ planned }: AuditProgramme): string =>
  planned.length === 0 ? '' : Clause.options.filter((clause) => !planned.some(({ clauses }) => clauses.includes(clause))).join(', ');

async function sitesLeftOut(store: Store, { planned }: AuditProgramme): Promise<string> {
  if (planned.length === 0) return '';
  const { sites } = await settingsNow(store);
  return sites
    .filter(({ id }) => !planned.some((one) => one.sites.includes(id)))
    .map(({ name }) => name)
    .join(', ');
}

/** Controls of Annex A that the organization's own controls answer to, and no audit of this programme or of the years before it. */
async function controlsLeftOut(store: Store, { planned, period }: AuditProgramme): Promise<string> {
  const controls = await store.controls.find({ status: { $ne: 'retired' } });
  const from = `${Number(period.slice(0, 4)) - years + 1}-01-01`;
  const held = await store.audits.find({ from: { $gte: from }, status: 'closed' });
  const seen = new Set([...planned, ...held].flatMap(({ annexA }) => annexA));
  const needed = [...new Set(controls.flatMap(({ annexA }) => annexA))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return needed
    .filter((one) => !seen.has(one))
    .map((one) => `A.${one}`)
    .join(', ');
}

const highRisks = async (store: Store): Promise<string> =>
  String(await store.risks.count({ band: { $in: ['high', 'veryHigh'] }, status: { $nin: ['draft', 'closed', 'avoided'] } }));

const dayOf = (planned: PlannedAudit): string => planned.from;

const plannedIn = async (store: Store, { planned }: AuditProgramme) =>
  table(
    label('Planned audits', 'Geplante Audits'),
    [
      ...[label('Audit', 'Audit'), label('First day', 'Erster Tag'), label('Why', 'Warum'), label('Clauses', 'Abschnitte')],
      ...[label('Annex A', 'Anhang A'), label('Sites', 'Standorte'), label('Area', 'Bereich'), label('Answers for it', 'Verantwortlich')],
    ],
    await Promise.all(
      planned.map(async (one) => [
        ...[one.title, dayOf(one), one.reason, one.clauses.join(', '), one.annexA.join(', '), one.sites.join(', '), one.area],
        (await nameOf(store, one.owner)) ?? one.owner,
      ]),
    ),
  );

/** Clauses by audits. */
const coverage = ({ planned }: AuditProgramme) =>
  planned.length === 0
    ? []
    : table(
        label('Coverage of the clauses', 'Abdeckung der Abschnitte'),
        [label('Clause', 'Abschnitt'), label('Audits', 'Audits')],
        Clause.options.map((clause) => [
          clause,
          planned
            .filter(({ clauses }) => clauses.includes(clause))
            .map(({ title }) => title)
            .join('; '),
        ]),
      );

async function lastAudits(store: Store) {
  const last = await store.audits.find({ status: { $in: ['reported', 'followUp', 'closed'] } }, { sort: { from: -1 }, limit: 20 });
  const findings = await store.auditFindings.find({ audit: { $in: last.map(({ id }) => id) }, status: { $ne: 'withdrawn' } });
  const count = (audit: string, grade: string) => String(findings.filter((one) => one.audit === audit && one.grade === grade).length);
  return table(
    label('The last audits', 'Die letzten Audits'),
    [
      ...[label('Audit', 'Audit'), label('First day', 'Erster Tag'), label('Conclusion', 'Urteil'), label('Major', 'Wesentlich')],
      ...[label('Minor', 'Geringfügig'), label('Opportunities', 'Möglichkeiten')],
    ],
    last.map(({ id, title, from, conclusion }) => [
      ...[`${id} ${title}`, from, said(conclusions, conclusion) ?? '', count(id, 'major'), count(id, 'minor'), count(id, 'opportunity')],
    ]),
  );
}
