import type { Part } from './blocks.ts';
import type { Reader } from './reader.ts';

/** Letters that the short form still names one by one. */
const named = 40;

/**
 * The letters of a mail, or, when it would grow too large, the first ones in full and the others as one line each. A manager of sixty
 * silent people gets one mail that can be read.
 */
export function shortened(parts: readonly Part[], reader: Reader, fits: (parts: readonly Part[]) => boolean): readonly Part[] {
  if (fits(parts)) return parts;
  for (let full = Math.min(parts.length - 1, 12); full > 1; full -= 1) {
    const some = [...parts.slice(0, full), rest(parts.slice(full), reader)];
    if (fits(some)) return some;
  }
  return [...parts.slice(0, 1), rest(parts.slice(1), reader)];
}

function rest(parts: readonly Part[], { t, answerAt }: Reader): Part {
  const left = parts.length - named;
  return {
    rank: '~~',
    subject: '',
    title: t('mail:also.title', { count: parts.length }),
    preview: '',
    blocks: [
      {
        is: 'bullets',
        title: t('mail:also.list'),
        items: [
          ...parts.slice(0, named).map(({ subject }) => subject.replace('[ISMS] ', '')),
          ...(left > 0 ? [t('mail:others', { count: left, number: String(left) })] : []),
        ],
      },
      { is: 'button', label: t('mail:also.button'), href: parts[0]?.href ?? answerAt('login') },
    ],
    small: [],
    closing: [],
  };
}
