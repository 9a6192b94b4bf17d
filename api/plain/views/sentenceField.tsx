type Props = {
  id: string;
  name: string;
  label: string;
  typed?: string | undefined;
  help?: string | undefined;
  problem?: string | undefined;
};

/** One sentence that somebody has to say: 3 to 500 characters, with what was typed before. `problem` is the id of what is said against it. */
export const SentenceField = ({ id, name, label, typed = '', help, problem }: Props) => {
  const helpId = help === undefined ? undefined : `${id}-help`;
  return (
    <div>
      <label className="field" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        rows={2}
        required
        minLength={3}
        maxLength={500}
        defaultValue={typed}
        aria-describedby={[helpId, problem].filter(Boolean).join(' ') || undefined}
      />
      {help === undefined ? null : (
        <p className="help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
};
