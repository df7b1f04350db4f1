/** Which character separates the fields: a `sep=` line says so, else the one that gives the first records the same number of fields. */
import { RecordSplitter } from './records.ts';

export interface Dialect {
  /** null: one column. */
  delimiter: string | null;
  /** Where the first record begins, behind a `sep=` line. */
  start: number;
  /** Fields most of the first records have; 0 when unknown. */
  width: number;
}

const candidates = [
  { delimiter: '\t', leastShare: 0.15 },
  { delimiter: ';', leastShare: 0.15 },
  { delimiter: '|', leastShare: 0.15 },
  { delimiter: ',', leastShare: 0.3 }, // prose is full of commas
] as const;

const sampleRecords = 200;
const nearlyAll = 0.98;

interface Consistency {
  /** Most frequent number of fields. */
  fields: number;
  /** Share of the records that have it, 0–1. */
  share: number;
  /** It holds from the first record on. */
  fromTop: boolean;
}

export function detectDialect(text: string): Dialect {
  const declared = /^"?sep=([^\r\n"])"?(\r\n|\r|\n|$)/i.exec(text.slice(0, 16));
  if (declared)
    return { delimiter: declared[1] ?? null, start: declared[0].length, width: consistency(text.slice(declared[0].length), declared[1] ?? '')?.fields ?? 0 };
  let best: { delimiter: string; rank: number; width: number } | null = null;
  for (const { delimiter, leastShare } of candidates) {
    if (!text.includes(delimiter)) continue;
    const found = consistency(text, delimiter);
    if (found === null || found.share < leastShare) continue;
    const rank = (found.fromTop && found.share >= nearlyAll ? 100 : 0) + found.share * Math.log2(found.fields);
    if (best === null || rank > best.rank) best = { delimiter, rank, width: found.fields };
  }
  return { delimiter: best?.delimiter ?? null, start: 0, width: best?.width ?? 0 };
}

function consistency(text: string, delimiter: string): Consistency | null {
  const splitter = new RecordSplitter(text, delimiter);
  const counts: number[] = [];
  for (let record = 1; counts.length < sampleRecords && record < 10 * sampleRecords; record++) {
    const fields = nextOrNull(splitter, record);
    if (fields === null) break;
    if (fields.length > 1 || (fields[0] ?? '').trim() !== '') counts.push(fields.length);
  }
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 1) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  const [top] = [...frequency].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (!top) return null;
  return { fields: top[0], share: top[1] / counts.length, fromTop: counts[0] === top[0] };
}

// A wrong delimiter may well run into a limit; that only says it is wrong.
function nextOrNull(splitter: RecordSplitter, record: number): readonly string[] | null {
  try {
    return splitter.next(record);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
