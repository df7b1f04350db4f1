/** Good files of every kind the intake reads, and ways to spoil each: its container, a part within a sound container, its text. */
import * as XLSX from '@e965/xlsx';
import { mutate, type Random } from './mutants.ts';
import { xlsxParts, type CellInput } from './xlsx-writer.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

export interface Seed {
  name: string;
  whole: Buffer;
  /** Of a zip: spoiled one by one, then packed without fault. */
  parts?: readonly ZipPart[];
  /** Markup or delimited text, open to cleverer damage than bytes are. */
  text?: 'markup' | 'lines';
}

const rows: CellInput[][] = [
  ['Order', 'Asset', 'Status', 'Created', 'Hours', '__proto__'],
  ...Array.from({ length: 40 }, (_, i): CellInput[] => [
    `WO-${String(i)}`,
    `P-${String(i % 7)}`,
    'closed',
    { value: 45_000 + i, format: 'dd/mm/yyyy' },
    i / 4,
    { formula: 'E2*2', value: i / 2 },
  ]),
];
const texts = rows.map((cells) => cells.map((cell) => (typeof cell === 'object' ? String(cell?.value ?? '') : String(cell))));

function workbook(): XLSX.WorkBook {
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((cells) => cells.map((cell) => (typeof cell === 'object' ? (cell?.value ?? null) : cell))));
  for (let row = 2; row <= 41; row++) {
    // The cell is there: every row has a date in D.
    const cell = sheet[`D${String(row)}`] as XLSX.CellObject;
    cell.z = 'dd/mm/yyyy';
  }
  sheet['!merges'] = [XLSX.utils.decode_range('A1:B1')];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Work orders');
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ['constructor', 'toString'],
      [1, 2],
    ]),
    '__proto__',
  );
  return book;
}

function written(bookType: XLSX.BookType): Buffer {
  return Buffer.from(XLSX.write(workbook(), { type: 'buffer', bookType }) as Uint8Array); // a buffer, as asked for
}

// The library leaves its access to containers untyped.
const containers = XLSX.CFB as { read(bytes: Buffer, options: { type: 'buffer' }): { FullPaths: string[]; FileIndex: { content?: Uint8Array }[] } };

