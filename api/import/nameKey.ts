/** Names of people and things are equal in any case, with any blanks, and however their accents are encoded. */
export const nameKey = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
