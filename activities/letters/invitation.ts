import type { Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import type { Invitation } from './types.ts';

/** The reader may set a password; what is asked by mail needs none. */
export function invitation(section: Invitation, organization: string, reader: Reader): Part {
  const { t, name, dates } = reader;
  const { invitedBy: by } = section;
  const lead = by === undefined ? t('mail:invitation.lead', { name }) : t('mail:invitation.leadBy', { name, by });
  const href = reader.invitationAt(section.token);
  return {
    // An invitation comes first: without it the others may not be answered.
    rank: '',
    subject: t('mail:subject.invitation', { organization }),
    title: t('mail:invitation.title', { organization }),
    date: { text: t('mail:invitation.until', { day: dates.fullDay(section.expiresAt) }), tone: 'plain' },
    preview: lead,
    blocks: [
      { is: 'paragraph', text: `${lead} ${t('mail:invitation.without')}` },
      { is: 'button', label: t('mail:invitation.button'), href },
    ],
    small: [],
    closing: [t('mail:invitation.small')],
    href,
  };
}
