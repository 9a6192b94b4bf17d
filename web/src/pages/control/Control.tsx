import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Control } from '../../../../domain/records/control.ts';
import { useNames } from '../../data/names.ts';
import { session } from '../../data/queries.ts';
import { record } from '../../data/records.ts';
import { manages } from '../../data/rights.ts';
import { ControlState } from '../../parts/ControlState.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import { Meta } from '../../parts/Facts.tsx';
import { History } from '../../parts/History.tsx';
import { OpenTasks } from '../../parts/OpenTasks.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Sides } from '../../parts/Sides.tsx';
import { useDays } from '../../words/useDays.ts';
import { ProposalsCard } from '../risk/ProposalsCard.tsx';
import { ChangeControl } from './ChangeControl.tsx';
import { ChecksCard } from './ChecksCard.tsx';
import { NeededCard } from './NeededCard.tsx';
import { PutInPlace } from './PutInPlace.tsx';
import { RolloutsCard } from './RolloutsCard.tsx';

/** One control: how it stands, what needs it, who looked at it and what they found. */
export function ControlPage() {
  const { t } = useTranslation();
  const { control: id } = useParams({ from: '/controls/$control' });
  const { data: control } = useSuspenseQuery(record<Control>(`/registers/controls/${encodeURIComponent(id)}`));
  const { data: who } = useSuspenseQuery(session);
  const [open, setOpen] = useState<'change' | 'start'>();
  const isPlanned = control.status === 'planned' || control.status === 'implementing';
  const leave = () => setOpen(undefined);
  return (
    <>
      <PageHead
        above={<Crumb to="/controls" name={t('registers.controls.name')} id={control.id} />}
        name={control.id}
        title={control.name}
        under={control.description === '' ? undefined : control.description}
        acts={
          <>
            {(manages(who) || who.person === control.owner) && (
              <Button variant="default" aria-expanded={open === 'change'} onClick={() => setOpen(open === 'change' ? undefined : 'change')}>
                {t('registers.change.button')}
              </Button>
            )}
            {manages(who) && isPlanned && (
              <Button aria-expanded={open === 'start'} onClick={() => setOpen(open === 'start' ? undefined : 'start')}>
                {t('registers.inPlace.button')}
              </Button>
            )}
          </>
        }
      />
      <ControlMeta control={control} />
      {open === 'change' && <ChangeControl control={control} mayAll={manages(who)} onLeave={leave} />}
      {open === 'start' && <PutInPlace control={control} onLeave={leave} />}
      <Sides
        main={<ChecksCard control={control} />}
        side={
          <>
            <NeededCard control={control.id} />
            <RolloutsCard control={control.id} />
            <OpenTasks about={control.id} />
            <ProposalsCard about={control.id} />
          </>
        }
        below={<History subject={`controls/${control.id}`} version={control.version} />}
      />
    </>
  );
}

function ControlMeta({ control }: { control: Control }) {
  const { t } = useTranslation();
  const { date, today } = useDays();
  const { kind, owner, tester, nextCheck, checkEvery, annexA, documented, shownBy, implementedOn, implementedBy, verifiedBy } = control;
  const nameOf = useNames([owner, tester, implementedBy, verifiedBy]);
  const on = (iso: string | undefined) => (iso === undefined ? undefined : date(iso));
  return (
    <Meta
      facts={[
        {
          name: t('registers.control.stands'),
          said: <ControlState {...control} isExpired={nextCheck !== undefined && nextCheck < today} />,
        },
        { name: t('registers.filter.kind'), said: t(`registers.kind.${kind}`) },
        { name: t('registers.owner'), said: nameOf(owner) },
        { name: t('registers.control.tester'), said: nameOf(tester) },
        { name: t('registers.control.every'), said: checkEvery === undefined ? undefined : t(`registers.every.${checkEvery}`) },
        { name: t('registers.control.next'), said: on(nextCheck) },
        { name: t('registers.control.inPlaceSince'), said: on(implementedOn) },
        { name: t('registers.control.implementedBy'), said: nameOf(implementedBy) },
        { name: t('registers.control.verifiedBy'), said: nameOf(verifiedBy) },
        {
          name: t('registers.control.documented'),
          said: documented === undefined ? undefined : t(documented ? 'registers.yes' : 'registers.no'),
        },
        { name: t('registers.control.shownBy'), said: shownBy },
        { name: t('registers.controls.column.annexA'), said: annexA.map((number) => `A.${number}`).join(', ') },
      ]}
    />
  );
}
