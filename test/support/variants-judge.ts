/** Runs a variant through the intake and says whether its facts are the sample's, a question, or wrong. */
import { Fault } from '../../shared/faults.ts';
import type { FactBlock, InterpretRequest, TableReport } from '../../shared/intake/interpretation.ts';
import { interpretFile } from '../../electron/intake/interpret.ts';
import { readBytes } from '../../electron/intake/readers/read.ts';
import { request } from './samples.ts';
import type { Variant } from './variants-render.ts';
import { factsOf, planOf, requestOf, type Fact, type Original } from './variants-table.ts';

export interface Read {
  reports: TableReport[];
  blocks: FactBlock[];
}

/** What reads a file. The positive controls put a wrong one in its place. */
export type Importer = (bytes: Buffer, asked: Partial<InterpretRequest>) => Promise<Read>;

export const intake: Importer = async (bytes, asked) => {
  const answers = [...interpretFile(await readBytes(bytes), request(asked))];
  return {
    reports: answers.flatMap((answer) => (answer.type === 'table' ? [answer.report] : [])),
    blocks: answers.flatMap((answer) => (answer.type === 'facts' ? [answer.block] : [])),
  };
};

export interface Verdict {
  outcome: 'same' | 'fewer fields' | 'asked' | 'wrong';
  /** Why it asked, or what is wrong. */
  why: string;
}

export async function judge(original: Original, variant: Variant, importer: Importer = intake): Promise<Verdict> {
  try {
    const asked = requestOf(original.layout, {});
    const read = await importer(variant.bytes, asked);
    const [first] = read.reports;
    if (!original.layout.plan || !first) return verdict(original, read, variant.titles);
    if (read.reports.some(({ status }) => status === 'ready')) return verdict(original, read, variant.titles);
    const plan = planOf(original.layout, first, (header) => variant.titles.get(header) ?? header);
    return verdict(original, await importer(variant.bytes, { ...asked, plans: [plan] }), variant.titles);
  } catch (error) {
    if (error instanceof Fault && error.message !== '') return { outcome: 'asked', why: `${error.code}: ${error.message}` };
    throw error;
  }
}

/** A file is all or nothing: one table that asks keeps the others out. */
function verdict(original: Original, { reports, blocks }: Read, titles: ReadonlyMap<string, string>): Verdict {
  const open = reports.find(({ status }) => status !== 'ready');
  if (open) {
    const why = open.fault?.message ?? '';
    return why === '' ? { outcome: 'wrong', why: 'neither taken nor explained' } : { outcome: 'asked', why: `${openCodes(open)}: ${why}` };
  }
  const [report, ...more] = reports;
  if (!report || more.length > 0) return { outcome: 'wrong', why: `${String(reports.length)} tables taken` };
  if (report.dataset !== original.layout.dataset) return { outcome: 'wrong', why: `taken for ${report.dataset ?? 'nothing'}` };
  return compare(
    original,
    factsOf(blocks, () => true),
    { columns: report.columns, titles },
  );
}

function openCodes(report: TableReport): string {
  return Object.keys(report.problemCounts).join(' ');
}

interface Source {
  columns: readonly { field: string | null; header: string }[];
  /** Header of the original → header of the variant. */
  titles: ReadonlyMap<string, string>;
}

export function compare(original: Original, found: readonly Fact[], report: Source = { columns: [], titles: new Map() }): Verdict {
  if (found.length !== original.facts.length) return { outcome: 'wrong', why: `${String(found.length)} facts instead of ${String(original.facts.length)}` };
  const wanted = fieldsOf(original.facts);
  const got = fieldsOf(found);
  const second = new Set(
    Object.entries(original.layout.secondBest ?? {}).flatMap(([field, header]) =>
      headerOf(report, field).endsWith(report.titles.get(header) ?? header) ? [field] : [],
    ),
  );
  const extra = [...got].filter((field) => !wanted.has(field) && !second.has(field));
  if (extra.length > 0)
    return { outcome: 'wrong', why: `fields the sample has not: ${extra.map((field) => `${field} from ${headerOf(report, field)}`).join(', ')}` };
  const common = [...wanted].filter((field) => got.has(field) && !second.has(field));
  const differing = common.filter((field) => difference(original.facts, found, [field]) !== null);
  const different = difference(original.facts, found, differing.length > 0 ? differing : common);
  if (different !== null) return { outcome: 'wrong', why: `${different} from ${differing.map((field) => headerOf(report, field)).join(', ')}` };
  const lost = [...wanted].filter((field) => !got.has(field) || second.has(field));
  return lost.length > 0 ? { outcome: 'fewer fields', why: `without ${lost.join(', ')}` } : { outcome: 'same', why: '' };
}

function headerOf(report: Source, field: string): string {
  return report.columns.find((column) => column.field === field)?.header ?? '?';
}

function fieldsOf(facts: readonly Fact[]): Set<string> {
  return new Set(facts.flatMap((fact) => Object.keys(fact).filter((field) => fact[field] !== null && fact[field] !== '')));
}

function difference(wanted: readonly Fact[], found: readonly Fact[], fields: readonly string[]): string | null {
  const [a, b] = [sorted(wanted, fields), sorted(found, fields)];
  const at = a.findIndex((text, index) => text !== b[index]);
  return at < 0 ? null : `expected ${a[at] ?? ''}, found ${b[at] ?? ''}`;
}

// Measured values lose their last bits in decimal texts, and a page its doubled spaces; a code left empty is stored as ''.
function sorted(facts: readonly Fact[], fields: readonly string[]): string[] {
  const texts = facts.map((fact) => JSON.stringify(fields.map((field) => [field, comparable(fact[field] ?? null)])));
  return texts.sort();
}

function comparable(value: string | number | null): string | number | null {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value?.replace(/\s+/gu, ' ').trim() || null;
}
