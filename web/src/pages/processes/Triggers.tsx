import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProcessMapShown } from '../../../../domain/records/processShown.ts';
import { processMap } from '../../data/processes.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { usePick } from './said.ts';

/** What starts or proposes a process, and what it starts or proposes itself. */
export function Triggers({ process }: { process: string }) {
  const { t } = useTranslation();
  const { data: map } = useSuspenseQuery(processMap);
  const follows = map.interactions.filter(({ from }) => from === process);
  const startedBy = map.interactions.filter(({ to }) => to === process);
  return (
    <Card title={t('process.triggers')}>
      <h3 className={layout.heads}>{t('process.startedBy')}</h3>
      <Edges map={map} edges={startedBy} end="from" none={t('process.byNothing')} />
      <h3 className={layout.heads}>{t('process.leadsTo')}</h3>
      <Edges map={map} edges={follows} end="to" none={t('process.toNothing')} />
    </Card>
  );
}

type Props = { map: ProcessMapShown; edges: ProcessMapShown['interactions']; end: 'from' | 'to'; none: string };

function Edges({ map: { processes }, edges, end, none }: Props) {
  const { t } = useTranslation();
  const pick = usePick();
  if (edges.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className={layout.lines}>
      {edges.map((edge) => {
        const title = processes.find(({ key }) => key === edge[end])?.title;
        return (
          <li key={`${edge.from} ${edge.to} ${edge.when.en}`}>
            <Link to="/processes/$process" params={{ process: edge[end] }} className="strong">
              {title === undefined ? edge[end] : pick(title)}
            </Link>
            <div className="small soft">{t(`process.when.${end}.${edge.how}`, { when: pick(edge.when) })}</div>
          </li>
        );
      })}
    </ul>
  );
}
