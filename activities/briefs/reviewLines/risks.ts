import { isAbove } from '../../../domain/rules/risk.ts';
import { criteriaNow } from '../../../models/knowledge.ts';
import { fact, label, table } from '../draft.ts';
import { bands } from '../words.ts';
import { type Knowing, startOf, today } from './shape.ts';

const highestFirst = ['veryHigh', 'high', 'medium', 'low'] as const;

/** f) What the risk reviews found, and how far treatment has come. */
export const risks: Knowing = async (store, span) => {
  const criteria = await criteriaNow(store);
  const all = await store.risks.find({ status: { $nin: ['draft', 'closed', 'avoided'] } });
  const above = all.filter(({ band }) => band !== undefined && isAbove(criteria, band));
  const valid = await store.acceptances.find({ state: 'accepted', validUntil: { $gte: today(span) } });
  const accepted = new Set(valid.map(({ risk }) => risk));
  const reviews = await store.runs.count({ process: 'riskReview', status: 'closed', closedAt: { $gte: startOf(span) } });
  const judged = await store.assessments.count({ at: { $gte: startOf(span) } });
  const controls = await store.controls.find({});
  const standing = (status: string) => String(controls.filter((one) => one.status === status).length);
  const weak = controls.filter(({ effectiveness, status }) => status === 'implemented' && effectiveness === 'ineffective').length;
  return {
    facts: [
      ...fact(label('f) Risk reviews closed / judgements made', 'f) Abgeschlossene Überprüfungen / Urteile'), `${reviews} / ${judged}`),
      ...fact(
        label('f) Risks above the acceptance rule / of these accepted', 'f) Risiken über der Akzeptanzregel / davon akzeptiert'),
        `${above.length} / ${above.filter(({ id }) => accepted.has(id)).length}`,
      ),
      ...fact(
        label('f) Controls planned / being implemented / implemented', 'f) Maßnahmen geplant / in Umsetzung / umgesetzt'),
        `${standing('planned')} / ${standing('implementing')} / ${standing('implemented')}`,
      ),
      ...fact(label('f) Implemented controls that do not work', 'f) Umgesetzte Maßnahmen, die nicht wirken'), String(weak)),
    ],
    tables: table(
      label('f) Risks by band', 'f) Risiken nach Stufe'),
      [label('Band', 'Stufe'), label('Risks', 'Risiken'), label('Being treated', 'In Behandlung'), label('Accepted', 'Akzeptiert')],
      highestFirst.map((band) => {
        const own = all.filter((one) => one.band === band);
        const treated = own.filter(({ treatment }) => treatment.length > 0).length;
        return [bands[band], String(own.length), String(treated), String(own.filter(({ id }) => accepted.has(id)).length)];
      }),
    ),
  };
};
