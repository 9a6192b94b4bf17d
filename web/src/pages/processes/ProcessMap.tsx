import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessMapShown } from '../../../../domain/records/processShown.ts';
import { type Box, boxesOf, box as form, heightOf, linesOf, pathOf, phases, widthOf } from './mapGeometry.ts';
import css from './processes.module.css';
import { usePick } from './said.ts';

/** The four phases as columns, a box for each process, an arrow for each that one starts or proposes. The table below says the same. */
export function ProcessMap({ map }: { map: ProcessMapShown }) {
  const { t } = useTranslation();
  const boxes = boxesOf(map.processes);
  const byKey = new Map(boxes.map((one) => [one.node.key, one]));
  return (
    <div className={css.map}>
      <svg viewBox={`0 0 ${widthOf()} ${heightOf(boxes)}`} aria-label={t('processes.picture')}>
        <defs>
          <marker id="processArrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {phases.map((phase, n) => (
          <text key={phase} className={css.phase} x={n * form.column + form.width / 2 + form.left} y={30} textAnchor="middle">
            {t(`phase.${phase}`)}
          </text>
        ))}
        {map.interactions.map(({ from, to, how, when }) => {
          const [start, end] = [byKey.get(from), byKey.get(to)];
          if (start === undefined || end === undefined) return null;
          return (
            <path
              key={`${from} ${to} ${when.en}`}
              className={how === 'starts' ? css.starts : css.proposes}
              d={pathOf(start, end)}
              markerEnd="url(#processArrow)"
            />
          );
        })}
        {boxes.map((one) => (
          <Process key={one.node.key} {...one} />
        ))}
      </svg>
      <p className="small soft">{t('processes.arrows')}</p>
    </div>
  );
}

function Process({ node, x, y }: Box) {
  const pick = usePick();
  const navigate = useNavigate();
  const open = async (event: MouseEvent) => {
    // A new window is the reader's own choice.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    await navigate({ to: '/processes/$process', params: { process: node.key } });
  };
  const lines = linesOf(pick(node.title));
  return (
    <a href={`/cockpit/processes/${encodeURIComponent(node.key)}`} aria-label={pick(node.title)} onClick={open}>
      <rect className={css.process} x={x} y={y} width={form.width} height={form.height} rx={8} />
      {lines.map((line, n) => (
        <text key={line} x={x + form.width / 2} y={y + form.height / 2 + 5 + (n - (lines.length - 1) / 2) * 18} textAnchor="middle">
          {line}
        </text>
      ))}
    </a>
  );
}
