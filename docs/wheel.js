// Draws docs/wheel.svg: node docs/wheel.js > docs/wheel.svg

const size = 760;
const center = size / 2;
const opening = 26; // degrees left open at twelve o'clock, for the names of the phases
const days = 365;

const colours = {
  ground: ['#f6f6f2', '#0f1514'],
  surface: ['#ffffff', '#161e1d'],
  sunk: ['#eeeee8', '#1e2827'],
  line: ['#cfcfc5', '#384644'],
  ink: ['#16201f', '#e9efed'],
  quiet: ['#5f6a67', '#93a19e'],
  run: ['#0b6463', '#63c5bb'],
  promise: ['#dfe6e3', '#263331'],
  edge: ['#7f8e8a', '#6f807c'],
};

const lanes = [
  { phase: 'Plan', outer: 296, tracks: 2 },
  { phase: 'Do', outer: 258, tracks: 4 },
  { phase: 'Check', outer: 190, tracks: 2 },
  { phase: 'Act', outer: 152, tracks: 2 },
];
const track = 15;

/** What a year of an ISMS looks like. `now` runs in this version, the others show what the wheel is for. */
const runs = [
  { name: 'Full risk assessment', lane: 0, track: 0, from: '02-02', to: '03-24' },
  { name: 'Objectives of the year', lane: 0, track: 1, from: '01-12', to: '02-20' },
  { name: 'Documents reviewed', lane: 0, track: 1, from: '05-04', to: '06-12' },
  { name: 'Statement of Applicability', lane: 0, track: 0, from: '04-07', to: '05-08' },
  { name: 'Audit programme', lane: 0, track: 0, from: '11-02', to: '12-04' },
  { name: 'Risk review Q1', lane: 1, track: 0, from: '01-04', to: '01-26', now: true },
  { name: 'Risk review Q2', lane: 1, track: 0, from: '04-01', to: '04-24', now: true },
  { name: 'Risk review Q3', lane: 1, track: 0, from: '07-01', to: '07-21', now: true },
  { name: 'Risk review Q4', lane: 1, track: 0, from: '10-01', to: '10-21', now: true },
  { name: 'Controls implemented', lane: 1, track: 1, from: '03-25', to: '09-18' },
  { name: 'Awareness and training', lane: 1, track: 2, from: '05-11', to: '07-10' },
  { name: 'Suppliers reviewed', lane: 1, track: 2, from: '09-07', to: '10-30' },
  { name: 'Access reviewed', lane: 1, track: 3, from: '03-02', to: '03-27' },
  { name: 'Access reviewed', lane: 1, track: 3, from: '09-01', to: '09-25' },
  { name: 'Internal audit', lane: 2, track: 0, from: '06-08', to: '07-31' },
  { name: 'Measurement Q1', lane: 2, track: 1, from: '04-06', to: '04-20' },
  { name: 'Measurement Q2', lane: 2, track: 1, from: '07-06', to: '07-20' },
  { name: 'Measurement Q3', lane: 2, track: 1, from: '10-05', to: '10-19' },
  { name: 'Management review', lane: 2, track: 0, from: '11-09', to: '12-04' },
  { name: 'Corrective actions', lane: 3, track: 0, from: '08-03', to: '10-23' },
  { name: 'Corrective actions', lane: 3, track: 1, from: '01-11', to: '02-26' },
  { name: 'Changes decided', lane: 3, track: 1, from: '11-30', to: '12-18' },
];

const months = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const dayOf = (date) => {
  const [month, day] = date.split('-').map(Number);
  return lengths.slice(0, month - 1).reduce((sum, n) => sum + n, 0) + day - 1;
};

const angleOf = (day) => -90 + opening / 2 + (day / days) * (360 - opening);
const point = (radius, angle) => {
  const rad = (angle * Math.PI) / 180;
  return `${(center + radius * Math.cos(rad)).toFixed(1)} ${(center + radius * Math.sin(rad)).toFixed(1)}`;
};

function sector(inner, outer, from, to) {
  const large = to - from > 180 ? 1 : 0;
  return [
    `M${point(outer, from)}`,
    `A${outer} ${outer} 0 ${large} 1 ${point(outer, to)}`,
    `L${point(inner, to)}`,
    `A${inner} ${inner} 0 ${large} 0 ${point(inner, from)}Z`,
  ].join('');
}

const whole = [angleOf(0), angleOf(days)];
const laneOf = ({ outer, tracks }) => `<path class="lane" d="${sector(outer - tracks * track, outer, ...whole)}"/>`;

