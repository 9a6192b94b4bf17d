import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterestedParty, Issue, Requirement, Scope } from '../../../../domain/records/context.ts';
import { session } from '../../data/queries.ts';
import { everyOf } from '../../data/records.ts';
import { manages } from '../../data/rights.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import css from './context.module.css';
import { IssuesCard } from './IssuesCard.tsx';
import { PartiesCard } from './PartiesCard.tsx';
import { ScopeCard } from './ScopeCard.tsx';

/** What is written down or changed at the moment; one thing at a time. */
export type Open =
  | { of: 'issue'; issue?: Issue }
  | { of: 'party'; party?: InterestedParty }
  | { of: 'requirement'; party: string; requirement?: Requirement };

/** How a card offers to change what it shows; nothing where its reader may not. */
export type Changing = { open: Open | undefined; setOpen(open: Open | undefined): void } | undefined;

/** What the ISMS is for and for whom: scope, issues around it, interested parties and what they require. */
export function ContextPage() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const [{ data: scopes }, { data: issues }, { data: parties }, { data: requirements }] = useSuspenseQueries({
    queries: [
      everyOf<Scope>('/registers/scopes'),
      everyOf<Issue>('/registers/issues'),
      everyOf<InterestedParty>('/registers/interestedParties'),
      everyOf<Requirement>('/registers/requirements'),
    ],
  });
  const [open, setOpen] = useState<Open>();
  const changing = manages(who) ? { open, setOpen } : undefined;
  return (
    <>
      <PageHead name={t('registers.context.name')} title={newsOf(t, parties, requirements)} under={t('registers.context.under')} />
      <div className={css.cards}>
        <ScopeCard scopes={scopes} />
        <IssuesCard issues={issues} changing={changing} />
        <PartiesCard parties={parties} requirements={requirements} changing={changing} />
      </div>
    </>
  );
}

function newsOf(t: TFunction, parties: readonly InterestedParty[], requirements: readonly Requirement[]): string {
  const active = parties.filter(({ status }) => status === 'active').length;
  const required = requirements.filter(({ status }) => status === 'active');
  const left = required.filter(({ addressed }) => !addressed).length;
  if (active === 0) return t('registers.context.none');
  const said = t('registers.context.parties', {
    count: active,
    requirements: t('registers.context.requirements', { count: required.length }),
  });
  return left === 0 ? said : `${said}; ${t('registers.context.left', { count: left })}`;
}
