// Control characters fake another line, bidirectional ones another reading direction; neither belongs into a mail or a heading.
const unsafe = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const address = /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bmailto:|\bjavascript:|\bdata:|\bwww\.)\S+/giu;
// Mail programs make links of bare host names too.
const bareHost = /\b(?:[a-z0-9-]+\.)+(?:[a-z]{2}|com|net|org|info|biz|app|dev|xyz|top|site|online|shop|example)\b(?:\/\S*)?/giu;

/**
 * Text that somebody typed, made fit for a mail: one line of at most 120 characters unless said, no control or bidirectional characters, and
 * "[link]" where an address was. Otherwise whoever may name a thing could send phishing from the organization's own address.
 * `hosts: 'keep'` is for the name of the organization, which may well be `tessel.io`.
 */
export function cleanForMail(text: string, hosts: 'replace' | 'keep' = 'replace', longest = 120): string {
  const line = text.replace(unsafe, ' ').replace(address, '[link]');
  const safe = (hosts === 'keep' ? line : line.replace(bareHost, '[link]')).replace(/\s+/gu, ' ').trim();
  const characters = [...safe];
  return characters.length <= longest
    ? safe
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
