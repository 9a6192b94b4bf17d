import { z } from 'zod';
import { Language } from '../../domain/records/common.ts';
import { Control } from '../../domain/records/control.ts';
import { Person } from '../../domain/records/person.ts';
import { Risk } from '../../domain/records/risk.ts';
import { Rollout } from '../../domain/records/rollout.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { sha256 } from '../callers.ts';
import { wakeLetterbox } from '../mailCommands.ts';
import { changing, creating, listing, reading } from '../register.ts';
import { controlNarrowing, riskNarrowing } from '../registerLists.ts';
import { controlProblems, leavingProblems, personProblems, riskProblems, rolloutProblems } from '../registerRules.ts';
import { endSessionsOf } from '../session.ts';

const NewPerson = z
  .strictObject({
    name: Person.shape.name,
    email: Person.shape.email,
    roles: Person.shape.roles.default([]),
    site: Person.shape.site.optional().meta({ description: 'The default site of the organization unless said.' }),
    manager: Person.shape.manager,
    deputy: Person.shape.deputy,
    language: Language.optional().meta({ description: 'The language of the organization unless said.' }),
    absences: Person.shape.absences.default([]),
    mail: Person.shape.mail,
  })
  .meta({ id: 'NewPerson' });

const NewRisk = z
  .strictObject({
    id: Risk.shape.id,
    name: Risk.shape.name,
    owner: Risk.shape.owner,
    description: Risk.shape.description.default(''),
    assets: Risk.shape.assets.default([]),
    threat: Risk.shape.threat.default(''),
    vulnerability: Risk.shape.vulnerability.default(''),
    properties: Risk.shape.properties.default([]),
    inherent: Risk.shape.inherent,
    residual: Risk.shape.residual,
    treatment: Risk.shape.treatment.default([]),
    controls: Risk.shape.controls.default([]),
    status: Risk.shape.status.default('active'),
    nextReview: Risk.shape.nextReview,
  })
  .meta({ id: 'NewRisk', description: 'Its current levels come from the first assessment.' });

const NewControl = z
  .strictObject({
    id: Control.shape.id,
    name: Control.shape.name,
    kind: Control.shape.kind,
    description: Control.shape.description.default(''),
    owner: Control.shape.owner,
    status: Control.shape.status.default('planned'),
    effectiveness: Control.shape.effectiveness.default('untested'),
    checkedOn: Control.shape.checkedOn,
    checkEvery: Control.shape.checkEvery,
    nextCheck: Control.shape.nextCheck,
    tester: Control.shape.tester,
    documented: Control.shape.documented,
    shownBy: Control.shape.shownBy,
    annexA: Control.shape.annexA.default([]),
  })
  .meta({ id: 'NewControl' });

const NewRollout = z
  .strictObject({
    id: Rollout.shape.id,
    control: Rollout.shape.control,
    title: Rollout.shape.title,
    responsible: Rollout.shape.responsible.meta({ description: 'The owner of the control unless said.' }),
    due: Rollout.shape.due.meta({ description: 'How far it is is asked once a month, and by this day.' }),
  })
  .meta({ id: 'NewRollout', description: 'Its items come as a list or a file; with the first of them somebody is asked.' });

// The same request sent again is the same person; the key is a random number to everybody else.
const personIdFor = (key: string): string =>
  `per-${BigInt(`0x${sha256(`person ${key}`)}`)
    .toString(36)
    .slice(0, 10)}`;

export const registers = [
  reading('people'),
  creating({
    register: 'people',
    body: NewPerson,
    complete: async (person, { store }, key) => {
      const { defaultSite, language } = await settingsNow(store);
      return {
        ...person,
        id: personIdFor(key),
        status: 'active' as const,
        site: person.site ?? defaultSite,
        language: person.language ?? language,
      };
    },
    problems: personProblems,
  }),
  changing({
    register: 'people',
    fixed: ['invitedAt', 'unreachable'],
    problems: async (store, person) => [...(await personProblems(store, person)), ...(await leavingProblems(store, person))],
    // A new address has not been refused yet.
    follows: ({ email }, person) => (email === undefined || email === person.email ? {} : { unreachable: undefined }),
    // A session that only slept would wake again if the person came back; mail that waits may be wanted now.
    changed: async (api, { id, status }) => (status === 'left' ? endSessionsOf(api.store, id) : wakeLetterbox(api, id)),
  }),

  listing('risks', ['owner', 'band'], riskNarrowing),
  reading('risks'),
  creating({ register: 'risks', body: NewRisk, complete: async (risk) => risk, problems: riskProblems }),
  // A judgement is an assessment, never a field that is typed over.
  changing({ register: 'risks', fixed: ['current', 'band', 'acceptance', 'lastAssessment'], problems: riskProblems }),

  listing('controls', ['owner', 'kind', 'effectiveness'], controlNarrowing),
  reading('controls'),
  creating({ register: 'controls', body: NewControl, complete: async (control) => control, problems: controlProblems }),
  changing({
    register: 'controls',
    fixed: ['lastCheck', 'implementedOn', 'implementedBy', 'verifiedBy', 'origin'],
    problems: controlProblems,
  }),

  listing('assessments', ['risk', 'run']),
  reading('assessments'),
  listing('acceptances', ['risk', 'state', 'owner']),
  reading('acceptances'),
  listing('nonconformities', ['status', 'owner']),
  reading('nonconformities'),
  listing('controlChecks', ['control', 'result', 'run']),
  reading('controlChecks'),
  listing('rollouts', ['control']),
  reading('rollouts'),
  creating({ register: 'rollouts', body: NewRollout, complete: async (rollout) => rollout, problems: rolloutProblems }),
  changing({ register: 'rollouts', fixed: ['control', 'origin'], problems: rolloutProblems }),
  listing('rolloutItems', ['rollout', 'control', 'state']),
  reading('rolloutItems'),
  listing('treatmentPlans', ['risk', 'status', 'run']),
  reading('treatmentPlans'),
  listing('proposals', ['about', 'process', 'status']),
  reading('proposals'),
];
