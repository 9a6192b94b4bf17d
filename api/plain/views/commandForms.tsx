import type { Speaker } from '../../../domain/words/speaker.ts';
import { Hidden } from './document.tsx';
import { Problem } from './fieldParts.tsx';
import { SentenceField } from './sentenceField.tsx';
import type { CommandForm, CommandName } from './types.ts';

type Props = { form: CommandForm; speaker: Speaker };
type Place = { action: string; csrf: string; pageKey: string };

/** Mails lead to these; a form without a mail is found by its name. */
const anchors: Partial<Record<CommandName, string>> = { extend: 'more-time', askHandOver: 'hand-over' };
export const anchorOf = (command: CommandName): string => anchors[command] ?? command;

/** Each command folded, with its own form; one that was refused comes back open, with what was typed. */
export const CommandForms = ({ forms, place, speaker }: { forms: readonly CommandForm[]; place: Place; speaker: Speaker }) =>
  forms.map((form) => (
    <details key={form.command} id={anchorOf(form.command)} open={form.problem !== undefined}>
      <summary>{speaker.t(`page:commands.${form.command}.title`)}</summary>
      <OneForm form={form} place={place} speaker={speaker} />
    </details>
  ));

/** The form of one command by itself. */
export const OneForm = ({ form, place, speaker, main = false }: Props & { place: Place; main?: boolean }) => {
  const { command } = form;
  const { t } = speaker;
  const help = `${command}-help`;
  return (
    <form method="post" action={place.action}>
      <Hidden values={{ csrf: place.csrf, key: `${place.pageKey}-${command}`, action: command }} />
      <Problem id={`${command}-problem`} text={form.problem} />
      <Which form={form} speaker={speaker} />
      <Fields form={form} speaker={speaker} />
      <p className="help" id={help}>
        {t(`page:commands.${command}.help`)}
      </p>
      <button className={main ? 'button main big' : 'button big'} type="submit" aria-describedby={help}>
        {t(`page:commands.${command}.button`)}
      </button>
    </form>
  );
};

const idOf = ({ command }: CommandForm, field: string): string => `${command}-${field}`;

const Which = ({ form, speaker: { t } }: Props) => {
  const { all: count = form.tasks.length } = form;
  const [only] = form.tasks;
  if (only !== undefined && count === 1) return <Hidden values={{ task: only.name }} />;
  // What a manager decides for others is chosen, not preset.
  const isChosen = form.people !== undefined || form.command === 'decideExtension';
  const all = <option value="*">{t('page:commands.all', { count })}</option>;
  return (
    <div>
      <label className="field" htmlFor={idOf(form, 'task')}>
        {t('page:commands.which')}
      </label>
      <select id={idOf(form, 'task')} name="task" required defaultValue={form.typed?.task ?? (isChosen ? '' : '*')}>
        {isChosen ? <option value="">{t('page:tasks.choose')}</option> : all}
        {form.tasks.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
        {isChosen ? all : null}
      </select>
    </div>
  );
};

const Fields = ({ form, speaker }: Props) => {
  const { t } = speaker;
  switch (form.command) {
    case 'claim':
      return null;
    case 'extend':
      return (
        <>
          <DayField form={form} label={t('page:commands.extend.until')} required />
          <Reason form={form} speaker={speaker} />
        </>
      );
    case 'askHandOver':
      return (
        <>
          <PersonField form={form} label={t('page:commands.askHandOver.to')} speaker={speaker} />
          <Reason form={form} speaker={speaker} />
        </>
      );
    case 'delegate':
      return (
        <>
          <PersonField form={form} label={t('page:commands.delegate.to')} speaker={speaker} required />
          <DayField form={form} label={t('page:commands.delegate.until')} note={t('page:tasks.optional')} />
          <Reason form={form} speaker={speaker} />
        </>
      );
    case 'confirm':
      return <Waiver form={form} speaker={speaker} />;
    case 'decideExtension':
      return (
        <>
          <Decision form={form} speaker={speaker} />
          <DayField form={form} label={t('page:commands.decideExtension.until')} note={t('page:tasks.optional')} />
          <Reason form={form} speaker={speaker} />
          <Waiver form={form} speaker={speaker} />
        </>
      );
    case 'reassign':
      return (
        <>
          <PersonField form={form} label={t('page:commands.reassign.to')} speaker={speaker} required />
          <Reason form={form} speaker={speaker} />
        </>
      );
    case 'waive':
      return (
        <>
          <DayField form={form} label={t('page:commands.waive.until')} required />
          <Reason form={form} speaker={speaker} />
        </>
      );
    default:
      return <Reason form={form} speaker={speaker} />;
  }
};

type FieldProps = { form: CommandForm; label: string; required?: boolean; note?: string };

const DayField = ({ form, label, required = false, note }: FieldProps) => (
  <div>
    <label className="field" htmlFor={idOf(form, 'until')}>
      {label} {note === undefined ? null : <span className="note">{note}</span>}
    </label>
    <input
      id={idOf(form, 'until')}
      name="until"
      type="date"
      min={form.least}
      required={required}
      defaultValue={form.typed?.until ?? ''}
      aria-describedby={form.problem === undefined ? undefined : idOf(form, 'problem')}
    />
  </div>
);

const PersonField = ({ form, label, required = false, speaker: { t } }: FieldProps & { speaker: Speaker }) => (
  <div>
    <label className="field" htmlFor={idOf(form, 'to')}>
      {label} {required ? null : <span className="note">{t('page:tasks.optional')}</span>}
    </label>
    {form.people === undefined ? (
      <input
        id={idOf(form, 'to')}
        name="to"
        type="text"
        maxLength={254}
        required={required}
        autoComplete="off"
        defaultValue={form.typed?.to ?? ''}
        aria-describedby={form.problem === undefined ? undefined : idOf(form, 'problem')}
      />
    ) : (
      <select id={idOf(form, 'to')} name="to" required={required} defaultValue={form.typed?.to ?? ''}>
        <option value="">{t('page:tasks.choose')}</option>
        {form.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )}
  </div>
);

const Reason = ({ form, speaker: { t } }: Props) => <Sentence form={form} field="reason" label={t('page:commands.reason')} />;

/** Only where somebody decides alone what two should. */
const Waiver = ({ form, speaker: { t } }: Props) =>
  form.needsWaiver === true ? (
    <Sentence form={form} field="waiver" label={t('page:commands.waiver')} help={t('page:commands.waiverHelp')} />
  ) : null;

type SentenceProps = { form: CommandForm; field: 'reason' | 'waiver'; label: string; help?: string };

const Sentence = ({ form, field, label, help }: SentenceProps) => (
  <SentenceField id={idOf(form, field)} name={field} label={label} typed={form.typed?.[field]} help={help} />
);

const Decision = ({ form, speaker: { t } }: Props) => (
  <fieldset className="choice">
    <legend className="label">{t('page:commands.decideExtension.granted')}</legend>
    {(['yes', 'no'] as const).map((value) => (
      <label key={value}>
        <input type="radio" name="granted" value={value} required defaultChecked={form.typed?.granted === value} />{' '}
        {t(`page:commands.decideExtension.${value}`)}
      </label>
    ))}
  </fieldset>
);
