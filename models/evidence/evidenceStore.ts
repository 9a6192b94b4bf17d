import type { Readable } from 'node:stream';

/** A file as it was stored: by its content. `size` in bytes. */
export type Stored = { sha256: string; size: number; type: string };

/**
 * Files that show something, each known by the SHA-256 of its content and never changed: the same content is stored once, whoever brings it. Disk is
 * one place for them; another one answers the same two questions.
 */
export type EvidenceStore = {
  /**
   * Stores a file whole or not at all. `name` says what it should be; its content must agree.
   * @throws Refusal 413 `tooLarge`, 422 `unsupportedFile`, 422 `infected`, 507 `storageFull`
   */
  put(content: Readable | Buffer, name: string): Promise<Stored>;
  /**
   * The content; undefined when there is none of this hash.
   * @throws Refusal 409 `notScanned` while it could not be scanned, 422 `infected`
   */
  get(sha256: string): Promise<Readable | undefined>;
};
