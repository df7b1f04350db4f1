/** The queue of names nobody knows yet: what waits, in which rows, and what it might be. */
import { datasetNamed } from '../../shared/areas/catalog.ts';
import type { Field, NameKind } from '../../shared/intake/dataset.ts';
import { toMajor } from '../../shared/kit/money.ts';
import type { ReadDb } from '../store/database.ts';
import { nameKinds } from '../store/named-columns.ts';
import { fileNames, knownNames, waitingRows, type WaitingRows } from '../store/names.ts';
import type { Plant } from '../store/plants.ts';
import { clustersOf, suggester, type Suggestion } from './names-suggest.ts';

export interface WaitingName {
  text: string;
  /** The system the files came from; '' where that is not known. */
  source: string;
  rows: number;
  /** Labels of the datasets it stands in. */
  datasets: string[];
  /** What the rows add up to, in the wire's unit: the first measure they know, of the first dataset. */
  measure: { label: string; value: number; unit: string } | null;
  firstFile: string;
  suggestions: Suggestion[];
}

export interface WaitingKind {
  kind: NameKind;
  rows: number;
  /** Most rows first. */
  names: WaitingName[];
  /** Waiting texts that look like one name. */
  clusters: string[][];
  /** How many names the plant knows. */
  known: number;
}

const unitMs = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** The kinds of which names wait. */
export function waitingNames(db: ReadDb, plant: Plant, only: NameKind | null): WaitingKind[] {
  return nameKinds.filter((kind) => only === null || kind === only).flatMap((kind) => waitingOfKind(db, plant, kind) ?? []);
}

/** How many names and rows wait: for the badge, without looking for suggestions. */
export function countWaiting(db: ReadDb, plant: string): { names: number; rows: number } {
  const waiting = nameKinds.flatMap((kind) => [...grouped(waitingRows(db, plant, kind)).values()]);
  return { names: waiting.length, rows: waiting.reduce((sum, parts) => sum + rowsIn(parts), 0) };
}

function waitingOfKind(db: ReadDb, plant: Plant, kind: NameKind): WaitingKind | null {
  const groups = [...grouped(waitingRows(db, plant.code, kind)).values()];
  if (groups.length === 0) return null;
  const known = knownNames(db, plant.code, kind);
  const suggest = suggester(known);
  const files = fileNames(
    db,
    groups.flat().map((part) => part.firstBatch),
  );
  const names = groups.flatMap((parts): WaitingName[] => {
    const [first] = parts;
    if (!first) return [];
    return [
      {
        text: first.text,
        source: first.source,
        rows: rowsIn(parts),
        datasets: parts.map((part) => datasetNamed(part.dataset)?.label ?? part.dataset),
        measure: measureOf(first, plant.minorDigits),
        firstFile: files.get(Math.min(...parts.map((part) => part.firstBatch))) ?? '',
        suggestions: suggest(first.text),
      },
    ];
  });
  names.sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1));
  return {
    kind,
    rows: names.reduce((sum, name) => sum + name.rows, 0),
    names,
    clusters: clustersOf([...new Set(names.map((name) => name.text))]),
    known: known.length,
  };
}

function grouped(rows: readonly WaitingRows[]): Map<string, WaitingRows[]> {
  const groups = new Map<string, WaitingRows[]>();
  for (const row of rows) {
    const id = JSON.stringify([row.text, row.source]);
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

function rowsIn(parts: readonly WaitingRows[]): number {
  return parts.reduce((sum, part) => sum + part.rows, 0);
}

function measureOf(part: WaitingRows, minorDigits: number): WaitingName['measure'] {
  const fields = datasetNamed(part.dataset)?.fields.filter((field) => field.measure) ?? [];
  const field = [...fields.filter(({ name }) => name === 'amount'), ...fields].find(({ name }) => part.sums[name] !== null && part.sums[name] !== undefined);
  if (!field) return null;
  return { label: field.label, value: inWireUnit(field, part.sums[field.name] ?? 0, minorDigits), unit: field.unit ?? '' };
}

function inWireUnit(field: Field, stored: number, minorDigits: number): number {
  if (field.type === 'money') return toMajor(stored, minorDigits);
  return field.type === 'duration' && field.unit ? stored / unitMs[field.unit] : stored;
}
