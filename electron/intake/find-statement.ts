/**
 * Income statements and balance sheets as accounting packages print them: sections, accounts below accounts, subtotals. Only the leaves
 * become rows; every subtotal and result line is a control that must add up. What no total confirms is asked.
 */
import type { Row, Sheet } from '../../shared/intake/cells.ts';
import { statementSheet, type Line, type StatementSheet } from './find-statement-lines.ts';
import type { Control, FoundTable } from './found-table.ts';
import { accountsOf, type StatementAccount } from './statement-accounts.ts';
import { sectionKind, type SectionKind } from './statement-sections.ts';
import { isTotalLabel } from './totals.ts';

interface Group {
  label: string;
  indent: number;
  kind: SectionKind | null;
  /** The heading names the section itself, not an account with accounts below it. */
  section: boolean;
  leaves: Leaf[];
  own: number;
  closed: number;
}

interface Leaf {
  line: Line;
  amounts: (number | null)[];
  kind: SectionKind | null;
  section: string;
  path: string[];
  checked: boolean;
}

/** The statement of a sheet; null when it is none. */
export function findStatement(sheet: Sheet, index: number): FoundTable | null {
  const found = statementSheet(sheet.rows);
  if (!found) return null;
  const reader = new StatementReader(withoutDetail(found));
  const leaves = reader.read();
  const confirmed = reader.controls.filter(({ difference }) => difference === 0).length;
  if (leaves.length < 2 || confirmed < 2) return null;
  const open = leaves.find(({ checked, kind }) => !checked || kind === null);
  const doubt = reader.doubt ?? (open ? `no total of the statement confirms “${open.line.label}”` : null);
  const width = Math.max(...sheet.rows.map((row) => row.cells.length));
  const accounts = accountsOf(leaves);
  const rows = leaves.map((leaf, at) => rowOf(leaf, { found, width, account: accounts[at] ?? { account: leaf.line.label, name: null } }));
  const head = found.headRow?.number ?? 0;
  return {
    sheet: index,
    sheetName: sheet.name,
    headerRow: head,
    headRows: head === 0 ? 0 : 1,
    lastRow: found.lines.at(-1)?.row.number ?? 0,
    layout: 'statement',
    stated: {},
    columns: [
      { column: found.labelColumn + 1, header: 'Account' },
      ...found.amountColumns.map(({ column, head: text }) => ({ column: column + 1, header: text === '' ? 'Amount' : text, note: signNote })),
      { column: width + 1, header: 'Section' },
      { column: width + 2, header: 'Account type' },
      ...(accounts.some(({ name }) => name !== null) ? [{ column: width + 3, header: 'Account name' }] : []),
    ],
    titles: found.titles,
    rows,
    totalRows: [],
    hiddenRows: rows.filter((row) => row.hidden).length,
    extraCells: 0,
    statement: { controls: reader.controls, doubt, amounts: found.amountColumns.map(({ column, head: text }) => ({ column: column + 1, head: text })) },
  };
}

const signNote = 'amount = debit − credit: lines of income, liabilities and equity are stored negative';

function rowOf(leaf: Leaf, at: { found: StatementSheet; width: number; account: StatementAccount }): Row {
  const { row } = leaf.line;
  const cells = [...row.cells];
  while (cells.length < at.width + 3) cells.push(null);
  cells[at.found.labelColumn] = at.account.account;
  at.found.amountColumns.forEach(({ column }, index) => {
    const amount = leaf.amounts[index] ?? null;
    cells[column] = amount === null ? null : leaf.kind?.credit === true ? -amount + 0 : amount;
  });
  cells[at.width] = leaf.section;
  cells[at.width + 1] = leaf.kind?.type ?? null;
  cells[at.width + 2] = at.account.name;
  return { ...row, cells };
}

