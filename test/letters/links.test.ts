import { describe, expect, it } from '@jest/globals';
import { composeMail } from '../../activities/letters/compose.tsx';
import { sampleMails } from '../support/samples/mails.ts';

const linksOf = (text: string): string[] => text.match(/https?:\/\/[^\s"<>)]+/g) ?? [];

describe('Every mail', () => {
  it.each(Object.entries(sampleMails))(
    'When it is %s, text and HTML lead to the same places of the product, and to at least one',
    (_name, data) => {
      const { text, html } = composeMail(data);
      const [inText, inHtml] = [text, html].map((body) => new Set(linksOf(body.replaceAll('&amp;', '&')))) as [Set<string>, Set<string>];
      expect(inText.size).toBeGreaterThan(0);
      expect([...inHtml].filter((link) => !inText.has(link) && !link.includes('www.w3.org'))).toEqual([]);
      for (const link of inText) expect(new URL(link).origin).toBe(new URL([...inText][0] ?? '').origin);
    },
  );
});
