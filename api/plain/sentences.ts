import type { Language } from '../../domain/records/common.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { isSaid, say } from './words.ts';

/** A refusal in the language of whoever reads it. */
export function sentenceOf({ code, status, message }: Refusal, language: Language): string {
  if (status === 503) return say('unavailable', language);
  if (language === 'en' && code !== 'closed' && code !== 'formerAssignment') return message;
  return say(isSaid(code) ? code : 'wrong', language);
}
