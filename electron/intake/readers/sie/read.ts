/**
 * SIE, the ledger export of Nordic accounting programs → the ledger with a row a transaction (type 4), the chart of accounts, and the
 * budget by period where the file has one. Balances (#IB, #UB, #RES, #PSALDO) are sums of what was posted and are left out. A row keeps
 * the number of its line. Source: SIE file format 4B, sie.se; format PC8 is code page 437.
 */
import type { Cell, ReadFile, ReadNote, Sheet } from '../../../../shared/intake/cells.ts';
import { Fault } from '../../../../shared/faults.ts';
import { limits, overLimit } from '../../limits.ts';
import { decodeCodePage } from '../delimited/code-pages.ts';
import { decodeText, encodingNotes } from '../delimited/encoding.ts';
import { betweenBlocks, type ReadHooks } from '../hooks.ts';
import { SheetBuilder } from '../xml/sheets.ts';
import { isoDay } from './fields.ts';
import { taggedLine, voucherColumns, VoucherReader, type FiscalYear } from './vouchers.ts';

const blockLines = 8192;

export function isSie(start: string): boolean {
  return /^#FLAGGA\s/.test(start);
}

interface Masters {
  names: Map<string, { name: string; line: number }>;
  types: Map<string, string>;
  years: FiscalYear[];
  /** Period totals of a budget: year index, period, account, amount. */
  budget: { line: number; fields: string[] }[];
  balances: number;
}

/** Faults: file-kind for a file without vouchers, accounts and budget, file-corrupt, file-too-large, cancelled. */
export async function readSie(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const { text, encoding, notes } = decodeSie(bytes);
  const lines = text.split(/\r\n|\r|\n/);
  const masters = mastersOf(lines);
  const reader = new VoucherReader(new Map([...masters.names].map(([account, { name }]) => [account, name] as const)), masters.years);
  for (const [index, line] of lines.entries()) {
    if (index % blockLines === 0) await betweenBlocks(hooks, index, lines.length);
    if (line === '') continue;
    const { tag, fields } = taggedLine(line);
    if (tag.startsWith('#') || tag === '}') reader.take(tag, fields, index + 1);
    if (reader.rows.length * voucherColumns.length > limits.cells)
      throw overLimit('The file has more transactions than can be read', Math.floor(limits.cells / voucherColumns.length));
  }
  reader.finish();
  const ledger = ledgerSheet(reader);
  const sheets = [ledger, accountSheet(masters), budgetSheet(masters)].filter((sheet) => sheet !== null);
  if (sheets.length === 0)
    throw new Fault('file-kind', 'The file is a SIE export without vouchers: export it again as type 4 (SIE 4E), which holds the transactions.');
  const withoutVouchers = ledger === null && masters.balances > 0 ? [balancesLeftOut(masters.balances)] : [];
  return { kind: 'sie', encoding, delimiter: null, sheets, notes: [...notes, ...reader.notes, ...withoutVouchers] };
}

function mastersOf(lines: readonly string[]): Masters {
  const masters: Masters = { names: new Map(), types: new Map(), years: [], budget: [], balances: 0 };
  for (const [index, line] of lines.entries()) {
    const start = line.slice(0, 10).trimStart();
    if (/^#(?:TRANS|VER)\b/i.test(start) || !start.startsWith('#')) continue;
    const { tag, fields } = taggedLine(line);
    const [first = '', second = '', third = ''] = fields;
    if (tag === '#KONTO') masters.names.set(first, { name: second, line: index + 1 });
    else if (tag === '#KTYP') masters.types.set(first, second);
    else if (tag === '#RAR') masters.years.push({ from: isoDay(second), to: isoDay(third) });
    else if (tag === '#PBUDGET') masters.budget.push({ line: index + 1, fields });
    else if (tag === '#UB' || tag === '#RES' || tag === '#PSALDO') masters.balances += 1;
  }
  return masters;
}

function ledgerSheet(reader: VoucherReader): Sheet | null {
  if (reader.rows.length === 0) return null;
  const builder = new SheetBuilder('Ledger', voucherColumns);
  for (const { number, cells } of reader.rows) builder.add(cells, number);
  return builder.sheet();
}

// T and S are assets and debts, K and I cost and income.
const typeWords: Readonly<Record<string, string>> = { T: 'asset', S: 'liability', K: 'cost', I: 'revenue' };

function accountSheet(masters: Masters): Sheet | null {
  if (masters.names.size === 0) return null;
  const builder = new SheetBuilder('Accounts', ['Account', 'Name', 'Type']);
  for (const [account, { name, line }] of masters.names) builder.add([account, name, typeWords[(masters.types.get(account) ?? '').toUpperCase()]], line);
  return builder.sheet();
}

// #PBUDGET year period account {dimension object …} amount: the total of an account stands without objects.
function budgetSheet(masters: Masters): Sheet | null {
  const builder = new SheetBuilder('Budget', ['Account', 'Account name', 'Period', 'Budget amount']);
  for (const { line, fields } of masters.budget) {
    const [, period = '', account = '', objects = '', amount = ''] = fields;
    if (objects !== '') continue;
    const cells: Cell[] = [
      account,
      masters.names.get(account)?.name ?? null,
      /^\d{6}$/.test(period) ? `${period.slice(0, 4)}-${period.slice(4)}` : period,
      amount,
    ];
    builder.add(cells, line);
  }
  return builder.count === 0 ? null : builder.sheet();
}

function balancesLeftOut(count: number): ReadNote {
  return {
    code: 'part-left-out',
    sheet: null,
    row: null,
    expected: 'a SIE file of type 4, with vouchers',
    found: `${count.toLocaleString('en-US')} balances and no vouchers`,
    fix: 'The balances are left out; export the file as type 4 (SIE 4E) for the ledger.',
  };
}

function decodeSie(bytes: Buffer): { text: string; encoding: string; notes: ReadNote[] } {
  const head = bytes.toString('latin1', 0, 4096);
  if (/^#FORMAT\s+"?PC8/m.test(head)) return { text: decodeCodePage(bytes, 'ibm437'), encoding: 'ibm437', notes: [] };
  const decoded = decodeText(bytes);
  return { text: decoded.text, encoding: decoded.encoding, notes: encodingNotes(decoded) };
}
