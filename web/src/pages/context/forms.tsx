import { useTranslation } from 'react-i18next';
import type { InterestedParty, Issue, Requirement } from '../../../../domain/records/context.ts';
import { useCommand } from '../../data/command.ts';
import { Asking, said, saidOrNot } from '../../parts/asking/Asking.tsx';
import { ChoiceField, LineField, PickField, ProseField } from '../../parts/asking/fields.tsx';
import { nextReference } from './nextReference.ts';

type Register = 'issues' | 'interestedParties' | 'requirements';
type Kept = { id: string; version: number };

/** A record that is new, or the version of it that is changed. */
function useRecordCommand(register: Register, kept: Kept | undefined, onRecorded: () => void) {
  const path = `/registers/${register}`;
  return useCommand(
    kept === undefined ? { method: 'POST', path } : { method: 'PATCH', path: `${path}/${encodeURIComponent(kept.id)}` },
    onRecorded,
  );
}

const idIn = (form: FormData, kept: Kept | undefined) => (kept === undefined ? { id: said(form, 'id') } : { version: kept.version });

type Common = { all: readonly { id: string }[]; onLeave(): void };

function Reference({ prefix, kept, all }: { prefix: string; kept: Kept | undefined; all: readonly { id: string }[] }) {
  const { t } = useTranslation();
  return kept === undefined ? <LineField name="id" label={t('registers.reference')} value={nextReference(prefix, all)} required /> : null;
}

function Status({ kept }: { kept: (Kept & { status: 'active' | 'ended' }) | undefined }) {
  const { t } = useTranslation();
  return kept === undefined ? (
    <input type="hidden" name="status" value="active" />
  ) : (
    <PickField
      name="status"
      label={t('registers.status')}
      value={kept.status}
      options={(['active', 'ended'] as const).map((value) => ({ value, label: t(`registers.context.status.${value}`) }))}
    />
  );
}

export function IssueForm({ issue, all, onLeave }: Common & { issue: Issue | undefined }) {
  const { t } = useTranslation();
  const command = useRecordCommand('issues', issue, onLeave);
  const issueIn = (form: FormData) => ({
    ...idIn(form, issue),
    ...{ name: said(form, 'name'), kind: said(form, 'kind'), effect: said(form, 'effect'), status: said(form, 'status') },
    relevant: said(form, 'relevant') === 'yes',
  });
  return (
    <Asking command={command} bodyOf={issueIn} button={t('registers.issues.button')} onLeave={onLeave}>
      <Reference prefix="ISS" kept={issue} all={all} />
      <LineField name="name" label={t('registers.issues.column.name')} value={issue?.name} required />
      <ChoiceField
        name="kind"
        label={t('registers.issues.column.kind')}
        value={issue?.kind}
        options={(['internal', 'external', 'climate'] as const).map((value) => ({ value, label: t(`registers.issues.kind.${value}`) }))}
      />
      <ProseField name="effect" label={t('registers.issues.column.effect')} value={issue?.effect} />
      <PickField
        name="relevant"
        label={t('registers.issues.column.relevant')}
        value={issue === undefined ? undefined : issue.relevant ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`registers.${value}`) }))}
      />
      <Status kept={issue} />
    </Asking>
  );
}

const kinds = ['internal', 'customer', 'supplier', 'authority', 'owner', 'other'] as const;

export function PartyForm({ party, all, onLeave }: Common & { party: InterestedParty | undefined }) {
  const { t } = useTranslation();
  const command = useRecordCommand('interestedParties', party, onLeave);
  const partyIn = (form: FormData) => ({
    ...idIn(form, party),
    ...{ name: said(form, 'name'), kind: said(form, 'kind'), expects: said(form, 'expects'), status: said(form, 'status') },
  });
  return (
    <Asking command={command} bodyOf={partyIn} button={t('registers.parties.button')} onLeave={onLeave}>
      <Reference prefix="PTY" kept={party} all={all} />
      <LineField name="name" label={t('registers.parties.name')} value={party?.name} required />
      <ChoiceField
        name="kind"
        label={t('registers.issues.column.kind')}
        value={party?.kind}
        options={kinds.map((value) => ({ value, label: t(`registers.parties.kind.${value}`) }))}
      />
      <ProseField name="expects" label={t('registers.parties.expects')} value={party?.expects} />
      <Status kept={party} />
    </Asking>
  );
}

const sources = ['law', 'regulation', 'contract', 'expectation'] as const;

export function RequirementForm({ requirement, party, all, onLeave }: Common & { requirement: Requirement | undefined; party: string }) {
  const { t } = useTranslation();
  const command = useRecordCommand('requirements', requirement, onLeave);
  return (
    <Asking
      command={command}
      bodyOf={(form) => ({ ...idIn(form, requirement), party, ...requirementIn(form, requirement) })}
      button={t('registers.requirements.button')}
      onLeave={onLeave}
    >
      <Reference prefix="REQ" kept={requirement} all={all} />
      <LineField name="name" label={t('registers.requirements.column.name')} value={requirement?.name} required />
      <ChoiceField
        name="source"
        label={t('registers.requirements.column.source')}
        value={requirement?.source}
        options={sources.map((value) => ({ value, label: t(`registers.requirements.source.${value}`) }))}
      />
      <PickField
        name="addressed"
        label={t('registers.requirements.addressed')}
        value={requirement === undefined ? undefined : requirement.addressed ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`registers.${value}`) }))}
      />
      <LineField
        name="controls"
        label={t('registers.requirements.controls')}
        help={t('registers.requirements.controlsHelp')}
        value={requirement?.controls.join(', ')}
      />
      <LineField name="reason" label={t('registers.reason')} help={t('registers.requirements.reasonHelp')} value={requirement?.reason} />
      <Status kept={requirement} />
    </Asking>
  );
}

/** A reason that is not said any more is taken away. */
function requirementIn(form: FormData, kept: Kept | undefined) {
  const reason = saidOrNot(form, 'reason');
  return {
    ...{ name: said(form, 'name'), source: said(form, 'source'), status: said(form, 'status') },
    addressed: said(form, 'addressed') === 'yes',
    controls: said(form, 'controls')
      .split(/[\s,;]+/)
      .filter((part) => part !== ''),
    ...(reason !== undefined ? { reason } : kept !== undefined && { reason: null }),
  };
}
