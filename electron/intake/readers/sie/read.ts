/**
 * SIE, the ledger export of Nordic accounting programs (type 4: vouchers with transactions) → one sheet with a row per transaction. A
 * row keeps the number of the line it comes from. Source: SIE format description, sie.se; encoding PC8 is code page 437.
 */
import type { Cell, ReadFile, Row } from '../../../../shared/intake/cells.ts';
import { Fault } from '../../../../shared/faults.ts';
import { limits, overLimit } from '../../limits.ts';
import { decodeText } from '../delimited/encoding.ts';
import { betweenBlocks, type ReadHooks } from '../hooks.ts';

const columns = ['Document', 'Line', 'Posting date', 'Account', 'Account name', 'Cost center', 'Amount', 'Text'];
const blockLines = 8192;

export function isSie(start: string): boolean {
  return /^#FLAGGA\s/.test(start);
}

interface Voucher {
  document: string;
  date: string;
  text: string;
  lines: number;
}

/** Faults: file-kind for a file without vouchers, file-too-large, cancelled. */
export async function readSie(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const { text, encoding } = decodeSie(bytes);
  const names = new Map<string, string>();
  const rows: Row[] = [{ number: 1, cells: [...columns], hidden: false }];
  let voucher: Voucher | null = null;
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (index % blockLines === 0) await betweenBlocks(hooks, index, lines.length);
    const [tag, ...fields] = fieldsOf(line.slice(0, 4096));
    if (tag === '#KONTO') names.set(fields[0] ?? '', fields[1] ?? '');
    else if (tag === '#VER')
      voucher = {
        document: [fields[0], fields[1]].filter((part) => part !== undefined && part !== '').join(' '),
        date: fields[2] ?? '',
        text: fields[3] ?? '',
        lines: 0,
      };
    else if (tag === '}') voucher = null;
    else if (tag === '#TRANS' && voucher) {
      if (rows.length * columns.length > limits.cells) throw overLimit('The file has more transactions than can be read', limits.cells / columns.length);
      rows.push({ number: index + 1, cells: transaction(fields, voucher, names), hidden: false });
    }
  }
  if (rows.length === 1)
    throw new Fault('file-kind', 'The file is a SIE export without vouchers: export it again as type 4 (SIE 4E), which holds the transactions.');
  return { kind: 'delimited', encoding, delimiter: null, sheets: [{ name: '', hidden: false, rows, merges: [], hiddenColumns: [] }] };
}

// #TRANS account {dimension object …} amount date text
function transaction(fields: readonly string[], voucher: Voucher, names: ReadonlyMap<string, string>): Cell[] {
  const [account = '', objects = '', amount = '', date = '', text = ''] = fields;
  const cells = [
    voucher.document,
    String(++voucher.lines),
    isoDay(date === '' ? voucher.date : date),
    account,
    names.get(account) ?? '',
    costCenter(objects),
    amount,
    text === '' ? voucher.text : text,
  ];
  return cells.map((cell) => (cell === '' ? null : cell));
}

function isoDay(date: string): string {
  return /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : date;
}

// Dimension 1 is reserved for the cost center.
function costCenter(objects: string): string {
  const pairs = fieldsOf(objects);
  for (let at = 0; at + 1 < pairs.length; at += 2) if (pairs[at] === '1') return pairs[at + 1] ?? '';
  return '';
}

// Words, “quoted words” with \" inside, and { lists } as their content.
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  for (const [whole, quoted, list] of line.matchAll(/"((?:[^"\\]|\\.)*)"|\{([^{}]*)\}|[^\s"{}]+|[{}]/g)) {
    fields.push(quoted !== undefined ? quoted.replaceAll('\\"', '"').trim() : list !== undefined ? list.trim() : whole);
  }
  return fields;
}

const codePage437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

function decodeSie(bytes: Buffer): { text: string; encoding: string } {
  const head = bytes.toString('latin1', 0, 4096);
  if (!/^#FORMAT\s+"?PC8/m.test(head)) return decodeText(bytes);
  const text = bytes.toString('latin1').replace(/[\x80-\xff]/g, (char) => codePage437.charAt(char.charCodeAt(0) - 128));
  return { text, encoding: 'ibm437' };
}
