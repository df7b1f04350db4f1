/** A sample's table, changed as a recipe says: other words, order and locale, and everything reports put around a table. */
import { contained, isText, type Grid, type GridCell } from './containers.ts';
import { randomFrom, type Random } from './mutants.ts';
import { printed, type Figures, type Style } from './variants-print.ts';
import type { Recipe } from './variants-recipes.ts';
import type { Column, Original, Typed } from './variants-table.ts';
import { columnWords, noiseHeads, rowWords, type Tongue } from './variants-words.ts';

export interface Variant {
  recipe: Recipe;
  bytes: Buffer;
  /** Header of the original → header of the variant. */
  titles: ReadonlyMap<string, string>;
  /** What a reader sees, for a failing recipe. */
  grid: Grid;
}

interface Placed extends Column {
  title: string;
  figures: Figures;
  sums: boolean;
  hidden: boolean;
}

export function render(original: Original, recipe: Recipe): Variant {
  const random = randomFrom(recipe.salt * 7919 + 17);
  const tongue: Tongue = recipe.heads === 'own' ? 'en' : recipe.heads;
  const style: Style = { recipe, tongue, workbook: !isText(recipe.container) };
  const titles = titlesOf(original, recipe);
  const columns = placed(original, { recipe, titles, tongue, random });
  const page = new Page(style, columns, original.layout.columnPerValue !== true);
  page.above();
  const order = rowOrder(original, recipe);
  page.head();
  page.body(order, groupsOf(original, recipe));
  page.below();
  const grid = page.grid();
  return { recipe, titles, grid, bytes: contained(grid, recipe.container, recipe.encoding) };
}

function titlesOf({ layout, columns }: Original, recipe: Recipe): Map<string, string> {
  const titles = new Map<string, string>();
  const used = new Set(columns.map(({ header }) => header));
  for (const { header } of columns) {
    const concept = layout.means[header];
    const words = recipe.heads === 'own' || concept === undefined ? [] : columnWords[concept][recipe.heads];
    const word = words[recipe.salt % Math.max(1, words.length)];
    const title = word === undefined || used.has(word) ? header : word;
    used.add(title);
    titles.set(header, title);
  }
  return titles;
}

function placed(original: Original, how: { recipe: Recipe; titles: ReadonlyMap<string, string>; tongue: Tongue; random: Random }): Placed[] {
  const { layout } = original;
  const { recipe, random } = how;
  const columns = original.columns.map((column): Placed => {
    const figures = column.cells.filter((cell) => cell?.kind === 'number');
    const fractions = figures.some((cell) => !Number.isInteger(cell.value));
    const sums = layout.sums.includes(column.header);
    const money = layout.dataset.startsWith('budget.') || ['cost', 'price'].includes(layout.means[column.header] ?? '');
    return {
      ...column,
      title: how.titles.get(column.header) ?? column.header,
      figures: { grouped: sums || fractions, money: money && (sums || fractions) },
      sums,
      hidden: false,
    };
  });
  if (recipe.columns === 'reversed') columns.reverse();
  if (recipe.columns === 'shuffled') shuffle(columns, random);
  const noise = noiseColumn(original, how);
  if (noise) columns.splice(random.below(columns.length + 1), 0, noise);
  return columns;
}

function shuffle(list: unknown[], random: Random): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [list[last], list[other]] = [list[other], list[last]];
  }
}

function noiseColumn({ layout, rows }: Original, { recipe, tongue }: { recipe: Recipe; tongue: Tongue }): Placed | null {
  if (recipe.noise === 'none') return null;
  const kind = layout.columnPerValue && recipe.noise === 'figures' ? 'words' : recipe.noise;
  const [words, figures, blank] = noiseHeads[tongue];
  const title = kind === 'figures' ? figures : kind === 'blank' ? blank : words;
  const cells = Array.from({ length: rows }, (_, row): Typed | null =>
    kind === 'blank'
      ? null
      : kind === 'figures'
        ? { kind: 'number', value: ((row * 7919) % 997) + 3 }
        : { kind: 'text', text: `batch job ${String((row % 3) + 1)}` },
  );
  return { header: '', title, cells, figures: { grouped: false, money: false }, sums: false, hidden: kind === 'hidden column' };
}

function groupsOf(original: Original, recipe: Recipe): Column | null {
  const groups = original.columns.find(({ header }) => header === original.layout.groups);
  return recipe.totals === 'subtotals' && groups && original.layout.sums.length > 0 ? groups : null;
}

/** Rows of one group together where subtotals are printed. */
function rowOrder(original: Original, recipe: Recipe): number[] {
  const order = Array.from({ length: original.rows }, (_, row) => row);
  const groups = groupsOf(original, recipe);
  if (!groups) return order;
  const first = new Map<string, number>();
  order.forEach((row) => {
    const name = textOf(groups.cells[row]);
    if (!first.has(name)) first.set(name, first.size);
  });
  return order.sort((a, b) => (first.get(textOf(groups.cells[a])) ?? 0) - (first.get(textOf(groups.cells[b])) ?? 0) || a - b);
}

function textOf(cell: Typed | null | undefined): string {
  if (!cell) return '';
  return cell.kind === 'text' ? cell.text : cell.kind === 'number' ? String(cell.value) : cell.day;
}

