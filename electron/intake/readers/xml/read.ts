/**
 * Any other XML → a sheet for each kind of element that repeats among its siblings and says at least two things. Its attributes and
 * leaf elements are columns, those of an element inside with a dotted name; a leaf that repeats is joined. Nothing is known about what
 * the elements mean, so such a file asks.
 */
import type { ReadFile, Sheet } from '../../../../shared/intake/cells.ts';
import { Fault } from '../../../../shared/faults.ts';
import { limits, overLimit } from '../../limits.ts';
import type { ReadHooks } from '../hooks.ts';
import { xmlEncoding, type XmlScanner } from '../xml.ts';
import { walkElements } from './elements.ts';
import { SheetBuilder } from './sheets.ts';

/** Columns of a repeating element by name, in order of appearance. */
type RecordValues = Map<string, string>;

interface OpenRecord {
  key: string;
  depth: number;
  values: RecordValues;
  /** Attributes of the element itself: what elements inside are told apart by. */
  own: [string, string][];
}

const keySeparator = '/';
/** Ends a list of words that goes on. */
const cutOff = '; …';

/** Faults: file-kind for XML without repeating elements, file-corrupt, file-too-large, cancelled. */
export async function readXml(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const repeating = await repeatingPaths(bytes, hooks);
  const tables = new Map<string, RecordValues[]>();
  const open: OpenRecord[] = [];
  let cells = 0;
  await walkElements(
    bytes,
    {
      open: (path, scanner) => {
        const attributes = attributesOf(scanner);
        const key = path.join(keySeparator);
        if (repeating.has(key)) {
          const values: RecordValues = new Map();
          const outer = open.at(-1);
          for (const [name, value] of outer?.own ?? []) values.set(`${lastName(outer?.key ?? '')}.${name}`, value);
          for (const [name, value] of attributes) values.set(name, value);
          open.push({ key, depth: path.length, values, own: attributes });
        } else set(open.at(-1), path, attributes);
      },
      close: (path, text) => {
        const record = open.at(-1);
        if (!record) return;
        if (path.length === record.depth) {
          open.pop();
          const outer = open.at(-1);
          if (text !== null && record.own.length === 0 && outer) {
            // A repeating leaf is a list of words of the element around it.
            if (text !== '') join(outer, path.slice(outer.depth).join('.'), text);
            return;
          }
          if (text !== null && text !== '') record.values.set(lastName(record.key), text);
          cells += record.values.size;
          if (cells > limits.cells) throw overLimit('The XML file has more values than can be read', limits.cells);
          const rows = tables.get(record.key) ?? [];
          rows.push(record.values);
          tables.set(record.key, rows);
        } else if (text !== null && text !== '' && path.length - record.depth <= 2) join(record, path.slice(record.depth).join('.'), text);
      },
    },
    hooks,
  );
  const sheets = sheetsOf(tables);
  if (sheets.length === 0)
    throw new Fault('file-kind', 'The XML file holds no elements that repeat, so there is no table in it: export the table behind it as .xlsx or .csv.');
  return { kind: 'xml', encoding: xmlEncoding(bytes), delimiter: null, sheets };
}

/** Paths of elements that stand beside another one of their name at least once. */
async function repeatingPaths(bytes: Buffer, hooks: ReadHooks): Promise<Set<string>> {
  const repeating = new Set<string>();
  const siblings: Set<string>[] = [new Set()];
  await walkElements(
    bytes,
    {
      open: (path) => {
        const name = path.at(-1) ?? '';
        const beside = siblings.at(-1);
        if (beside?.has(name) === true) {
          const key = path.join(keySeparator);
          if (!repeating.has(key) && repeating.size >= limits.sheets)
            throw overLimit('The XML file has more kinds of repeating elements than can be read', limits.sheets);
          repeating.add(key);
        } else beside?.add(name);
        siblings.push(new Set());
      },
      close: () => {
        siblings.pop();
      },
    },
    hooks,
  );
  return repeating;
}

function attributesOf(scanner: XmlScanner): [string, string][] {
  return scanner.attributes().filter(([, value]) => value !== '');
}

// Attributes of an element within the record, one level down.
function set(record: OpenRecord | undefined, path: readonly string[], attributes: readonly [string, string][]): void {
  if (!record || path.length - record.depth !== 1) return;
  for (const [name, value] of attributes) join(record, `${path.at(-1) ?? ''}.${name}`, value);
}

const mostJoined = 2_000;

function join(record: OpenRecord, name: string, text: string): void {
  const known = record.values.get(name);
  if (known?.endsWith(cutOff) === true) return;
  const joined = known === undefined ? text : `${known}; ${text}`;
  if (known === undefined && joined.length > limits.cellCharacters)
    throw overLimit(`A value of “${name}” is longer than a cell of Excel`, limits.cellCharacters);
  record.values.set(name, known !== undefined && joined.length > mostJoined ? `${known}${cutOff}` : joined);
}

function sheetsOf(tables: ReadonlyMap<string, readonly RecordValues[]>): Sheet[] {
  const sheets: Sheet[] = [];
  const names = new Set<string>();
  for (const [key, rows] of tables) {
    const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    if (columns.length < 2) continue;
    if (columns.length > limits.textColumns)
      throw overLimit(`The elements ${lastName(key)} have ${columns.length.toLocaleString('en-US')} kinds of values`, limits.textColumns);
    const name = names.has(lastName(key)) ? key.split(keySeparator).slice(1).join('.') : lastName(key);
    names.add(name);
    const builder = new SheetBuilder(name, columns);
    for (const row of rows) if (row.size > 0) builder.add(columns.map((column) => row.get(column)));
    sheets.push(builder.sheet());
  }
  return sheets;
}

function lastName(key: string): string {
  return key.slice(key.lastIndexOf(keySeparator) + 1);
}
