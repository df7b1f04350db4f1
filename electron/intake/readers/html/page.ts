/**
 * The tables of a page → one sheet, as Excel shows it: tables one below the other, and text between them as rows of one cell. A table
 * within a cell stands below the table it is in, unless it holds a single cell: then its text is the cell's.
 */
import type { Cell, NumberKind, Sheet } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';
import { SheetAreas } from '../workbook/sheet-areas.ts';
import { RowCollector, type Used } from '../xlsx/row-collector.ts';
import { attributeCell, classKinds, styleKind } from './number-format.ts';
import type { Tag, TokenHandler } from './tokens.ts';

interface PageCell {
  attributes: ReadonlyMap<string, string>;
  text: string;
}

interface PageRow {
  hidden: boolean;
  cells: PageCell[];
}

interface PageTable {
  rows: PageRow[];
  hiddenColumns: { from: number; to: number }[];
  columns: number;
  /** The row and cell being read; null between them. */
  row: PageRow | null;
  cell: PageCell | null;
  /** Tables within its cells. */
  inner: PageTable[];
}

// Elements that begin and end a line of their own.
const blocks = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'center',
  'form',
  'hr',
  'caption',
  'body',
  'pre',
  'dl',
  'dt',
  'dd',
  'section',
]);

export class PageReader implements TokenHandler {
  private readonly used: Used;
  private readonly kinds = new Map<string, NumberKind>();
  /** What stands on the page, in order: a table or a line of text. */
  private readonly content: (PageTable | string)[] = [];
  private readonly open: PageTable[] = [];
  private line = '';
  private title = '';
  private inTitle = false;
  private sheetName = '';
  private filled = 0;

  constructor(used: Used) {
    this.used = used;
  }

  get hasTable(): boolean {
    return this.content.some((part) => typeof part !== 'string');
  }

  tag({ name, closing, attributes }: Tag): void {
    const table = this.open.at(-1);
    switch (name) {
      case 'title':
        this.inTitle = !closing;
        return;
      case 'table':
        if (closing) this.closeTable();
        else this.openTable();
        return;
      case 'tr':
        if (table) closeRow(table);
        if (table && !closing) table.row = { hidden: isHidden(attributes), cells: [] };
        return;
      case 'td':
      case 'th':
        if (table) closeCell(table);
        if (table && !closing) this.openCell(table, attributes);
        return;
      case 'col':
        if (table && !closing) addColumn(table, attributes);
        return;
      case 'br':
        this.add('\n');
        return;
    }
    if (blocks.has(name)) this.add('\n');
  }

  text(text: string): void {
    if (this.inTitle) this.title = (this.title + text).slice(0, 200);
    else this.add(text.replace(/[ \t\n\r\f\u00a0]+/g, ' '));
  }

  raw(element: string, content: string): void {
    if (element === 'style') classKinds(content.slice(0, 1024 * 1024), this.kinds);
    else if (element === 'xml') this.sheetName ||= /<x:ExcelWorksheet>\s{0,99}<x:Name>([^<]{1,100})</.exec(content.slice(0, 64 * 1024))?.[1] ?? '';
  }

  /** `name` when the page itself doesn't say. Faults: file-too-large. */
  finish(name = ''): Sheet {
    while (this.open.length > 0) this.closeTable();
    this.endLine();
    const sheetName = name || this.sheetName || this.title.replace(/\s+/g, ' ').trim();
    const rows = new RowCollector(sheetName, this.used);
    const areas = new SheetAreas(sheetName);
    let next = 1;
    for (const part of this.content) {
      if (typeof part === 'string') {
        rows.start(next++, false);
        rows.put(1, part);
        rows.end();
      } else next = this.layOut(part, { rows, areas, first: next });
    }
    return areas.sheetOf(rows.finish(), false);
  }

  private add(text: string): void {
    const table = this.open.at(-1);
    if (table) {
      const { cell } = table;
      if (!cell) return;
      cell.text += text;
      if (cell.text.length > 8 * limits.cellCharacters) throw overLimit('A cell of the page has too many characters', limits.cellCharacters);
      return;
    }
    if (text === '\n') this.endLine();
    else this.line = (this.line + text).slice(0, limits.cellCharacters);
  }

  private endLine(): void {
    const text = tidy(this.line);
    this.line = '';
    if (text !== '') this.content.push(text);
  }

