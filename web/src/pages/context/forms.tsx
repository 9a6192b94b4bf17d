import { useTranslation } from 'react-i18next';
import type { InterestedParty, Issue, Requirement } from '../../../../domain/records/context.ts';
import { send } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { ProseField, RadioFields, SelectField, TextField } from '../../parts/recording/fields.tsx';
import { Leave } from '../../parts/recording/Leave.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';
import { nextReference } from './nextReference.ts';

type Register = 'issues' | 'interestedParties' | 'requirements';
type Kept = { id: string; version: number };
/** What was filled in; of it the reference stays once the record is there. */
type Said = { id: string; name: string; [field: string]: unknown };

/** Records what is new, or the version of it that is changed. */
function useRecordOf(register: Register, kept: Kept | undefined, onLeave: () => void) {
  const path = `/registers/${register}`;
  return useRecording(
    ({ id, ...said }: Said, key) =>
      kept === undefined
        ? send('POST', path, { id, ...said }, key)
        : send('PATCH', `${path}/${encodeURIComponent(id)}`, { version: kept.version, ...said }, key),
    onLeave,
  );
}

type YesNo = 'yes' | 'no';
const answers = ['yes', 'no'] as const;
const answerOf = (is: boolean | undefined): YesNo | undefined => (is === undefined ? undefined : is ? 'yes' : 'no');

type Given<V> = { value: V; onChange(value: NonNullable<V>): void; problem: string | undefined };
type Common = { all: readonly { id: string }[]; onLeave(): void };

const Reference = ({ kept, ...given }: Given<string> & { kept: Kept | undefined }) => {
  const { t } = useTranslation();
  return kept === undefined ? <TextField label={t('registers.reference')} required {...given} /> : null;
};

const Status = ({ kept, ...given }: Given<'active' | 'ended'> & { kept: Kept | undefined }) => {
  const { t } = useTranslation();
  return kept === undefined ? null : (
    <RadioFields
      label={t('registers.status')}
      options={(['active', 'ended'] as const).map((value) => ({ value, label: t(`registers.context.status.${value}`) }))}
      {...given}
    />
  );
};

const issueKinds = ['internal', 'external', 'climate'] as const;

export function IssueForm({ issue, all, onLeave }: Common & { issue: Issue | undefined }) {
  const { t } = useTranslation();
  const recording = useRecordOf('issues', issue, onLeave);
  const { draft, of } = useDraft(() => issueDraft(issue, nextReference('ISS', all)), recording.failure);
  return (
    <RecordForm
      recording={recording}
      act={t('registers.issues.button')}
      onSubmit={() => recording.record({ ...draft, relevant: draft.relevant === 'yes' })}
      shown={Object.keys(draft)}
      beside={<Leave onLeave={onLeave} />}
      minor
    >
      <Reference kept={issue} {...of('id')} />
      <TextField label={t('registers.issues.column.name')} required {...of('name')} />
      <SelectField
        label={t('registers.issues.column.kind')}
        options={issueKinds.map((value) => ({ value, label: t(`registers.issues.kind.${value}`) }))}
        {...of('kind')}
      />
      <ProseField label={t('registers.issues.column.effect')} {...of('effect')} />
      <RadioFields
        label={t('registers.issues.column.relevant')}
        options={answers.map((value) => ({ value, label: t(`registers.${value}`) }))}
        {...of('relevant')}
      />
      <Status kept={issue} {...of('status')} />
    </RecordForm>
  );
}

const issueDraft = (issue: Issue | undefined, id: string) => ({
  ...{ id: issue?.id ?? id, name: issue?.name ?? '', kind: issue?.kind ?? 'internal', effect: issue?.effect ?? '' },
  ...{ relevant: answerOf(issue?.relevant), status: issue?.status ?? 'active' },
});

const kinds = ['internal', 'customer', 'supplier', 'authority', 'owner', 'other'] as const;

export function PartyForm({ party, all, onLeave }: Common & { party: InterestedParty | undefined }) {
  const { t } = useTranslation();
  const recording = useRecordOf('interestedParties', party, onLeave);
  const { draft, of } = useDraft(() => partyDraft(party, nextReference('PTY', all)), recording.failure);
  return (
    <RecordForm
      recording={recording}
      act={t('registers.parties.button')}
      onSubmit={() => recording.record(draft)}
      shown={Object.keys(draft)}
      beside={<Leave onLeave={onLeave} />}
      minor
    >
      <Reference kept={party} {...of('id')} />
      <TextField label={t('registers.parties.name')} required {...of('name')} />
      <SelectField
        label={t('registers.issues.column.kind')}
        options={kinds.map((value) => ({ value, label: t(`registers.parties.kind.${value}`) }))}
        {...of('kind')}
      />
      <ProseField label={t('registers.parties.expects')} {...of('expects')} />
      <Status kept={party} {...of('status')} />
    </RecordForm>
  );
}

const partyDraft = (party: InterestedParty | undefined, id: string) => ({
  ...{ id: party?.id ?? id, name: party?.name ?? '', kind: party?.kind ?? 'internal', expects: party?.expects ?? '' },
  status: party?.status ?? 'active',
});

const sources = ['law', 'regulation', 'contract', 'expectation'] as const;

export function RequirementForm({ requirement, party, all, onLeave }: Common & { requirement: Requirement | undefined; party: string }) {
  const { t } = useTranslation();
  const recording = useRecordOf('requirements', requirement, onLeave);
  const { draft, of } = useDraft(() => requirementDraft(requirement, nextReference('REQ', all)), recording.failure);
  return (
    <RecordForm
      recording={recording}
      act={t('registers.requirements.button')}
      onSubmit={() => recording.record({ ...requirementIn(draft, requirement), party })}
      shown={Object.keys(draft)}
      beside={<Leave onLeave={onLeave} />}
      minor
    >
      <Reference kept={requirement} {...of('id')} />
      <TextField label={t('registers.requirements.column.name')} required {...of('name')} />
      <SelectField
        label={t('registers.requirements.column.source')}
        options={sources.map((value) => ({ value, label: t(`registers.requirements.source.${value}`) }))}
        {...of('source')}
      />
      <RadioFields
        label={t('registers.requirements.addressed')}
        options={answers.map((value) => ({ value, label: t(`registers.${value}`) }))}
        {...of('addressed')}
      />
      <TextField label={t('registers.requirements.controls')} help={t('registers.requirements.controlsHelp')} {...of('controls')} />
      <TextField label={t('registers.reason')} help={t('registers.requirements.reasonHelp')} {...of('reason')} />
      <Status kept={requirement} {...of('status')} />
    </RecordForm>
  );
}

const requirementDraft = (requirement: Requirement | undefined, id: string) => ({
  ...{ id: requirement?.id ?? id, name: requirement?.name ?? '', source: requirement?.source ?? 'law' },
  ...{ addressed: answerOf(requirement?.addressed), reason: requirement?.reason ?? '', status: requirement?.status ?? 'active' },
  controls: requirement?.controls.join(', ') ?? '',
});

/** A reason that is not said any more is taken away. */
const requirementIn = ({ addressed, controls, reason, ...said }: ReturnType<typeof requirementDraft>, kept: Kept | undefined) => ({
  ...{ ...said, addressed: addressed === 'yes', controls: controls.split(/[\s,;]+/).filter((part) => part !== '') },
  reason: reason.trim() || (kept === undefined ? undefined : null),
});
