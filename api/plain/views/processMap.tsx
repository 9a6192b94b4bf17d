import type { ProcessMap as Map_, MapEdge, MapNode } from '../../../domain/processMap.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';

type Props = { map: Map_; speaker: Speaker };
type Box = { node: MapNode; x: number; y: number };

const phases = ['plan', 'do', 'check', 'act'] as const;
const column = 250;
const box = { width: 190, height: 52, gap: 26, top: 56 };

/** The four phases as columns, a box for each process, an arrow for each that one starts or proposes. Everything in it stands below as text as well. */
export const ProcessMap = ({ map, speaker }: Props) => {
  const boxes = boxesOf(map);
  const byKey = new Map(boxes.map((one) => [one.node.key, one]));
  const height = Math.max(...boxes.map(({ y }) => y)) + box.height + 40;
  return (
    <div className="table-wrap map">
      <svg viewBox={`0 0 ${column * phases.length} ${height}`} role="img" aria-label={speaker.t('page:processes.picture')}>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {phases.map((phase, n) => (
          <text key={phase} className="phase" x={n * column + box.width / 2 + 20} y={30} textAnchor="middle">
            {speaker.t(`page:processes.phase.${phase}`)}
          </text>
        ))}
        {map.interactions.map((edge) => (
          <Arrow key={`${edge.from} ${edge.to} ${edge.when.en}`} edge={edge} from={byKey.get(edge.from)} to={byKey.get(edge.to)} />
        ))}
        {boxes.map((one) => (
          <Process key={one.node.key} {...one} speaker={speaker} />
        ))}
      </svg>
    </div>
  );
};

const boxesOf = ({ processes }: Map_): Box[] =>
  phases.flatMap((phase, n) =>
    processes
      .filter((node) => node.phase === phase)
      .map((node, row) => ({ node, x: n * column + 20, y: box.top + row * (box.height + box.gap) })),
  );

const Process = ({ node, x, y, speaker }: Box & { speaker: Speaker }) => (
  <a href={`#p-${node.key}`}>
    <title>{spoken(node, speaker)}</title>
    <rect className="process" x={x} y={y} width={box.width} height={box.height} rx={8} />
    {linesOf(speaker.pick(node.title)).map((line, n, all) => (
      <text key={line} x={x + box.width / 2} y={y + box.height / 2 + 5 + (n - (all.length - 1) / 2) * 18} textAnchor="middle">
        {line}
      </text>
    ))}
  </a>
);

/** What stands in the list below, for whoever rests on the box. */
const spoken = ({ title, inputs, outputs }: MapNode, { t, pick }: Speaker): string =>
  t('page:processes.flows', { title: pick(title), inputs: inputs.map(pick).join(', '), outputs: outputs.map(pick).join(', ') });

const mostLetters = 24;

/** Two lines at most, broken between words. */
function linesOf(title: string): string[] {
  if (title.length <= mostLetters) return [title];
  const words = title.split(' ');
  const fits = (n: number) => words.slice(0, n).join(' ').length <= mostLetters;
  const first = Math.max(1, words.findLastIndex((_word, n) => fits(n + 1)) + 1);
  return [words.slice(0, first).join(' '), words.slice(first).join(' ')].filter((line) => line !== '');
}

const Arrow = ({ edge, from, to }: { edge: MapEdge; from: Box | undefined; to: Box | undefined }) =>
  from === undefined || to === undefined ? null : <path className={`edge ${edge.how}`} d={pathOf(from, to)} markerEnd="url(#arrow)" />;

/** To a later phase from the right side to the left one, within a phase around its right side, back along the left sides. */
function pathOf(from: Box, to: Box): string {
  const middle = box.height / 2;
  const [y1, y2] = [from.y + middle, to.y + middle];
  if (to.x > from.x) {
    const [x1, x2] = [from.x + box.width, to.x];
    return `M${x1} ${y1} C${x1 + 30} ${y1} ${x2 - 30} ${y2} ${x2} ${y2}`;
  }
  if (to.x === from.x) {
    const x = from.x + box.width;
    return `M${x} ${y1} C${x + 34} ${y1} ${x + 34} ${y2} ${x} ${y2}`;
  }
  const [x1, x2] = [from.x, to.x + box.width];
  return `M${x1} ${y1 + 8} C${x1 - 30} ${y1 + 8} ${x2 + 30} ${y2 + 8} ${x2} ${y2 + 8}`;
}