  private openTable(): void {
    if (this.open.length >= limits.xmlDepth) throw overLimit('The tables of the page lie too deep within each other', limits.xmlDepth);
    if (this.open.length === 0) this.endLine();
    this.open.push({ rows: [], hiddenColumns: [], columns: 0, row: null, cell: null, inner: [] });
  }

  private closeTable(): void {
    const table = this.open.pop();
    if (!table) return;
    closeRow(table);
    const outer = this.open.at(-1);
    const only = table.rows.length === 1 && table.rows[0]?.cells.length === 1 && table.inner.length === 0 ? table.rows[0].cells[0] : undefined;
    if (!outer) this.content.push(table);
    else if (only && outer.cell) outer.cell.text += `\n${only.text}\n`;
    else outer.inner.push(table);
  }

  private openCell(table: PageTable, attributes: ReadonlyMap<string, string>): void {
    table.row ??= { hidden: false, cells: [] };
    if (++this.filled > limits.gridCells / 4) throw overLimit('The page has more cells than can be read', limits.gridCells / 4);
    table.cell = { attributes, text: '' };
    table.row.cells.push(table.cell);
  }

  // Returns the first free row below the table and the tables within it.
  private layOut(table: PageTable, to: { rows: RowCollector; areas: SheetAreas; first: number }): number {
    // By column: how many rows a cell from above still reaches down.
    const reach = new Map<number, number>();
    const { rows, areas } = to;
    let number = to.first;
    for (const { from, to: last } of table.hiddenColumns) areas.hideColumns(from, last);
    for (const [index, row] of table.rows.entries()) {
      if (number > limits.rows) throw overLimit('The page has more rows than can be read', limits.rows);
      rows.start(number, row.hidden);
      const begun: [column: number, rows: number][] = [];
      let column = 1;
      for (const cell of row.cells) {
        while ((reach.get(column) ?? 0) > 0) column++;
        const across = Math.min(spanOf(cell, 'colspan'), 1000);
        const down = Math.min(spanOf(cell, 'rowspan'), table.rows.length - index);
        if (column + across - 1 > limits.columns) throw overLimit(`Row ${String(number)} of the page has too many columns`, limits.columns);
        areas.merge({ fromRow: number, fromColumn: column, toRow: number + down - 1, toColumn: column + across - 1 });
        rows.put(column, this.value(cell));
        if (down > 1) for (let i = 0; i < across; i++) begun.push([column + i, down]);
        column += across;
      }
      rows.end();
      for (const [reached, left] of reach) {
        if (left > 1) reach.set(reached, left - 1);
        else reach.delete(reached);
      }
      for (const [reached, down] of begun) reach.set(reached, down - 1);
      number++;
    }
    for (const inner of table.inner) number = this.layOut(inner, { rows, areas, first: number + 1 });
    return table.rows.length === 0 && table.inner.length === 0 ? to.first : number + 1;
  }

  private value({ attributes, text }: PageCell): Cell {
    const shown = tidy(text);
    const kind = styleKind(attributes.get('style') ?? '') ?? this.kinds.get(attributes.get('class')?.trim() ?? '') ?? 'plain';
    const typed = attributeCell(attributes, { kind, text: shown });
    return typed === undefined ? shown || null : typed;
  }
}

function closeCell(table: PageTable): void {
  table.cell = null;
}

function closeRow(table: PageTable): void {
  closeCell(table);
  if (table.row) table.rows.push(table.row);
  table.row = null;
}

function addColumn(table: PageTable, attributes: ReadonlyMap<string, string>): void {
  const from = table.columns + 1;
  table.columns = Math.min(limits.columns, table.columns + Math.min(1000, whole(attributes.get('span'))));
  if (isHidden(attributes) && table.columns >= from) table.hiddenColumns.push({ from, to: table.columns });
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  return /display\s{0,9}:\s{0,9}none/i.test((attributes.get('style') ?? '').slice(0, 1000));
}

function spanOf(cell: PageCell, name: string): number {
  return Math.min(whole(cell.attributes.get(name)), limits.rows);
}

function whole(text: string | undefined): number {
  const value = Number(text ?? '1');
  return Number.isInteger(value) && value > 0 ? value : 1;
}

// Lines without the spaces around them, no empty line at either end.
function tidy(text: string): string {
  return text
    .replace(/ *\n[ \n]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
