import type { Instant, Language } from '../../domain/records/common.ts';
import type { SoaLine, SoaVersion } from '../../domain/records/soa.ts';
import type { Paper } from './pdf.ts';

const english = {
  title: 'Statement of Applicability',
  of: 'of',
  now: 'As it stands now, not published',
  published: 'Published',
  digest: 'SHA-256 of the content',
  columns: ['Control', 'Title', 'Applies', 'Why', 'Implementation', 'Put in place by'],
  applies: { yes: 'yes', no: 'no', open: 'not decided' },
  needed: { risks: 'Risks', requirements: 'Requirements' },
  implementation: { implemented: 'implemented', partly: 'partly', planned: 'planned', none: 'not' },
  problems: {
    undecided: 'Nobody has decided yet.',
    needed: 'Excluded although something needs it.',
    noReason: 'Nothing says why it stands here.',
  },
};

const german: typeof english = {
  title: 'Erklärung zur Anwendbarkeit',
  of: 'von',
  now: 'Wie sie jetzt steht, nicht veröffentlicht',
  published: 'Veröffentlicht',
  digest: 'SHA-256 des Inhalts',
  columns: ['Maßnahme', 'Titel', 'Gilt', 'Warum', 'Umsetzung', 'Umgesetzt durch'],
  applies: { yes: 'ja', no: 'nein', open: 'nicht entschieden' },
  needed: { risks: 'Risiken', requirements: 'Anforderungen' },
  implementation: { implemented: 'umgesetzt', partly: 'teilweise', planned: 'geplant', none: 'nicht' },
  problems: {
    undecided: 'Noch hat niemand entschieden.',
    needed: 'Ausgeschlossen, obwohl etwas sie braucht.',
    noReason: 'Nichts sagt, warum sie hier steht.',
  },
};

type Of = { organization: string; language: Language; at: Instant; lines: readonly SoaLine[]; version?: SoaVersion | undefined };

/** The Statement of Applicability for people: as it stands now, or as it was published with whatever proves that it is that (6.1.3 d). */
export function statementPaper({ organization, language, at, lines, version }: Of): Paper {
  const words = language === 'de' ? german : english;
  const widths = [44, 130, 44, '*', 66, 150] as const;
  return {
    title: `${words.title} ${version?.id ?? ''}`.trim(),
    language,
    at: version?.publishedAt ?? at,
    lines: [
      organization,
      ...(version === undefined
        ? [`${words.now}: ${at.slice(0, 10)}`]
        : [`${words.published}: ${version.publishedAt.slice(0, 10)}`, version.note, `${words.digest}: ${version.digest}`]),
    ],
    columns: words.columns.map((title, n) => ({ title, width: widths[n] ?? '*' })),
    rows: lines.map((line) => rowOf(line, words)),
    page: { of: words.of },
  };
}

const rowOf = (line: SoaLine, words: typeof english): string[] => [
  line.control,
  line.title,
  line.applicable === undefined ? words.applies.open : words.applies[line.applicable ? 'yes' : 'no'],
  [
    ...(line.risks.length > 0 ? [`${words.needed.risks}: ${line.risks.join(', ')}`] : []),
    ...(line.requirements.length > 0 ? [`${words.needed.requirements}: ${line.requirements.join(', ')}`] : []),
    ...(line.justification === undefined ? [] : [line.justification]),
    ...(line.problem === undefined ? [] : [words.problems[line.problem]]),
  ].join('\n'),
  words.implementation[line.implementation],
  line.controls.map(({ id, name }) => `${id} ${name}`).join('\n'),
];
