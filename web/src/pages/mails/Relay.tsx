import { useTranslation } from 'react-i18next';
import type { MailState } from '../../../../domain/records/mailState.ts';
import layout from '../../parts/page.module.css';
import { useDays } from '../../words/useDays.ts';

/** What is the matter with the mail server, and who can do something about it. */
export function Relay({ relay: { state, since = '', why } }: { relay: MailState['relay'] }) {
  const { t } = useTranslation();
  const days = useDays();
  if (state === 'ok') return null;
  return (
    <div className={layout.alarm} role="status">
      <p>{t(`mails.relay.${state}`, { since: days.moment(since) })}</p>
      {why !== undefined && (
        <p className="soft" lang="en">
          {why}
        </p>
      )}
    </div>
  );
}
