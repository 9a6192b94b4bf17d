import { conclusions } from '../audits.ts';
import { fact, label, said, table } from '../draft.ts';
import { type Knowing, share, today } from './shape.ts';

/** d3) Audits that were to begin since, what they concluded and found, and what of it is open. */
export const auditing: Knowing = async (store, span) => {
  const planned = await store.audits.find({ from: { $gte: span.since, $lte: today(span) } }, { sort: { from: 1 } });
  const held = planned.filter(({ status }) => ['reported', 'followUp', 'closed'].includes(status));
  const findings = await store.auditFindings.find({ audit: { $in: planned.map(({ id }) => id) }, status: { $ne: 'withdrawn' } });
  const open = await store.auditFindings.count({ status: 'open' });
  const outside = await store.nonconformities.count({
    'source.kind': 'certificationBody',
    proposedAt: { $gte: `${span.since}T00:00:00.000Z` },
  });
  const count = (audit: string, grade: string) => String(findings.filter((one) => one.audit === audit && one.grade === grade).length);
  return {
    facts: [
      ...fact(label('d3) Audits held of those planned', 'd3) Gehaltene von geplanten Audits'), share(held.length, planned.length)),
      ...fact(label('d3) Open findings', 'd3) Offene Feststellungen'), String(open)),
      ...fact(label('d3) Findings of the certification body', 'd3) Feststellungen der Zertifizierungsstelle'), String(outside)),
    ],
    tables: table(
      label('d3) Audits', 'd3) Audits'),
      [
        ...[label('Audit', 'Audit'), label('First day', 'Erster Tag'), label('Conclusion', 'Urteil'), label('Major', 'Wesentlich')],
        ...[label('Minor', 'Geringfügig'), label('Opportunities', 'Möglichkeiten'), label('Observations', 'Beobachtungen')],
      ],
      planned.map(({ id, title, from, conclusion }) => [
        ...[`${id} ${title}`, from, said(conclusions, conclusion) ?? label('not yet', 'noch keines')],
        ...[count(id, 'major'), count(id, 'minor'), count(id, 'opportunity'), count(id, 'observation')],
      ]),
    ),
  };
};
