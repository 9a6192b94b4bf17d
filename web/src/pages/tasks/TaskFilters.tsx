import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../data/names.ts';
import { processes } from '../../data/runs.ts';
import { PersonField } from '../../parts/choosing/PersonField.tsx';
import layout from '../../parts/page.module.css';
import { SelectField } from '../../parts/recording/fields.tsx';
import { given } from '../../routes/given.ts';
import { type TasksSearch, taskStates } from '../../routes/tasks.ts';

type Asked = { [K in keyof TasksSearch]?: TasksSearch[K] | undefined };

const overdues = ['any', 'yes', 'no'] as const;
/** Only of what is open it can be said whether it is late. */
const mayBeLate = (state: TasksSearch['state'] = 'open'): boolean => state === 'open' || state === 'all';

/** What is chosen stands in the address, so that it can be kept and passed on. */
export function TaskFilters({ search }: { search: TasksSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/tasks' });
  const ask = (asked: Asked) => navigate({ search: given({ ...search, ...asked }), replace: true, resetScroll: false });
  return (
    <search className={layout.filters} aria-label={t('tasks.list.filters')}>
      <SelectField
        label={t('tasks.list.state')}
        value={search.state ?? 'open'}
        options={taskStates.map((state) => ({ value: state, name: t(`tasks.list.states.${state}`) }))}
        onChange={(state) => ask({ state: state === 'open' ? undefined : state, ...(!mayBeLate(state) && { overdue: undefined }) })}
      />
      <SelectField
        label={t('tasks.list.overdue')}
        value={search.overdue ?? 'any'}
        options={overdues.map((overdue) => ({ value: overdue, name: t(`tasks.list.overdues.${overdue}`) }))}
        onChange={(overdue) =>
          ask({ overdue: overdue === 'any' ? undefined : overdue, ...(!mayBeLate(search.state) && { state: undefined }) })
        }
      />
      <ProcessField value={search.process} onChange={(process) => ask({ process })} />
      <WaitsFor person={search.person} onChange={(person) => ask({ person })} />
      {search.run !== undefined && (
        <p className="soft">
          {t('tasks.list.ofRun', { run: search.run })}{' '}
          <Link to="/tasks" search={given({ ...search, run: undefined })} replace resetScroll={false}>
            {t('tasks.list.anyRun')}
          </Link>
        </p>
      )}
    </search>
  );
}

type One = { onChange(value: string | undefined): void };

function ProcessField({ value = '', onChange }: One & { value: string | undefined }) {
  const { t, i18n } = useTranslation();
  const { data } = useSuspenseQuery(processes);
  const language = i18n.language === 'de' ? 'de' : 'en';
  const named = data.items
    .map(({ key, title }) => ({ value: key, name: title[language] }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <SelectField
      label={t('tasks.list.process')}
      value={value}
      options={[{ value: '', name: t('tasks.list.anyProcess') }, ...named]}
      onChange={(process) => onChange(process === '' ? undefined : process)}
    />
  );
}

function WaitsFor({ person, onChange }: One & { person: string | undefined }) {
  const { t } = useTranslation();
  const { data: name = '…' } = useQuery({ ...nameOf(person ?? ''), enabled: person !== undefined });
  return (
    <PersonField
      label={t('tasks.list.person')}
      value={person === undefined ? undefined : { id: person, name }}
      onChange={(chosen) => onChange(chosen?.id)}
    />
  );
}
