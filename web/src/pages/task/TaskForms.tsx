import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../../../domain/records/taskDetail.ts';
import { changed, taskOf } from '../../data/tasks.ts';
import { Notice } from '../../forms/Notice.tsx';
import { useDays } from '../../words/useDays.ts';
import { Answer } from './Answer.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { CommandForm } from './CommandForm.tsx';
import { type Command, mayGive } from './commands.ts';
import { EvidenceCard } from './EvidenceCard.tsx';
import { askedExtension, may, nameIn, type Shown, type What, whatOf } from './subject.ts';
import css from './task.module.css';

const decisions: Partial<Record<What, readonly Command[]>> = {
  confirm: ['confirm', 'return'],
  extension: ['decideExtension'],
  handOver: ['reassign'],
};

const others: readonly Command[] = [
  ...(['claim', 'extend', 'delegate', 'takeBack', 'giveBack', 'askHandOver', 'comment'] as const),
  ...(['decideExtension', 'reassign', 'waive', 'cancel'] as const),
];

/** All that this reader may say to the task; what was said is shown as the API has recorded it. */
export function TaskForms({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [said, setSaid] = useState<{ sentence: string; n: number }>();
  const { task, reading, who } = shown;
  const first = (decisions[whatOf(shown)] ?? []).filter((command) => mayGive(task, who, command));
  const record = (made: TaskDetail, sentence: string) => {
    client.setQueryData(taskOf(task.id).queryKey, made);
    setSaid((before) => ({ sentence, n: (before?.n ?? 0) + 1 }));
    void changed(client);
  };
  const onDone = (made: TaskDetail, command: Command) => record(made, t(`tasks.commands.${command}.done`));
  return (
    <>
      {said !== undefined && (
        <Notice key={said.n} kind="good">
          <p>{said.sentence}</p>
        </Notice>
      )}
      {task.outcome !== undefined && task.state !== 'returned' && (
        <section className={css.card} aria-labelledby="h-answer">
          <h2 id="h-answer">{t('tasks.answer.heading')}</h2>
          <Answer task={task} labels={reading.labels} people={reading.people} />
        </section>
      )}
      {may(task, 'complete') && <AnswerForm shown={shown} onRecorded={(made) => record(made, t('tasks.answer.isRecorded'))} />}
      {first.map((command, n) => (
        <section key={command} className={css.card} aria-labelledby={`h-${command}`}>
          <h2 id={`h-${command}`}>{t(`tasks.commands.${command}.title`)}</h2>
          <Request shown={shown} command={command} />
          <CommandForm
            {...{ command, task, onDone, isMain: n === 0 }}
            preset={command === 'reassign' ? { to: nameIn(reading, task.handOver?.to) } : {}}
          />
        </section>
      ))}
      <OthersDecide shown={shown} />
      <EvidenceCard task={task} onAdded={(made, count) => record(made, t('tasks.evidence.added', { count }))} />
      <SomethingElse shown={shown} without={first} onDone={onDone} />
    </>
  );
}

/** What was asked for that is decided here, and why. */
function Request({ shown: { task, reading }, command }: { shown: Shown; command: Command }) {
  const { t } = useTranslation();
  const { handOver } = task;
  const extension = askedExtension(task);
  if (command === 'decideExtension' && extension !== undefined)
    return <p className={css.lead}>{t('tasks.decide.reason', { reason: extension.reason })}</p>;
  if (command !== 'reassign' || handOver === undefined) return null;
  const to = handOver.to === undefined ? '' : t('tasks.decide.handOverTo', { to: nameIn(reading, handOver.to) });
  return <p className={css.lead}>{`${to} ${t('tasks.decide.reason', { reason: handOver.reason })}`.trim()}</p>;
}

/** Who decides what was asked for, where that is not this reader: duties are separated, or somebody else is accountable. */
function OthersDecide({ shown: { task, reading } }: { shown: Shown }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const asked = askedExtension(task);
  const names = (ids: readonly string[] = []) => new Intl.ListFormat(i18n.language).format(ids.map((id) => nameIn(reading, id)));
  const said = [
    ...(asked === undefined || may(task, 'decideExtension')
      ? []
      : [t('tasks.decide.otherGrants', { day: days.day(asked.until), names: names(asked.deciders) })]),
    ...(task.handOver === undefined || may(task, 'reassign')
      ? []
      : [t('tasks.decide.otherReassigns', { names: names(task.handOver.deciders) })]),
  ];
  return said.length === 0 ? null : <p className={css.card}>{said.join(' ')}</p>;
}

type ElseProps = { shown: Shown; without: readonly Command[]; onDone(task: TaskDetail, command: Command): void };

/** Something else than an answer: more time, another person, a comment; for those who manage, also to give it to somebody else or to end it. */
function SomethingElse({ shown: { task, who }, without, onDone }: ElseProps) {
  const { t } = useTranslation();
  const offered = others.filter((command) => !without.includes(command) && mayGive(task, who, command));
  if (offered.length === 0) return null;
  return (
    <section className={css.card} aria-labelledby="h-else">
      <h2 id="h-else">{t('tasks.commands.heading')}</h2>
      {offered.map((command) => (
        <Folded key={command} command={command} task={task} onDone={onDone} />
      ))}
    </section>
  );
}

/** Unfolded and in sight where somebody came for it. */
function Folded({ command, task, onDone }: Pick<ElseProps, 'onDone'> & { command: Command; task: TaskDetail }) {
  const { t } = useTranslation();
  const { form } = useSearch({ from: '/task/$' });
  const summary = useRef<HTMLElement>(null);
  const isAsked = form === command;
  useEffect(() => {
    if (isAsked) summary.current?.scrollIntoView({ block: 'center' });
  }, [isAsked]);
  return (
    <details open={isAsked}>
      <summary ref={summary}>{t(`tasks.commands.${command}.title`)}</summary>
      <CommandForm command={command} task={task} onDone={onDone} />
    </details>
  );
}
