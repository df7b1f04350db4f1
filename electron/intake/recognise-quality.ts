/**
 * Whether a sample may count. Historians write a quality beside each value: as words, as OPC numbers (192 and more are good) or as OPC UA
 * status codes. Uncertain samples are left out as bad ones are: the aggregates of OPC 10000-13 do so by default.
 */
import { cellText } from '../../shared/intake/cells.ts';
import type { Field } from '../../shared/intake/dataset.ts';
import { fold } from '../../shared/kit/fold.ts';
import type { TableReading } from './table-reading.ts';

export interface QualityWords {
  /** Texts, as written, of samples that do not count. */
  bad: ReadonlySet<string>;
  /** Texts that are neither good nor bad here. */
  unknown: readonly string[];
}

const good = /^(?:good|ok|g|gut|valid|bonne?|buena|buono|bom|goed|dobry|dobra|bra|iyi)(?![\p{L}])|^good/u;
const bad = /^(?:bad|uncertain|not good|error|fail|invalid|missing|no data|nodata|stale|gated|comm|b|u|x|schlecht|unsicher)(?![\p{Ll}])|^(?:bad|uncertain)/u;

/** What the texts of a table's quality columns say; `missing` are those a person or a profile calls missing. */
export function qualityWords(texts: Iterable<string>, missing: ReadonlySet<string>): QualityWords {
  const found = new Set([...texts].map((text) => text.trim()).filter((text) => text !== ''));
  const numbers = [...found].flatMap((text) => numberOf(text) ?? []);
  const scale = scaleOf(numbers);
  const bads = new Set<string>();
  const unknown: string[] = [];
  for (const text of found) {
    const verdict = missing.has(text) ? false : verdictOf(text, scale);
    if (verdict === null) unknown.push(text);
    else if (!verdict) bads.add(text);
  }
  return { bad: bads, unknown };
}

type Scale = 'opc' | 'status-code' | null;

const severe = 0x4000_0000;

// Zero alone says nothing: it is bad in OPC and good as a status code.
function scaleOf(numbers: readonly number[]): Scale {
  if (numbers.length === 0) return null;
  if (numbers.every((one) => one >= 0 && one <= 255) && numbers.some((one) => one >= 192)) return 'opc';
  return numbers.every((one) => one === 0 || one >= severe) && numbers.some((one) => one >= severe) ? 'status-code' : null;
}

function numberOf(text: string): number | null {
  return /^\d{1,10}$|^0x[\da-f]{1,8}$/iu.test(text) ? Number(text) : null;
}

function verdictOf(text: string, scale: Scale): boolean | null {
  const number = numberOf(text);
  if (number !== null) {
    if (/^0x/iu.test(text)) return number < severe;
    return scale === 'opc' ? number >= 192 : scale === 'status-code' ? number < severe : null;
  }
  const folded = fold(text);
  if (good.test(folded)) return true;
  return bad.test(folded) ? false : null;
}

const qualityHead =
  /^(?:.*[\s._\-/:]|)\(?(?:quality|qual|qualitat|qualite|calidad|qualita|qualidade|kwaliteit|jakosc|kvalitet|kalite|q|qc|status|statuscode|status code|opc quality)\)?$/u;

/** Whether a column's head says it holds the quality of the value in the column before it. */
export function isQualityHead(header: string, before: string): boolean {
  const text = fold(header).replace(/\s+/gu, ' ').trim();
  if (!qualityHead.test(text)) return false;
  const stem = text.replace(/[\s._\-/:]*\(?(?:quality|qual|q|qc|statuscode|status code|status|opc quality)\)?$/u, '').trim();
  const value = fold(before).replace(/\s+/gu, ' ').trim();
  return stem === '' || stem === value || value.startsWith(stem);
}

/** The quality texts of a table whose samples don't count; asks about unknown ones, but where a person mapped the columns. */
export function qualitiesOf(reading: TableReading, mapped: readonly { column: number; field: Field }[]): ReadonlySet<string> {
  const { found, input, problems } = reading;
  const long = found.dataset?.name === 'readings.points' ? mapped.filter(({ field }) => field.name === 'quality').map(({ column }) => column) : [];
  const columns = [...long, ...found.wide.flatMap(({ quality }) => quality ?? [])];
  if (columns.length === 0) return new Set();
  const texts = new Set(input.table.rows.flatMap((row) => columns.map((column) => cellText(row.cells[column - 1] ?? null))));
  const { bad: out, unknown } = qualityWords(texts, input.layout.missing);
  if (unknown.length > 0 && !input.plan && !found.question) {
    const named = unknown.slice(0, 3).map((text) => `“${text}”`);
    const sentence = `Readings: ${named.join(', ')} beside the values says neither good nor bad; map the columns, and call missing what must not count.`;
    found.question = { code: 'unsure-dataset', sentence, fields: [] };
    problems.add(
      'unsure-dataset',
      { row: null, column: columns[0] ?? null, field: 'quality' },
      { expected: 'good or bad', found: unknown.join(', '), fix: sentence },
    );
  }
  return out;
}
