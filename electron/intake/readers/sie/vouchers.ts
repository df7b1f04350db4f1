/** Vouchers of a SIE file line by line, and whether each adds up to nothing, as every voucher must. */
import type { Cell, ReadNote } from '../../../../shared/intake/cells.ts';
import { Fault } from '../../../../shared/faults.ts';
import { exactAmount, exactText } from '../exact-sum.ts';
import { fieldsOf, isoDay, objectOf } from './fields.ts';

export const voucherColumns = ['Fiscal year', 'Document', 'Line', 'Posting date', 'Account', 'Account name', 'Cost center', 'Amount', 'Text'] as const;

interface Voucher {
  document: string;
  date: string;
  text: string;
  /** Line of the file its #VER stands in. */
  line: number;
  lines: number;
  sum: bigint;
}

export interface FiscalYear {
  from: string; // ISO day
  to: string;
}

export class VoucherReader {
  readonly rows: { number: number; cells: Cell[] }[] = [];
  readonly notes: ReadNote[] = [];
  vouchers = 0;
  private readonly names: ReadonlyMap<string, string>;
  private readonly years: readonly FiscalYear[];
  private voucher: Voucher | null = null;
  /** An added line waits: the same line again as #TRANS is for programs that know no additions. */
  private added: { fields: readonly string[]; line: number } | null = null;

  constructor(names: ReadonlyMap<string, string>, years: readonly FiscalYear[]) {
    this.names = names;
    this.years = years;
  }

  /** Takes a line in; `line` is its number in the file. Removed lines (#BTRANS) are left out, as their authors did. */
  take(tag: string, fields: readonly string[], line: number): void {
    if (this.added && !(tag === '#TRANS' && fields.join('\t') === this.added.fields.join('\t'))) this.transaction(this.added.fields, this.added.line);
    this.added = null;
    if (tag === '#VER') {
      this.finish();
      this.vouchers += 1;
      const [series = '', number = '', date = '', text = ''] = fields;
      this.voucher = { document: [series, number].filter((part) => part !== '').join(' '), date, text, line, lines: 0, sum: 0n };
    } else if (tag === '}') this.finish();
    else if (tag === '#TRANS') this.transaction(fields, line);
    else if (tag === '#RTRANS' && this.voucher) this.added = { fields, line };
  }

  /** Ends the voucher under way. */
  finish(): void {
    const { voucher } = this;
    this.voucher = null;
    if (!voucher || voucher.sum === 0n || this.notes.length >= 200) return;
    this.notes.push({
      code: 'unbalanced',
      sheet: 0,
      row: voucher.line,
      expected: 'transactions of a voucher that add up to 0.00',
      found: `voucher ${voucher.document} of ${isoDay(voucher.date)}: difference ${exactText(voucher.sum)}`,
      fix: 'Export the file again; a part of the voucher is missing or was changed.',
    });
  }

  // #TRANS account {dimension object …} amount date text
  private transaction(fields: readonly string[], line: number): void {
    const { voucher } = this;
    if (!voucher) return;
    const [account = '', objects = '', amount = '', date = '', text = ''] = fields;
    const exact = exactAmount(amount);
    if (exact === null)
      throw new Fault(
        'file-corrupt',
        `Line ${String(line)}: expected an amount with a decimal point, found “${amount.slice(0, 40)}”; export the SIE file again.`,
      );
    voucher.sum += exact;
    const day = isoDay(date === '' ? voucher.date : date);
    const cells: string[] = [
      this.yearOf(isoDay(voucher.date)),
      voucher.document,
      String(++voucher.lines),
      day,
      account,
      this.names.get(account) ?? '',
      objectOf(objects, '1'),
      amount,
      text === '' ? voucher.text : text,
    ];
    this.rows.push({ number: line, cells: cells.map((cell) => (cell === '' ? null : cell)) });
  }

  // “2026”, or “2025/2026” for a fiscal year across two.
  private yearOf(day: string): string {
    const year = this.years.find(({ from, to }) => from <= day && day <= to);
    if (!year) return '';
    const [first, last] = [year.from.slice(0, 4), year.to.slice(0, 4)];
    return first === last ? first : `${first}/${last}`;
  }
}

/** Whether a line opens with a tag; `fields` are what follows it. */
export function taggedLine(line: string): { tag: string; fields: string[] } {
  const [tag = '', ...fields] = fieldsOf(line.slice(0, 4096));
  return { tag: tag.toUpperCase(), fields };
}
