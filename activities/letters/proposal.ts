import { standardOf } from './asked.ts';
import type { Block, Part } from './blocks.ts';
import { listOf } from './list.ts';
import type { Reader } from './reader.ts';
import type { Proposed } from './types.ts';

/** To the ISMS manager: something the engine proposes and people decide. */
export const proposal = (section: Proposed, reader: Reader): Part =>
  section.what === 'nonconformity' ? nonconformity(section, reader) : aboveTheRule(section, reader, section.what);

/** Risks above the acceptance rule, which need a decision, or are to be treated because somebody has decided so. */
function aboveTheRule(section: Proposed, reader: Reader, what: 'acceptance' | 'treatment'): Part {
  const { t, name } = reader;
  const about = { count: section.references.length, reference: section.references[0] ?? '' };
  const text = t(`mail:proposal.${what}Lead`, { count: about.count, name });
  return {
    ...common(section, reader, t(`mail:proposal.${what}List`), t(`mail:proposal.${what}Row`), text),
    subject: t(`mail:subject.${what}`, about),
    title: t(`mail:proposal.${what}Title`, about),
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
