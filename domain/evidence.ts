/** What is taken as evidence, by the ending of its name. No format that a browser runs. */
export const evidenceTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  eml: 'message/rfc822',
} as const;
export type EvidenceEnding = keyof typeof evidenceTypes;

/** How much is taken: of one file, of one request, of one task; and how large a zip-based file may say that its content is. */
export const evidenceLimits = { megabytes: 25, files: 5, perTask: 50, unpackedMegabytes: 250 } as const;

/** The ending of a file name, if files of that kind are taken. */
export function endingOf(name: string): EvidenceEnding | undefined {
  const ending = /\.([a-z]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  return ending in evidenceTypes ? (ending as EvidenceEnding) : undefined;
}
