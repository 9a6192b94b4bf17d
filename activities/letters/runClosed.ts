import { figure } from '../../domain/words/numbers.ts';
import { standardOf } from './asked.ts';
import type { Block, Part } from './blocks.ts';
import type { Reader } from './reader.ts';
import { nameOfRun } from './runOpened.ts';
import type { RunClosed } from './types.ts';

/** To the ISMS manager: what was promised, and what happened. */
export function runClosed(section: RunClosed, reader: Reader): Part {
  const { t, dates } = reader;
  const run = nameOfRun(section, reader);
  const text = leadOf(section, reader);
  const answered = section.numbers.onTime + section.numbers.late;
  const said = { run, answered: figure(answered, reader.language), asked: figure(section.numbers.asked, reader.language) };
  return {
    rank: `~${section.closedAt}`,
    subject: t('mail:subject.runClosed', { run }),
    title: section.outcome === 'cancelled' ? t('mail:runClosed.titleCancelled', said) : t('mail:runClosed.title', said),
    date: { text: t('mail:runClosed.closed', { day: dates.fullDay(section.closedAt) }), tone: 'plain' },
    preview: text,
    blocks: [
      { is: 'paragraph', text },
      { is: 'button', label: t('mail:runClosed.button'), href: reader.runAt(section.run) },
      numbers(section, reader),
      ...gates(section, reader),
    ],
    small: [standardOf(section, reader)],
    closing: [t('mail:private')],
    href: reader.runAt(section.run),
  };
}

function leadOf({ outcome, supersededBy }: RunClosed, { t, name }: Reader): string {
  if (outcome === 'incomplete' && supersededBy !== undefined) return t('mail:runClosed.lead.incompleteBy', { name, by: supersededBy });
  return t(`mail:runClosed.lead.${outcome}`, { name });
}

const kinds = ['asked', 'onTime', 'late', 'escalated', 'superseded'] as const;

const numbers = (section: RunClosed, { t, language }: Reader): Block => ({
  is: 'rows',
  title: t('mail:runClosed.list'),
  rows: kinds.map((kind) => [figure(section.numbers[kind], language), t(`mail:runClosed.${kind}`)]),
});

const gates = ({ gates: measured }: RunClosed, { t }: Reader): Block[] =>
  measured?.length
    ? [
        {
          is: 'rows',
          title: t('mail:runClosed.gates'),
          rows: measured.map(({ gate, passed }) => [gate, passed ? t('mail:runClosed.passed') : t('mail:runClosed.notPassed')]),
        },
      ]
    : [];
