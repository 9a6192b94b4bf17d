import { inWords, upperFirst } from '../../domain/words/numbers.ts';
import { monthOf, questionOf } from '../../domain/words/question.ts';
import { headingOf, howOf, whatOf } from './asked.ts';
import { asking } from './asking.ts';
import type { Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import type { Opened } from './types.ts';

/** Something is asked for the first time. */
export const opened = (section: Opened, reader: Reader): Part =>
  asking(section, reader, {
    sentences: sentences(section, reader),
    // The question speaks of what the reader has judged, the heading only of what is to be done.
    title: titleOf(section, reader),
    preview: `${upperFirst(leadOf(section, reader))} ${howOf(section, reader, true)}`,
  });

function titleOf(section: Opened, reader: Reader): string {
  if (section.cameBack !== undefined) return reader.t('mail:decision.cameBackTitle', { what: whatOf(section, reader) });
  return section.onBehalfOf === undefined ? questionOf(section, section.tasks, reader) : headingOf(section, reader);
}

const leadOf = (section: Opened, reader: Reader): string =>
  reader.counted(section.definition.words.lead, {
    count: section.tasks.length,
    reference: section.tasks[0]?.reference,
    since: monthOf(section.tasks, reader),
  });

function sentences(section: Opened, reader: Reader): string[] {
  const { t, name } = reader;
  if (section.onBehalfOf !== undefined) return [t('mail:standIn.deputy', { count: section.tasks.length, name, owner: section.onBehalfOf })];
  if (section.cameBack !== undefined) {
    const { by } = section.cameBack;
    return [t('mail:decision.cameBack', { count: section.tasks.length, name, by })];
  }
  const lead = leadOf(section, reader);
  // A lead that begins with a number goes on after the name: "Lukas, four of your risks …"; any other stands for itself.
  const greeted = /^\p{Lu}/u.test(lead) ? lead : t('mail:greeting', { name, text: lead });
  return [greeted, ...changed(section, reader)];
}

/** For long lists only: how many of them have changed. */
function changed(section: Opened, reader: Reader): string[] {
  const since = monthOf(section.tasks, reader);
  const count = section.tasks.filter(({ changes }) => (changes ?? 0) > 0).length;
  if (section.tasks.length <= 12 || count === 0 || since === undefined) return [];
  return [upperFirst(reader.t('mail:changedSince', { count, number: inWords(count, reader.language), since }))];
}
