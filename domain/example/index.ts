import { criteriaPreset } from '../criteria.ts';
import type { Instant } from '../records/common.ts';
import type { Control } from '../records/control.ts';
import type { Measure, Objective } from '../records/measurement.ts';
import type { Person } from '../records/person.ts';
import type { Assessment, Risk } from '../records/risk.ts';
import type { RiskCriteria } from '../records/riskCriteria.ts';
import type { Settings } from '../records/settings.ts';
import { exampleControls } from './controls/index.ts';
import { exampleMeasures, exampleObjectives } from './objectives.ts';
import { examplePeople } from './people.ts';
import { exampleRisks } from './risks/index.ts';
import { exampleSettings } from './settings.ts';

export type Example = {
  settings: Settings;
  criteria: RiskCriteria;
  people: Person[];
  controls: Control[];
  risks: Risk[];
  assessments: Assessment[];
  objectives: Objective[];
  measures: Measure[];
};

/**
 * Tessel Instruments, an invented maker of measuring instruments: twelve people in Freiburg and Porto and a register of 24 risks, each judged
 * by its owner in the quarter before `at`, so that most are due in the quarter of `at`; some of its controls are looked at regularly, and three
 * objectives are measured. The ISMS manager is reached at `adminEmail`.
 */
export function exampleOrganization({ at, adminEmail }: { at: Instant; adminEmail: string }): Example {
  const settings = exampleSettings(at);
  const criteria = criteriaPreset(5, { id: 'criteria-1', version: 1, createdAt: at });
  return {
    settings,
    criteria,
    people: examplePeople({ at, adminEmail }),
    controls: exampleControls(at),
    ...exampleRisks({ at, settings, criteria }),
    objectives: exampleObjectives(at),
    measures: exampleMeasures(at),
  };
}