// Two amount columns without heads: the inner one details or adds up to the figure of the outer one.
function withoutDetail(found: StatementSheet): StatementSheet & { doubt: string | null } {
  const { amountColumns, lines } = found;
  if (amountColumns.length !== 2 || amountColumns.some(({ head }) => head !== '')) {
    return {
      ...found,
      doubt: amountColumns.length > 1 && amountColumns.some(({ head }) => head === '') ? 'several columns of amounts, but not all have a head' : null,
    };
  }
  const outer = amountColumns.slice(1);
  const kept: Line[] = [];
  let run: Line[] = [];
  let doubt: string | null = null;
  for (const line of lines) {
    const [inside = null, outside = null] = line.amounts;
    if (inside !== null && outside === null) {
      run.push(line);
      continue;
    }
    if (inside !== null) doubt = `“${line.label}” has amounts in both columns`;
    if (run.length > 0) {
      const sum = run.reduce((total, one) => total + (one.amounts[0] ?? 0), 0);
      if (outside === null || !equal(sum, outside)) doubt = `the inner amounts before “${line.label}” add up to no figure beside them`;
      if (isTotalLabel(line.label)) kept.push(...run.map((one) => ({ ...one, amounts: [one.amounts[0] ?? null] })));
    }
    run = [];
    kept.push({ ...line, amounts: [outside] });
  }
  found.amountColumns = outer;
  return { ...found, lines: kept, doubt: run.length > 0 ? 'inner amounts at the end add up to nothing' : doubt };
}

function equal(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.0051;
}

class StatementReader {
  readonly controls: Control[] = [];
  doubt: string | null;
  private readonly sheet: StatementSheet;
  private readonly leaves: Leaf[] = [];
  private readonly stack: Group[] = [];
  /** Closed sections in order, their sums as printed. */
  private readonly sections: { kind: SectionKind; sums: number[]; leaves: Leaf[] }[] = [];
  private readonly indented: boolean;

  constructor(sheet: StatementSheet & { doubt: string | null }) {
    this.sheet = sheet;
    this.doubt = sheet.doubt;
    this.indented = new Set(sheet.lines.map(({ indent }) => indent)).size > 1;
  }

  read(): Leaf[] {
    this.sheet.lines.forEach((line, index) => {
      if (line.amounts.every((amount) => amount === null)) this.open(line);
      else this.figure(line, this.sheet.lines[index + 1]);
    });
    while (this.stack.length > 0) this.close();
    return this.leaves;
  }

  private open(line: Line): void {
    const own = sectionKind(line.label);
    if (this.indented) this.leave(line.indent);
    else this.leaveOther(own);
    const parent = this.stack.at(-1);
    const kind = parent?.kind ?? own;
    this.stack.push({ label: line.label, indent: line.indent, kind, section: own !== null || parent?.kind === null || !parent, leaves: [], own: 0, closed: 0 });
  }

  private leave(indent: number): void {
    while ((this.stack.at(-1)?.indent ?? -1) >= indent) this.close();
  }

  // Without indentation a heading of another kind ends what is open.
  private leaveOther(own: SectionKind | null): void {
    const top = this.stack.find(({ kind }) => kind !== null);
    if (!own || !top?.kind || top.leaves.length === 0) return;
    if (own.type !== top.kind.type || own.credit !== top.kind.credit) while (this.stack.length > 0) this.close();
  }

  private figure(line: Line, next: Line | undefined): void {
    if (this.indented) while ((this.stack.at(-1)?.indent ?? -1) > line.indent) this.close();
    const total = isTotalLabel(line.label);
    const group = this.subtotalOf(line, total);
    if (group >= 0) {
      this.confirm(line, this.stack[group]?.leaves ?? []);
      while (this.stack.length > group) this.close();
      return;
    }
    if (this.isResult(line)) return;
    if (total) {
      this.mismatch(line);
      return;
    }
    if (this.indented) this.leave(line.indent);
    const parent = this.stack.at(-1);
    if (!parent && this.doubt === null) this.doubt = `“${line.label}” stands in no section, and nothing it could be the result of gives its figure`;
    this.leaf(line, parent);
    // An account with a figure of its own and accounts below it.
    if (this.indented && next && next.indent > line.indent && parent) {
      const leaf = this.leaves.at(-1);
      this.stack.push({ label: line.label, indent: line.indent, kind: parent.kind, section: false, leaves: leaf ? [leaf] : [], own: 1, closed: 0 });
    }
  }

