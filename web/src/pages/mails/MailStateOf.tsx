import { useTranslation } from 'react-i18next';
import type { MailLine } from '../../data/mails.ts';
import { State } from '../../parts/State.tsx';

const shapes = { accepted: 'done', rejected: 'refused', deferred: 'soon', sending: 'soon' } as const;

/** What became of a mail. */
export function MailStateOf({ mail: { state } }: { mail: MailLine }) {
  const { t } = useTranslation();
  return <State of={shapes[state]}>{t(`mails.state.${state}`)}</State>;
}
