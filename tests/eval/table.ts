/** A set's figures as a table that fits 100 columns. Pure. */
import { type Figures, figuresOf, type Share, timesOf } from './score.ts';
import type { Judged } from './sets.ts';

interface Column {
  head: readonly [string, string];
  width: number;
  cell(figures: Figures): string;
}

const percent = (share: Share | undefined): string => (share ? `${share.percent.toFixed(1)} %` : '-');
/** With the number of questions, where it is not that of the line. */
const counted = (share: Share | undefined): string => (share ? `${share.percent.toFixed(1)} % /${share.of}`.padStart(11) : '-');

const COLUMNS: readonly Column[] = [
  { head: ['answer-', 'able'], width: 8, cell: ({ first }) => String(first?.of ?? 0) },
  { head: ['right', 'first'], width: 8, cell: ({ first }) => percent(first) },
  { head: ['right', 'in 5'], width: 8, cell: ({ inFive }) => percent(inFive) },
  { head: ['', 'offered'], width: 8, cell: ({ offered }) => percent(offered) },
  { head: ['wrong', 'answer'], width: 8, cell: ({ wrong }) => percent(wrong) },
  { head: ['', 'refused'], width: 8, cell: ({ refused }) => percent(refused) },
  { head: ['list', 'cover'], width: 12, cell: ({ list }) => counted(list) },
  { head: ['hedge', 'shown'], width: 12, cell: ({ hedged }) => counted(hedged) },
  { head: ['false', 'answer'], width: 12, cell: ({ falseAnswer }) => counted(falseAnswer) },
];
const NAME = 15;

const line = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(NAME)}${cells.map((cell, i) => cell.padStart(COLUMNS[i]?.width ?? 0)).join('')}`.trimEnd();

/** One line for each value of a question's field that occurs, in alphabetical order. */
function groups(judged: readonly Judged[], of: (judged: Judged) => string | undefined): string[] {
  const names = [...new Set(judged.map(of))].filter((name) => name !== undefined).sort();
  return names.map((name) =>
    row(
      name.replaceAll('_', ' '),
      judged.filter((one) => of(one) === name),
    ),
  );
}

function row(name: string, judged: readonly Judged[]): string {
  const figures = figuresOf(judged.map(({ verdict }) => verdict));
  return line(
    name,
    COLUMNS.map(({ cell }) => cell(figures)),
  );
}

/** A table by category and language; below it the line for all, and the time. */
export function table(name: string, judged: readonly Judged[]): string {
  const { median, p99 } = timesOf(judged.map(({ answer }) => answer.ms));
  const [above, below] = [0, 1].map((k) => COLUMNS.map(({ head }) => head[k] ?? ''));
  const languages = groups(judged, ({ question }) => question.lang);
  const blocks = [
    [`${name}: ${judged.length} questions`],
    [line('', above ?? []), line('', below ?? []), row('all', judged)],
    groups(judged, ({ question }) => question.category),
    languages,
    [`time a question: median ${median.toFixed(2)} ms, 99th percentile ${p99.toFixed(2)} ms`],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}
