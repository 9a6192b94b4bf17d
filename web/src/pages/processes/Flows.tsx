import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processMap } from '../../data/processes.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { usePick, type Words } from './said.ts';

/** What a process goes by and what it brings about, each with the processes at the other end. */
export function Flows({ process }: { process: string }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { data: map } = useSuspenseQuery(processMap);
  const node = map.processes.find(({ key }) => key === process);
  if (node === undefined) return null;
  const titleOf = (key: string) => {
    const title = map.processes.find((one) => one.key === key)?.title;
    return title === undefined ? key : pick(title);
  };
  const others = (what: Words, end: 'from' | 'to') =>
    map.exchanges
      .filter((one) => one[end === 'from' ? 'to' : 'from'] === process && one.what.en === what.en)
      .map((one) => titleOf(one[end]));
  return (
    <Card title={t('process.flows')}>
      <h3 className={layout.heads}>{t('process.inputs')}</h3>
      <Whats all={node.inputs} others={(what) => others(what, 'from')} />
      <h3 className={layout.heads}>{t('process.outputs')}</h3>
      <Whats all={node.outputs} others={(what) => others(what, 'to')} />
    </Card>
  );
}

function Whats({ all, others }: { all: readonly Words[]; others(what: Words): string[] }) {
  const pick = usePick();
  return (
    <ul className={layout.bullets}>
      {all.map((what) => (
        <li key={what.en}>
          {pick(what)} {others(what).length > 0 && <span className="soft">({others(what).join(', ')})</span>}
        </li>
      ))}
    </ul>
  );
}
