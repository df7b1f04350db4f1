/** Which text stands in which column of a list: bars decide while there are as many as in the head, else the head's positions do. */
import { Fault } from '../../../../shared/faults.ts';
import { textBetween, type BarLine } from './lines.ts';

/** How a line stands to a head: its columns, a line of another table, or a line whose columns can't be told. */
export type Fit = 'columns' | 'other' | 'broken';

export function fitOf(line: BarLine, head: BarLine): Fit {
  if (line.bars.length === head.bars.length && line.bars.every((bar, column) => bar === head.bars[column])) return 'columns';
  const own = new Set(line.bars);
  const same = head.bars.filter((bar) => own.has(bar)).length;
  if (same === head.bars.length) return 'columns';
  // All tables share the bar at the margin.
  const alike = (same - 1) * 2 >= head.bars.length - 1;
  if (line.bars.length === head.bars.length) return alike ? 'columns' : 'other';
  if (line.bars.length < head.bars.length) {
    const inHead = new Set(head.bars);
    if (line.bars.every((bar) => inHead.has(bar)) && line.bars.at(-1) === head.bars.at(-1)) return 'columns';
  }
  return alike ? 'broken' : 'other';
}

/** The texts of a line that fits, by column of the head. */
export function cellsIn(line: BarLine, head: BarLine): string[] {
  if (line.bars.length === head.bars.length) return cellsOf(line);
  if (line.bars.length > head.bars.length) return head.bars.slice(1).map((bar, column) => textBetween(line.characters, (head.bars[column] ?? 0) + 1, bar));
  // Columns drawn together: the text belongs to the first of them.
  const texts = new Map(
    line.bars.slice(1).map((bar, column) => [line.bars[column] ?? 0, textBetween(line.characters, (line.bars[column] ?? 0) + 1, bar)] as const),
  );
  return head.bars.slice(0, -1).map((bar) => texts.get(bar) ?? '');
}

/** The texts between a line's own bars. */
export function cellsOf(line: BarLine): string[] {
  return line.bars.slice(1).map((bar, column) => textBetween(line.characters, (line.bars[column] ?? 0) + 1, bar));
}

export function brokenLine(line: BarLine, head: BarLine): Fault {
  return new Fault(
    'file-corrupt',
    `Line ${String(line.number)}: expected the ${String(head.bars.length - 1)} columns of the heading in line ${String(head.number)}, found bars in other places; export the list again, best as a spreadsheet.`,
  );
}
