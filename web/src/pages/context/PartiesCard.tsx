import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InterestedParty, Requirement } from '../../../../domain/records/context.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { useDays } from '../../words/useDays.ts';
import type { Changing } from './Context.tsx';
import css from './context.module.css';
import { Ended } from './Ended.tsx';
import { PartyForm, RequirementForm } from './forms.tsx';
import { Requirements } from './Requirements.tsx';

type Props = { parties: readonly InterestedParty[]; requirements: readonly Requirement[]; changing: Changing };

/** Who has an interest in information security, what they expect and what they require. */
export function PartiesCard({ parties, requirements, changing }: Props) {
  const { t } = useTranslation();
  const active = parties.filter(({ status }) => status === 'active');
  const ended = parties.filter(({ status }) => status === 'ended');
  const open = changing?.open?.of === 'party' ? changing.open : undefined;
  const list = (some: readonly InterestedParty[]) => (
    <ul className={css.parties}>
      {some.map((party) => (
        <Party key={party.id} party={party} requirements={requirements} changing={changing} />
      ))}
    </ul>
  );
  return (
    <Card
      title={t('registers.parties.title')}
      aside={
        changing !== undefined && (
          <Button variant="default" size="xs" onClick={() => changing.setOpen({ of: 'party' })}>
            {t('registers.parties.add')}
          </Button>
        )
      }
    >
      {open !== undefined && (
        <PartyForm key={open.party?.id ?? ''} party={open.party} all={parties} onLeave={() => changing?.setOpen(undefined)} />
      )}
      {active.length === 0 ? <p className="soft">{t('registers.parties.none')}</p> : list(active)}
      <Ended count={ended.length}>{list(ended)}</Ended>
    </Card>
  );
}

function Party({ party, requirements, changing }: { party: InterestedParty; requirements: readonly Requirement[]; changing: Changing }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const { id, name, kind, expects, reviewedOn } = party;
  const own = requirements.filter((one) => one.party === id);
  const open = changing?.open?.of === 'requirement' && changing.open.party === id ? changing.open : undefined;
  return (
    <li id={id} className={css.target}>
      <div className={css.party}>
        <h3>
          <span className="id">{id}</span> {name}
        </h3>
        {changing !== undefined && (
          <div className={css.acts}>
            <Button variant="default" size="xs" onClick={() => changing.setOpen({ of: 'party', party })}>
              {t('registers.change.of', { id })}
            </Button>
            <Button variant="default" size="xs" onClick={() => changing.setOpen({ of: 'requirement', party: id })}>
              {t('registers.requirements.add', { party: name })}
            </Button>
          </div>
        )}
      </div>
      <p className={`soft ${layout.lead}`}>
        {t(`registers.parties.kind.${kind}`)}
        {expects === '' ? '' : `: ${expects}`}
        {reviewedOn !== undefined && <span className="quiet"> · {t('registers.reviewedOn', { day: date(reviewedOn) })}</span>}
      </p>
      {open !== undefined && (
        <RequirementForm
          key={open.requirement?.id ?? ''}
          requirement={open.requirement}
          party={id}
          all={requirements}
          onLeave={() => changing?.setOpen(undefined)}
        />
      )}
      <Requirements requirements={own} party={name} changing={changing} />
    </li>
  );
}
