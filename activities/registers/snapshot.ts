import type { RiskSnapshot } from '../../domain/records/acceptance.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';

/** The risk as a decision sees it: level, band, owner and every control with how it stands. */
export async function freeze(store: Store, risk: Risk, frozenAt: Instant): Promise<RiskSnapshot> {
  const { id, version, name, description, owner, current, band, controls, status, lastAssessment } = risk;
  if (current === undefined || band === undefined || lastAssessment === undefined)
    throw unrecoverable(`${id} was never assessed: there is no level to decide on`);
  const found = await store.controls.find({ id: { $in: controls.map(({ control }) => control) } });
  const assessment = await store.assessments.get(lastAssessment.id);
  return {
    ...{ risk: id, riskVersion: version, name, description, owner, levels: current, band, status, linked: controls },
    controls: found.map(({ id: control, name: title, kind, status: standing, effectiveness }) => ({
      control,
      name: title,
      kind,
      status: standing,
      effectiveness,
    })),
    criteria: assessment?.criteria ?? '-',
    ...{ assessment: lastAssessment.id, frozenAt },
  };
}