  private leaf(line: Line, parent: Group | undefined): void {
    const section = this.stack.find((group) => group.kind !== null)?.label ?? '';
    const path = this.stack.filter((group) => !group.section).map(({ label }) => label);
    const leaf: Leaf = { line, amounts: line.amounts, kind: parent?.kind ?? null, section, path, checked: false };
    this.leaves.push(leaf);
    for (const group of this.stack) group.leaves.push(leaf);
    if (parent) parent.own += 1;
  }

  // The innermost open group this line sums up: by its word, its name, or because two lines or more add up to it.
  private subtotalOf(line: Line, total: boolean): number {
    for (let at = this.stack.length - 1; at >= 0; at -= 1) {
      const group = this.stack[at];
      if (!group || group.leaves.length === 0 || !this.matches(line, sumsOf(group.leaves, line.amounts.length))) continue;
      if (total || (group.leaves.length >= 2 && line.amounts.some((amount) => amount !== null && amount !== 0))) return at;
    }
    return -1;
  }

  // Gross profit, net income, liabilities and equity: sections already closed, added or set against one another.
  private isResult(line: Line): boolean {
    const inner = this.stack.at(-1);
    if (inner && (inner.own > 0 || inner.closed === 0)) return false;
    for (let from = 0; from < this.sections.length; from += 1) {
      const taken = this.sections.slice(from);
      const plain = line.amounts.map((_, at) => taken.reduce((sum, section) => sum + (section.sums[at] ?? 0), 0));
      const net = line.amounts.map((_, at) => taken.reduce((sum, section) => sum + (section.kind.credit ? 1 : -1) * (section.sums[at] ?? 0), 0));
      const sameSide = taken.length > 1 && taken.every(({ kind }) => kind.credit === taken[0]?.kind.credit);
      if (
        (sameSide && this.matches(line, plain)) ||
        this.matches(line, net) ||
        this.matches(
          line,
          net.map((sum) => -sum),
        )
      ) {
        this.confirm(
          line,
          taken.flatMap(({ leaves }) => leaves),
        );
        return true;
      }
    }
    return false;
  }

  private matches(line: Line, sums: readonly number[]): boolean {
    return line.amounts.every((amount, at) => equal(amount ?? 0, sums[at] ?? 0));
  }

  private confirm(line: Line, leaves: readonly Leaf[]): void {
    for (const leaf of leaves) leaf.checked = true;
    this.controls.push({
      row: line.row.number,
      column: (this.sheet.amountColumns[0]?.column ?? 0) + 1,
      label: line.label,
      printed: line.amounts[0] ?? 0,
      difference: 0,
    });
  }

  private mismatch(line: Line): void {
    const group = this.stack.at(-1);
    const sums = sumsOf(group?.leaves ?? [], line.amounts.length);
    const at = line.amounts.findIndex((amount, index) => !equal(amount ?? 0, sums[index] ?? 0));
    const [printed, sum] = [line.amounts[at] ?? 0, sums[at] ?? 0];
    const column = (this.sheet.amountColumns[at]?.column ?? 0) + 1;
    this.controls.push({ row: line.row.number, column, label: line.label, printed, difference: Math.round((printed - sum) * 1e6) / 1e6 });
    if (group) this.close();
  }

  private close(): void {
    const group = this.stack.pop();
    const parent = this.stack.at(-1);
    if (!group) return;
    if (parent) parent.closed += 1;
    if (group.kind && !parent?.kind && group.leaves.length > 0) {
      this.sections.push({ kind: group.kind, sums: sumsOf(group.leaves, this.sheet.amountColumns.length), leaves: group.leaves });
    }
  }
}

function sumsOf(leaves: readonly Leaf[], width: number): number[] {
  return Array.from({ length: width }, (_, at) => leaves.reduce((sum, leaf) => sum + (leaf.amounts[at] ?? 0), 0));
}
