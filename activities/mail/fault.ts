/**
 * What a failed attempt to hand a mail over means. `refused` is final, of the address or of this message; the others are worth another try: the relay
 * asks for one later, is not there, or will not work with us as we are set up.
 */
export type Fault = { kind: 'refused'; about: 'address' | 'message' } | { kind: Passing };
export type Passing = 'later' | 'away' | 'misconfigured';

type Failure = {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  originalCode?: string;
  maybeTaken?: boolean;
};

const away: Fault = { kind: 'away' };
const later: Fault = { kind: 'later' };
const misconfigured: Fault = { kind: 'misconfigured' };

const ourSide = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG']);
const connection = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EPROTOCOL', 'EPROXY', 'EABORT']);
/** It wants a login or encryption first (RFC 4954, RFC 3207). */
const wantsMore = new Set([530, 534, 535, 538]);

/** Undefined for what did not come from the relay. */
export function faultOf(failure: unknown): Fault | undefined {
  const { code = '', responseCode = 0 } = failure as Failure;
  const passes = responseCode >= 400 && responseCode < 500;
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return passes ? later : refusal(failure as Failure);
  if (ourSide.has(code) && !passes) return misconfigured;
  if (!connection.has(code) && !ourSide.has(code)) return undefined;
  return responseCode >= 500 || isAboutTrust(failure as Failure) ? misconfigured : away;
}

/** "Relay access denied", "Relaying denied", "relay not permitted", "Unable to relay": words of Postfix, Sendmail, Exim and Exchange. */
const doesNotRelay = /relay\w* (access )?(denied|not|prohibited)|(unable to|cannot|not permitted to) relay/i;

/** A sender that may not send, and a relay that does not relay for us, say nothing about the one the mail is for. */
function refusal({ code, command, response = '', responseCode = 0 }: Failure): Fault {
  const ofSender = command === 'MAIL FROM' && code === 'EENVELOPE';
  if (wantsMore.has(responseCode) || ofSender || doesNotRelay.test(response)) return misconfigured;
  return { kind: 'refused', about: code === 'EENVELOPE' && command !== 'DATA' ? 'address' : 'message' };
}

/** Its certificate does not hold, or it does not speak TLS where we do. */
const isAboutTrust = ({ originalCode = '' }: Failure): boolean => /CERT|SSL|TLS|UNABLE_TO_|EPROTO/.test(originalCode);

/** The relay had all of it and did not say what became of it. */
export const isMaybeTaken = (failure: unknown): boolean => (failure as Failure).maybeTaken === true;

/** `550 5.1.1` (RFC 3463), else what the connection died of: what may be written where nobody is to be named. */
export const codeOf = (failure: unknown): string => {
  const { response = '', originalCode, code = 'unknown' } = failure as Failure;
  return statusIn(response) ?? originalCode ?? code;
};

/** The reply and status codes that a sentence of a mail server begins with; the words around them name the address. */
export const statusIn = (response: string): string | undefined => /\b[45]\d\d(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response)?.[0];
