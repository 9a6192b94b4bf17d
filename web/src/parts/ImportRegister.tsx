import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { session } from '../data/queries.ts';
import { manages } from '../data/rights.ts';
import { ButtonLink } from './ButtonLink.tsx';

/** Leads to where a file of the register is brought in, whoever may. */
export function ImportRegister({ register }: { register: 'risks' | 'controls' }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  return manages(who) ? (
    <ButtonLink to="/imports" search={{ register }} variant="default">
      {t('imports.bringIn')}
    </ButtonLink>
  ) : null;
}
