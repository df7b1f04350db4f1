/**
 * What the clipboard holds of a table, as tab-separated text with quotes where they are needed. Excel puts both text and HTML there; the
 * HTML is taken when it carries a wider table or the text is none.
 */
export interface Pasted {
  html: string;
  text: string;
}

/** Null when there is no table: fewer than two cells. */
export function pastedTable(pasted: Pasted, parse: (html: string) => Document): string | null {
  const fromText = cellsOfText(pasted.text);
  const fromHtml = pasted.html === '' ? [] : cellsOfHtml(parse(pasted.html));
  const cells = countOf(fromHtml) > countOf(fromText) || widthOf(fromHtml) > widthOf(fromText) ? fromHtml : fromText;
  if (countOf(cells) < 2) return null;
  return cells.map((row) => row.map(quoted).join('\t')).join('\n') + '\n';
}

/** Tab-separated text as Excel writes it: a cell with a tab, a line end or a quote at its start is quoted, quotes in it doubled. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = cellAt(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function cellAt(text: string, start: number): { value: string; end: number } {
  const quotedCell = text[start] === '"' ? /^"((?:[^"]|"")*)"(?=\t|\r|\n|$)/.exec(text.slice(start)) : null;
  if (quotedCell) return { value: (quotedCell[1] ?? '').replaceAll('""', '"'), end: start + quotedCell[0].length };
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

/** The cells of the largest table of a page, spanned cells kept in their first place and the rest left empty. */
export function cellsOfHtml(page: Document): string[][] {
  const tables = [...page.querySelectorAll('table')].map(cellsOfTable);
  return tables.reduce<string[][]>((best, table) => (countOf(table) > countOf(best) ? table : best), []);
}

function cellsOfTable(table: HTMLTableElement): string[][] {
  const rows: string[][] = [];
  const taken = new Set<string>();
  [...table.rows].slice(0, mostRows).forEach((row, top) => {
    const cells: string[] = [];
    let left = 0;
    for (const cell of row.cells) {
      while (taken.has(`${String(top)} ${String(left)}`)) cells[left++] = '';
      const across = Math.min(Math.max(1, cell.colSpan), mostSpan);
      const down = Math.min(Math.max(1, cell.rowSpan), mostSpan);
      for (let y = 0; y < down; y += 1) for (let x = 0; x < across; x += 1) taken.add(`${String(top + y)} ${String(left + x)}`);
      cells[left] = textOf(cell);
      for (let x = 1; x < across; x += 1) cells[left + x] = '';
      left += across;
    }
    rows.push(Array.from(cells, (value) => value));
  });
  return rows;
}

const mostRows = 1_048_576;
const mostSpan = 256;

function textOf(cell: HTMLTableCellElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n');
  return cell.textContent
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim())
    .join('\n')
    .trim();
}

function quoted(value: string): string {
  return /[\t\r\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function countOf(cells: readonly string[][]): number {
  return cells.reduce((count, row) => count + row.length, 0);
}

function widthOf(cells: readonly string[][]): number {
  return cells.reduce((width, row) => Math.max(width, row.length), 0);
}
