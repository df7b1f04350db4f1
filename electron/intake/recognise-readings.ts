/**
 * Logs: one time column (or a date and a time beside it) plus tags across, or tag/time/value. Taken only when nothing more specific
 * fits and the stamps look like a log: ascending, nearly all different, at least twenty of them.
 */
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { Row } from '../../shared/intake/cells.ts';
import { addVote, decideOrder, parseClock, readDate } from './coerce-dates.ts';
import type { MappedColumn, Mapping } from './map-columns.ts';
import { hitsOf } from './recognise-aliases.ts';
import type { RecognitionInput } from './recognise-input.ts';
import { isQualityHead } from './recognise-quality.ts';
import { share, type ColumnShape } from './recognise-shapes.ts';
import type { WideColumn } from './recognise-wide.ts';

const leastRows = 20;

export function readingsMapping(dataset: Dataset, input: RecognitionInput): { mapping: Mapping; wide: WideColumn[] } | null {
  const hits = (shape: ColumnShape): string[] =>
    hitsOf(shape.header)
      .filter((hit) => hit.dataset === dataset.name)
      .map((hit) => hit.field);
  const time = input.shapes.find((shape) => hits(shape).includes('time') && share(shape, 'date') > 0.9 && shape.filled > 0);
  const field = (name: string): Field | undefined => dataset.fields.find((one) => one.name === name);
  const timeField = field('time');
  if (!time || !timeField || input.table.rows.length < leastRows) return null;
  const clock = input.shapes.find((shape) => shape !== time && share(shape, 'clock') > 0.9 && shape.filled > 0);
  const columns: MappedColumn[] = [{ column: time.column, field: timeField, how: 'exact', rank: 0 }];
  if (clock && time.withClock === 0) columns.push({ column: clock.column, field: timeField, how: 'values', rank: 0 });
  const notes = new Map<number, string>();
  const tag = input.shapes.find((shape) => hits(shape).includes('tag') && share(shape, 'number') < 1);
  const value = input.shapes.find((shape) => hits(shape).includes('value') && share(shape, 'number') > 0.5);
  const [tagField, valueField] = [field('tag'), field('value')];
  if (tag && value && tagField && valueField) {
    columns.push({ column: tag.column, field: tagField, how: 'exact', rank: 0 }, { column: value.column, field: valueField, how: 'exact', rank: 0 });
    for (const name of ['unit', 'quality']) {
      const shape = input.shapes.find((one) => hits(one).includes(name));
      const extra = field(name);
      if (shape && extra) columns.push({ column: shape.column, field: extra, how: 'exact', rank: 0 });
    }
    return { mapping: { dataset, columns, notes }, wide: [] };
  }
  if (!looksLikeLog(input.table.rows, { time: time.column - 1, clock: clock && time.withClock === 0 ? clock.column - 1 : null })) return null;
  const wide = tagsAcross(input.shapes, { except: new Set(columns.map(({ column }) => column)), notes });
  return wide.length === 0 ? null : { mapping: { dataset, columns, notes }, wide };
}

function tagsAcross(shapes: readonly ColumnShape[], given: { except: ReadonlySet<number>; notes: Map<number, string> }): WideColumn[] {
  const wide: WideColumn[] = [];
  const qualities = qualityColumns(shapes);
  for (const shape of shapes) {
    if (given.except.has(shape.column) || shape.header === '' || qualities.has(shape.column)) continue;
    if (shape.filled === 0) given.notes.set(shape.column, 'left out: no values');
    else if (share(shape, 'number') < 0.5) given.notes.set(shape.column, 'left out: texts are no readings');
    else if (shape.distinct === 1 && shape.filled > leastRows) given.notes.set(shape.column, 'left out: the same value in every row');
    else wide.push({ column: shape.column, value: shape.header });
  }
  return withQualities(wide, shapes);
}

/** The tags of a log whose time and other columns a profile names: all others that hold a figure. */
export function tagsBeside(shapes: readonly ColumnShape[], except: ReadonlySet<number>): WideColumn[] {
  const qualities = qualityColumns(shapes);
  const tags = shapes.filter((shape) => !except.has(shape.column) && shape.header !== '' && shape.numbers > 0 && !qualities.has(shape.column));
  return withQualities(
    tags.map(({ column, header }) => ({ column, value: header })),
    shapes,
  );
}

/** Each value's column with the one beside it that says whether the value counts. */
export function withQualities(wide: readonly WideColumn[], shapes: readonly ColumnShape[]): WideColumn[] {
  const qualities = qualityColumns(shapes);
  return wide.map((one) => {
    const quality = [...qualities].find(([, of]) => of === one.column)?.[0];
    return quality === undefined ? one : { ...one, quality };
  });
}

// Quality column → the column of its values, right before it.
function qualityColumns(shapes: readonly ColumnShape[]): Map<number, number> {
  const qualities = new Map<number, number>();
  shapes.forEach((shape, index) => {
    const before = shapes[index - 1];
    if (before && before.numbers > 0 && before.column === shape.column - 1 && !qualities.has(before.column) && isQualityHead(shape.header, before.header))
      qualities.set(shape.column, before.column);
  });
  return qualities;
}

// Ascending (or descending) and different nearly everywhere; a list of events in random order is no log.
export function looksLikeLog(rows: readonly Row[], columns: { time: number; clock: number | null }, least = leastRows): boolean {
  const votes = { dayFirst: 0, monthFirst: 0, either: 0, values: 0, dotted: 0 };
  for (const row of rows) {
    const cell = row.cells[columns.time];
    if (typeof cell === 'string') addVote(votes, cell);
  }
  const { order } = decideOrder(votes);
  const stamps: number[] = [];
  for (const row of rows) {
    const read = readDate(row.cells[columns.time] ?? null, order ?? 'day-first');
    if (!read) continue;
    const beside = columns.clock === null ? null : row.cells[columns.clock];
    const clock =
      typeof beside === 'string'
        ? parseClock(beside)
        : beside !== null && typeof beside === 'object' && beside.kind === 'time'
          ? beside.value * 86_400_000
          : null;
    stamps.push(read.day * 86_400_000 + (clock ?? read.clock ?? 0));
  }
  if (stamps.length < least) return false;
  let up = 0;
  let down = 0;
  for (let index = 1; index < stamps.length; index += 1) {
    const step = (stamps[index] ?? 0) - (stamps[index - 1] ?? 0);
    if (step > 0) up += 1;
    else if (step < 0) down += 1;
  }
  return Math.max(up, down) >= (stamps.length - 1) * 0.97;
}