/** Month names stand on the arc, and in the lower half they run the other way, so that nobody reads upside down. */
function month(name, index) {
  const start = lengths.slice(0, index).reduce((sum, n) => sum + n, 0);
  const [from, to] = [angleOf(start) + 0.35, angleOf(start + lengths[index]) - 0.35];
  const middle = (from + to) / 2;
  const below = middle > 0 && middle < 180;
  const radius = below ? 320 : 311;
  const arc = below
    ? `M${point(radius, to)}A${radius} ${radius} 0 0 0 ${point(radius, from)}`
    : `M${point(radius, from)}A${radius} ${radius} 0 0 1 ${point(radius, to)}`;
  return [
    `<path class="month" d="${sector(303, 327, from, to)}"/>`,
    `<path id="m${index}" d="${arc}" fill="none"/>`,
    `<text class="quiet" font-size="13"><textPath href="#m${index}" startOffset="50%" text-anchor="middle">${name}</textPath></text>`,
  ].join('');
}

function run({ name, lane, track: nth, from, to, now }) {
  const middle = lanes[lane].outer - (nth + 0.5) * track;
  const [start, end] = [angleOf(dayOf(from)), angleOf(dayOf(to) + 1)];
  const promise = `<path class="${now ? 'promise' : 'later'}" d="${sector(middle - 5.5, middle + 5.5, start, end)}"/>`;
  const actual = now ? `<path class="run" d="${sector(middle - 3.5, middle + 3.5, start, end - 1.2)}"/>` : '';
  return `<g><title>${name}</title>${promise}${actual}</g>`;
}

const quarters = [90, 181, 273].map((day) => `<path class="quarter" d="M${point(112, angleOf(day))}L${point(300, angleOf(day))}"/>`);
const quarterNames = [45, 135, 227, 319].map((day, n) => {
  const [x, y] = point(101, angleOf(day)).split(' ');
  return `<text class="quiet" x="${x}" y="${y}" dy="4.5" font-size="13" text-anchor="middle">Q${n + 1}</text>`;
});
const phases = lanes.map(({ phase, outer, tracks }) => {
  const y = center - outer + (tracks * track) / 2;
  return `<text class="strong" x="${center}" y="${y}" dy="5" font-size="15" text-anchor="middle">${phase}</text>`;
});

const scheme = (index) =>
  Object.entries(colours)
    .map(([name, pair]) => `--${name}:${pair[index]}`)
    .join(';');
const style = `
svg{${scheme(0)};font-family:-apple-system,"Segoe UI",Inter,Roboto,"Noto Sans","DejaVu Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){svg{${scheme(1)}}}
.ground{fill:var(--ground)}.lane{fill:var(--sunk)}.month{fill:var(--surface);stroke:var(--line)}
.promise{fill:var(--promise);stroke:var(--edge);stroke-width:.8}.run{fill:var(--run)}
.later{fill:none;stroke:var(--edge);stroke-width:.9}.quarter{stroke:var(--line);stroke-dasharray:1 4}
.strong{fill:var(--ink);font-weight:620}.quiet{fill:var(--quiet)}
`;

const legend = [
  `<path class="promise" d="M232 742h30v11h-30z"/><path class="run" d="M232 744h27v7h-27z"/>`,
  `<text class="quiet" x="270" y="752" font-size="14">runs in this version</text>`,
  `<path class="later" d="M432 742h30v11h-30z"/><text class="quiet" x="470" y="752" font-size="14">to come</text>`,
];

process.stdout.write(
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="30 34 700 736" role="img" aria-labelledby="title description">`,
    '<title id="title">The wheel of an information security management system</title>',
    '<desc id="description">One year, clockwise. Four rings stand for Plan, Do, Check and Act; each arc is a run of a process in its time of the year. The quarterly risk reviews are filled, because this version runs them.</desc>',
    `<style>${style}</style>`,
    `<rect class="ground" x="30" y="34" width="700" height="736" rx="14"/>`,
    ...lanes.map(laneOf),
    ...quarters,
    ...months.map(month),
    ...runs.map(run),
    ...phases,
    ...quarterNames,
    `<text class="strong" x="${center}" y="${center}" font-size="21" text-anchor="middle">Fourstroke</text>`,
    `<text class="quiet" x="${center}" y="${center + 22}" font-size="13" text-anchor="middle">one year, promised</text>`,
    `<text class="quiet" x="${center}" y="${center + 39}" font-size="13" text-anchor="middle">and kept</text>`,
    ...legend,
    '</svg>',
    '',
  ].join('\n'),
);