class Page {
  private readonly rows: (GridCell | null)[][] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly merges: { row: number; from: number; to: number }[] = [];
  /** A group over a column of values is part of its name, and no ornament. */
  private readonly banded: boolean;
  private readonly style: Style;
  private readonly columns: readonly Placed[];

  constructor(style: Style, columns: readonly Placed[], banded: boolean) {
    this.banded = banded;
    this.style = style;
    this.columns = columns;
  }

  grid(): Grid {
    const hiddenColumns = new Set(this.columns.flatMap((column, index) => (column.hidden ? [index] : [])));
    return { rows: this.rows, hiddenRows: this.hiddenRows, hiddenColumns, merges: this.merges };
  }

  above(): void {
    const { recipe, tongue } = this.style;
    const words = rowWords[tongue];
    if (recipe.above === 'titles') this.rows.push(...words.titles.map((text) => [{ text }]), []);
    if (recipe.above === 'form') {
      this.rows.push(
        ['Plant', 'Nord 1'].map((text) => ({ text })),
        ['User', 'SYSBATCH'].map((text) => ({ text })),
        ['Layout', '/STD'].map((text) => ({ text })),
        [],
      );
    }
  }

  head(): void {
    const { recipe } = this.style;
    const titles = this.columns.map(({ title }) => title);
    if (recipe.above === 'bands' && this.banded && titles.length > 3) this.bands(titles.length);
    if (recipe.above === 'wrapped heads' && titles.some((title) => title.includes(' '))) {
      const wrapped = titles.map((title) =>
        title.includes(' ') ? [title.slice(0, title.lastIndexOf(' ')), title.slice(title.lastIndexOf(' ') + 1)] : ['', title],
      );
      this.rows.push(
        wrapped.map(([text = '']) => ({ text })),
        wrapped.map(([, text = '']) => ({ text })),
      );
    } else this.rows.push(titles.map((text) => ({ text })));
    if (recipe.above === 'units') this.units();
    if (recipe.body === 'rules') this.rule();
  }

  private bands(width: number): void {
    const half = Math.floor(width / 2);
    this.merges.push({ row: this.rows.length, from: 0, to: half - 1 }, { row: this.rows.length, from: half, to: width - 1 });
    this.rows.push(Array.from({ length: width }, (_, column) => (column === 0 ? { text: 'A' } : column === half ? { text: 'B' } : null)));
  }

  private units(): void {
    const known = this.columns.map(({ title, figures }) =>
      /\bmin\b/iu.test(title) ? 'min' : /hour|\bh\b|heures|stunden|horas|\bore\b/iu.test(title) ? 'h' : figures.money ? 'EUR' : '',
    );
    if (known.some((unit) => unit !== '')) this.rows.push(known.map((unit) => (unit === '' ? null : { text: `[${unit}]` })));
  }

  private rule(): void {
    this.rows.push(this.columns.map(() => ({ text: '----------' })));
  }

  body(order: readonly number[], groups: Column | null): void {
    const { recipe, tongue } = this.style;
    const words = rowWords[tongue];
    const word = words.totals[recipe.salt % words.totals.length] ?? '';
    const totals = this.columns.some(({ sums }) => sums) ? recipe.totals : 'none';
    if (totals === 'on top') this.total(order, word, false);
    let group: number[] = [];
    order.forEach((row, index) => {
      if (index > 0 && index % 20 === 0) this.interruption();
      if (recipe.body === 'hidden rows' && index % 5 === 2) this.hiddenRows.add(this.rows.length);
      this.rows.push(this.columns.map((column) => printed(column.cells[row] ?? null, this.style, column.figures)));
      group.push(row);
      const name = groups ? textOf(groups.cells[row]) : '';
      const next = order[index + 1];
      if (groups && (next === undefined || textOf(groups.cells[next]) !== name)) {
        this.total(group, words.subtotal(name), false);
        group = [];
      }
    });
    if (totals === 'none' || totals === 'on top') return;
    this.total(order, totals === 'unlabelled' ? '' : word, totals === 'word aside');
  }

  private interruption(): void {
    const { recipe } = this.style;
    if (recipe.body === 'blank rows') this.rows.push([]);
    if (recipe.body === 'page heads') this.head();
  }

  /** The label stands in the first column without a sum, aside in the second. */
  private total(rows: readonly number[], label: string, aside: boolean): void {
    const free = this.columns.flatMap((column, index) => (column.sums ? [] : [index]));
    const at = free[aside && free.length > 1 ? 1 : 0];
    this.rows.push(
      this.columns.map((column, index) => {
        if (!column.sums) return index === at && label !== '' ? { text: label } : null;
        const sum = rows.reduce((total, row) => total + scaled(column.cells[row] ?? null), 0n);
        return printed({ kind: 'number', value: Number((Number(sum) / 1e12).toFixed(6)) }, this.style, column.figures);
      }),
    );
  }

  below(): void {
    const { recipe, tongue } = this.style;
    if (recipe.body === 'rules') this.rule();
    if (recipe.body === 'footer') this.rows.push([], [{ text: rowWords[tongue].footer }]);
  }
}

// Summed in whole trillionths, so that a total never carries the dust of adding.
function scaled(cell: Typed | null): bigint {
  return cell?.kind === 'number' ? BigInt(Math.round(cell.value * 1e12)) : 0n;
}
