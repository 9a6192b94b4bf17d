const near = /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[(::1|f[cde]))/i;

/** On this machine or in its own network: a loopback or private address, or a name without a dot, as containers have. */
const isNear = (host: string): boolean => near.test(host) || !/[.:]/.test(host);

/**
 * Whether mail may leave for this server only by TLS. One that is farther away has to speak it, unless the address says otherwise
 * (`?requireTLS=false`): a stripped STARTTLS is then a fault, never a mail in clear text.
 */
export function mustEncrypt(smtpUrl: string): boolean {
  const { protocol, hostname, searchParams } = new URL(smtpUrl);
  if (protocol === 'smtps:' || searchParams.get('secure') === 'true') return true;
  const asked = searchParams.get('requireTLS');
  return asked === null ? !isNear(hostname) : asked === 'true';
}
