import type { ProcessDefinition } from '../domain/process.ts';
import type { Language } from '../domain/records/common.ts';
import type { PlannedRun } from '../domain/records/cycle.ts';
import { definition as auditProgramme } from './auditProgramme/definition.ts';
import { definition as campaign } from './campaign/definition.ts';
import { definition as changePlanning } from './changePlanning/definition.ts';
import { definition as contextReview } from './contextReview/definition.ts';
import { definition as controlCheck } from './controlCheck/definition.ts';
import { definition as controlImplementation } from './controlImplementation/definition.ts';
import { definition as controlRollout } from './controlRollout/definition.ts';
import { definition as correctiveAction } from './correctiveAction/definition.ts';
import { definition as documentControl } from './documentControl/definition.ts';
import { definition as documentReview } from './documentReview/definition.ts';
import { definition as exceptionReview } from './exceptionReview/definition.ts';
import { definition as internalAudit } from './internalAudit/definition.ts';
import { definition as ismsSetup } from './ismsSetup/definition.ts';
import { definition as managementReview } from './managementReview/definition.ts';
import { definition as measureDefinition } from './measureDefinition/definition.ts';
import { definition as measurement } from './measurement/definition.ts';
import { definition as objectives } from './objectives/definition.ts';
import { definition as pdcaCycle } from './pdcaCycle/definition.ts';
import { definition as proposal } from './proposal/definition.ts';
import { definition as reviewDecision } from './reviewDecision/definition.ts';
import { definition as riskAcceptance } from './riskAcceptance/definition.ts';
import { definition as riskReview } from './riskReview/definition.ts';
import { definition as riskTreatment } from './riskTreatment/definition.ts';
import { definition as targetedRiskReview } from './targetedRiskReview/definition.ts';

/** The ISMS processes of this product: one line each. */
export const definitions = [
  ismsSetup,
  pdcaCycle,
  contextReview,
  objectives,
  riskReview,
  riskAcceptance,
  targetedRiskReview,
  measurement,
  correctiveAction,
  proposal,
  controlImplementation,
  controlRollout,
  exceptionReview,
  controlCheck,
  riskTreatment,
  measureDefinition,
  auditProgramme,
  internalAudit,
  managementReview,
  reviewDecision,
  changePlanning,
  campaign,
  documentControl,
  documentReview,
] as unknown as readonly ProcessDefinition[];

export const definitionOf = (key: string): ProcessDefinition | undefined => definitions.find((definition) => definition.key === key);

/** What a process is called; its key, where there is that process no more. */
export const titleOfProcess = (key: string, language: Language): string => definitionOf(key)?.title[language] ?? key;

/** What a run is called, whether or not it has begun. */
export const nameOfRun = ({ process, key }: Pick<PlannedRun, 'process' | 'key'>, language: Language): string =>
  `${titleOfProcess(process, language)} ${key}`;
