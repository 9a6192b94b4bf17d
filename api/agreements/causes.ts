import { type Check, problem } from './check.ts';

/** Where the cause is a document it is said which, so that somebody can be asked to write it. A task that opened before that was asked has no place for it. */
export const causeAgrees: Check = async (_store, { outcomeSchema }, { weakness, document = '', missingDocument = '' }) =>
  weakness !== 'document' || document !== '' || missingDocument !== '' || !outcomeSchema.includes('"missingDocument"')
    ? []
    : [
        problem(
          'document',
          'Say which document it is, or what one that is missing is to be called.',
          'Sagen Sie, welches Dokument es ist, oder wie eines heißen soll, das fehlt.',
        ),
      ];
