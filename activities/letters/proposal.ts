import { standardOf } from './asked.ts';
import type { Block, Part } from './blocks.ts';
import { listOf } from './list.ts';
import type { Reader } from './reader.ts';
import type { Proposed } from './types.ts';

/** To the ISMS manager: something the engine proposes and people decide. */
export const proposal = (section: Proposed, reader: Reader): Part =>
  section.what === 'acceptance' ? acceptance(section, reader) : nonconformity(section, reader);

function acceptance(section: Proposed, reader: Reader): Part {
  const { t, name } = reader;
  const about = { count: section.references.length, reference: section.references[0] ?? '' };
  const text = t('mail:proposal.acceptanceLead', { count: about.count, name });
  return {
    ...common(section, reader, t('mail:proposal.acceptanceList'), t('mail:proposal.acceptanceRow'), text),
    subject: t('mail:subject.acceptance', about),
    title: t('mail:proposal.acceptanceTitle', about),
  };
}

function nonconformity(section: Proposed, reader: Reader): Part {
  const { t, name } = reader;
  const { assignee } = section;
  const text = t('mail:proposal.nonconformityLead', { name });
  return {
    ...common(section, reader, t('mail:proposal.nonconformityList'), t('mail:proposal.nonconformityRow'), text),
    subject: t('mail:subject.nonconformity', {
      count: Math.max(1, section.references.length),
      reference: section.references[0] ?? section.run,
    }),
    title: assignee === undefined ? t('mail:proposal.nonconformityTitlePlain') : t('mail:proposal.nonconformityTitle', { assignee }),
  };
}

function common(section: Proposed, reader: Reader, title: string, row: string, text: string): Omit<Part, 'subject' | 'title'> {
  const { t, dates } = reader;
  const href = reader.runAt(section.run);
  const button: Block = { is: 'button', label: t('mail:proposal.button'), href };
  const lines = section.references.map((reference) => ({ task: reference, reference }));
  return {
    rank: `~${section.at}`,
    date: { text: t('mail:proposal.proposed', { day: dates.fullDay(section.at) }), tone: 'plain' },
    preview: text,
    blocks: [{ is: 'paragraph', text }, button, ...listOf('plain', title, lines, reader, () => row)],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
    href,
  };
}
