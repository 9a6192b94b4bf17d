import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { NotFound } from '../../parts/NotFound.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { ChangeCriteria } from './ChangeCriteria.tsx';
import { ChangeLadder } from './ChangeLadder.tsx';
import { ChangeMail } from './ChangeMail.tsx';
import { ChangeOrganization } from './ChangeOrganization.tsx';
import { ChangeSites } from './ChangeSites.tsx';
import { ChangeWorkingTime } from './ChangeWorkingTime.tsx';
import { type SettingsPart, settingsParts } from './parts.ts';
import css from './settings.module.css';

const route = getRouteApi('/settings/$part');

const forms: Record<SettingsPart, () => React.JSX.Element> = {
  organization: ChangeOrganization,
  workingTime: ChangeWorkingTime,
  sites: ChangeSites,
  mail: ChangeMail,
  ladders: ChangeLadder,
  criteria: ChangeCriteria,
};

/** One part of the settings as a form, with what the change affects said before it. */
export function ChangeSettings() {
  const { t } = useTranslation();
  const { part: asked } = route.useParams();
  const { data: who } = useSuspenseQuery(session);
  const part = settingsParts.find((one) => one === asked);
  if (part === undefined) return <NotFound />;
  const name = t(`settings.part.${part}`);
  if (!manages(who)) return <PageHead name={name} title={t('settings.notYours')} under={t(`settings.affects.${part}`)} />;
  const Form = forms[part];
  return (
    <div className={css.wide}>
      <PageHead name={name} title={t('settings.changePart', { part: name })} under={t(`settings.affects.${part}`)} />
      <Form />
    </div>
  );
}