/** The parts of a workbook a library has zipped. */
function unzipped(bytes: Buffer): ZipPart[] {
  const container = containers.read(bytes, { type: 'buffer' });
  return container.FullPaths.flatMap((path, index) => {
    const file = container.FileIndex[index];
    if (path.endsWith('/') || !file?.content) return [];
    return [{ name: path.replace(/^Root Entry\//, ''), content: Buffer.from(file.content) }];
  });
}

function zipSeed(name: string, parts: readonly ZipPart[]): Seed {
  return { name, parts, whole: writeZip(parts) };
}

const sap = [
  'Order list',
  '-'.repeat(60),
  '|Order |Asset |Status|Created   |Hours |',
  '-'.repeat(60),
  ...texts.slice(1).map((cells) => `|${(cells[0] ?? '').padEnd(6)}|${(cells[1] ?? '').padEnd(6)}|closed|01.02.2026|${(cells[4] ?? '').padEnd(6)}|`),
  '-'.repeat(60),
].join('\r\n');

const mime = (page: string): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: a.htm\r\n\r\n${page.replaceAll('=', '=3D')}\r\n--b--\r\n`;

export function mutantSeeds(): Seed[] {
  const csv = texts.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n');
  const tabs = texts.map((cells) => cells.join('\t')).join('\n');
  const page = written('html').toString('utf8');
  const xml = `<?xml version="1.0"?><orders>${texts.map((cells) => `<order id="${cells[0] ?? ''}"><asset>${cells[1] ?? ''}</asset><hours>${cells[4] ?? ''}</hours></order>`).join('')}</orders>`;
  const sie = `#FLAGGA 0\r\n#SIETYP 4\r\n#FNAMN "X"\r\n#KONTO 4000 "Material"\r\n${texts.map((_, i) => `#VER A ${String(i)} 20260101 "t"\r\n{\r\n#TRANS 4000 {} 10.50\r\n#TRANS 4001 {} -10.50\r\n}`).join('\r\n')}\r\n`;
  return [
    zipSeed('xlsx', xlsxParts({ sheets: [{ name: 'Work orders', rows, merges: ['A1:B1'], hiddenColumns: [3] }] })),
    zipSeed('xlsb', unzipped(written('xlsb'))),
    zipSeed('ods', unzipped(written('ods'))),
    { name: 'biff8', whole: written('biff8') },
    { name: 'biff5', whole: written('biff5') },
    { name: 'spreadsheetml', whole: written('xlml'), text: 'markup' },
    { name: 'html', whole: Buffer.from(page), text: 'markup' },
    { name: 'mhtml', whole: Buffer.from(mime(page)), text: 'markup' },
    { name: 'xml', whole: Buffer.from(xml), text: 'markup' },
    { name: 'csv', whole: Buffer.from(csv), text: 'lines' },
    { name: 'tabs', whole: Buffer.from(tabs), text: 'lines' },
    { name: 'list', whole: Buffer.from(sap), text: 'lines' },
    { name: 'sie', whole: Buffer.from(sie), text: 'lines' },
    zipSeed('zip', [
      { name: 'orders.csv', content: csv },
      { name: 'in/old.xls', content: written('biff8') },
      { name: 'page.xls', content: page },
    ]),
  ];
}

export function mutantOf(seed: Seed, random: Random): Buffer {
  const { parts } = seed;
  if (parts && random.below(4) > 0) {
    const victim = random.below(parts.length);
    return writeZip(parts.map((part, index) => (index === victim ? { ...part, content: spoilPart(Buffer.from(part.content), random) } : part)));
  }
  if (seed.text === undefined || random.below(3) === 0) return mutate(seed.whole, random);
  return seed.text === 'markup' ? spoilMarkup(seed.whole, random) : spoilLines(seed.whole, random);
}

function spoilPart(content: Buffer, random: Random): Buffer {
  return content[0] === 60 && random.below(2) === 0 ? spoilMarkup(content, random) : mutate(content, random);
}

const places = ['ZZZ99999999', 'A0', 'XFD1048577', '-1', '1e308', '99999999999999999999', '__proto__', '', 'A1:XFD1048576', '&#0;', 'constructor'];

function spoilMarkup(content: Buffer, random: Random): Buffer {
  const text = content.toString('utf8');
  const attributes = [...text.matchAll(/="[^"]{0,80}"/g)];
  const tags = [...text.matchAll(/<[^>]{1,200}>/g)];
  const [one, other] = [attributes[random.below(attributes.length)], attributes[random.below(attributes.length)]];
  const [tag, where] = [tags[random.below(tags.length)], tags[random.below(tags.length)]];
  if (!one || !other || !tag || !where) return mutate(content, random);
  switch (random.below(5)) {
    case 0: // one attribute’s value in another’s place
      return replaced(text, one, other[0]);
    case 1: // a place or number that can't be
      return replaced(text, one, `="${places[random.below(places.length)] ?? ''}"`);
    case 2: // a tag where it doesn't belong
      return replaced(text, where, where[0] + tag[0]);
    case 3: // a tag less
      return replaced(text, where, '');
    default: // one tag very often
      return replaced(text, where, where[0].repeat(1 + random.below(5000)));
  }
}

function replaced(text: string, match: RegExpExecArray, by: string): Buffer {
  return Buffer.from(text.slice(0, match.index) + by + text.slice(match.index + match[0].length));
}

function spoilLines(content: Buffer, random: Random): Buffer {
  const text = content.toString('utf8');
  const at = random.below(text.length);
  const inserted = (piece: string): string => text.slice(0, at) + piece + text.slice(at);
  switch (random.below(10)) {
    case 0:
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 1:
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 2:
      return Buffer.from(text.replaceAll('\r\n', '\r').replaceAll('\n', '\r'));
    case 3:
      return Buffer.from(inserted('"'));
    case 4:
      return Buffer.from(inserted('\0'.repeat(1 + random.below(20))));
    case 5:
      return Buffer.from(`\ufeff\ufeff${inserted('\ufeff')}`);
    case 6:
      return Buffer.from(text.replaceAll(';', [',', '|', '\t', ' ', ';;', '";"'][random.below(6)] ?? ','));
    case 7:
      return Buffer.from(inserted(Buffer.from([0x80 + random.below(128), 0xe4, 0xf6]).toString('latin1')), 'latin1');
    case 8:
      return Buffer.from(inserted(';'.repeat(1 + random.below(3000))));
    default:
      return Buffer.from(inserted('x'.repeat(1 + random.below(60_000))));
  }
}
