/**
 * Which dataset a table is. A dataset is taken without asking only when accepted columns meet its requirements and nothing else fits
 * about as well; otherwise the best guess goes back as a question.
 */
import { catalog } from '../../shared/areas/catalog.ts';
import { cellText } from '../../shared/intake/cells.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { Profile } from '../../shared/intake/interpretation.ts';
import { readWord, wordBook } from './coerce-words.ts';
import { fieldOfHead } from './export-layout.ts';
import { filledColumns, mapByHeaders, unmet, type Mapping } from './map-columns.ts';
import { hitsOf } from './recognise-aliases.ts';
import { admissible, columnWeights, saysLittle, tellsApart } from './recognise-evidence.ts';
import { foreignKind, neutralAmount, saysBudget } from './recognise-foreign.ts';
import type { RecognitionInput } from './recognise-input.ts';
import { loneColumn } from './recognise-lone-column.ts';
import { orderTypesByValues } from './recognise-order-types.ts';
import { readingsMapping } from './recognise-readings.ts';
import { nearProfile, profileChosen } from './recognise-profile.ts';
import { reasonsOf } from './recognise-reasons.ts';
import type { Recognition } from './recognition.ts';
import { monthNear } from './recognise-across.ts';
import { recogniseStatement } from './recognise-statement.ts';
import { asAtDate } from './recognise-titles.ts';
import { daysAcross, monthsAcross, withMonths, yearOf, type WideColumn } from './recognise-wide.ts';

interface Candidate {
  dataset: Dataset;
  mapping: Mapping;
  wide: WideColumn[];
  score: number;
  missing: string[][];
  yearMissing: boolean;
  profile: Profile | null;
}

export function recognise(input: RecognitionInput): Recognition {
  if (input.table.statement) return recogniseStatement(input, input.table.statement);
  const chosen = profileChosen(input) ?? ownLayout(input) ?? nearProfile(input) ?? loneColumn(input);
  if (chosen) return chosen;
  const datasets = input.request.dataset === null ? catalog : catalog.filter(({ name }) => name === input.request.dataset);
  const weighed = { ...input, weights: columnWeights(input.shapes) };
  const candidates = datasets.flatMap((dataset) => candidatesFor(dataset, weighed)).sort((a, b) => b.score - a.score);
  const forced = input.request.dataset !== null;
  const conceivable = forced ? candidates : candidates.filter(({ mapping }) => admissible(mapping, input.shapes));
  const met = conceivable.filter((candidate) => candidate.missing.length === 0 && !candidate.yearMissing && strong(candidate, weighed));
  const best = met[0];
  if (!best) return unanswered(candidates, input);
  const foreign = forced ? null : foreignKind(input.shapes, best.mapping);
  if (foreign !== null) return asks(best, input, `looks like ${foreign} rather than ${best.dataset.label}`);
  const rival = forced ? undefined : conceivable.find((other) => other !== best && isRival(other, best));
  if (rival) return asks(best, input, `${best.dataset.label} and ${rival.dataset.label} both fit`);
  const doubt = forced ? null : amountDoubt(best, input);
  if (doubt !== null) return asks(best, input, doubt);
  return { ...asRecognised(best, input), stated: titleConstants(best.dataset, input) };
}

/** What a candidate says, with nothing asked and nothing stated. */
function asRecognised(candidate: Candidate, input: RecognitionInput): Recognition {
  const { dataset, profile, mapping, wide } = candidate;
  const [score, reasons] = [round(candidate.score), reasonsOf(candidate, input)];
  return { dataset, profile, mapping, wide, score, reasons, question: null, how: 'recognised', stated: {} };
}

type Weighed = RecognitionInput & { weights: ReadonlyMap<number, number> };

function candidatesFor(dataset: Dataset, input: Weighed): Candidate[] {
  if (dataset.name === 'readings.points') {
    const readings = readingsMapping(dataset, input);
    return readings === null ? [] : [{ dataset, ...readings, score: 0.5, missing: [], yearMissing: false, profile: null }];
  }
  const long = candidate(dataset, input, orderTypesByValues(mapByHeaders(dataset, { shapes: input.shapes, hits: hitsOf }), input));
  const across = wideCandidate(dataset, input, long.mapping);
  return across && long.missing.length > 0 ? [across] : [long];
}

function candidate(dataset: Dataset, input: Weighed, mapping: Mapping): Candidate {
  const filled = filledColumns(input.shapes);
  const constants = new Set([...Object.keys(input.request.constants), ...Object.keys(titleConstants(dataset, input))]);
  const score =
    evidenceOf({ dataset, mapping }, input).sum +
    0.2 * mapping.columns.filter(({ column }) => filled(column)).reduce((sum, { column }) => sum + (input.weights.get(column) ?? 0), 0);
  return { dataset, mapping, wide: [], score, missing: unmet(mapping, { filled, constants }), yearMissing: false, profile: null };
}

function wideCandidate(dataset: Dataset, input: Weighed, long: Mapping): Candidate | null {
  if (dataset.wide?.headerField !== 'date') return null;
  const near = [...input.table.titles, input.table.sheetName, input.request.fileName];
  const year = yearOf(near, input.shapes);
  const months = monthsAcross(input.shapes, year) ?? daysAcross(input.shapes, { year, month: monthNear(near) });
  if (months === null) return null;
  const wide = months === 'year-missing' ? [] : months;
  const mapping = withMonths(dataset, long, wide);
  const filled = filledColumns(input.shapes);
  const constants = new Set([...Object.keys(input.request.constants), dataset.wide.headerField, dataset.wide.valueField]);
  const words = saysBudget(near);
  const fits = dataset.name === 'budget.lines' ? words === 'budget' : dataset.name === 'budget.actuals' && words === 'actual';
  const base = candidate(dataset, input, mapping);
  const score = fits ? base.score + 2 : words === null ? base.score + 0.5 : 0;
  return { ...base, wide, score, missing: unmet(mapping, { filled, constants }), yearMissing: months === 'year-missing' };
}

/** Whether enough of what marks the dataset is there; a register also needs a key that tells its rows apart. */
function strong(candidate: Candidate, input: Weighed): boolean {
  const { evidence } = candidate.dataset;
  if (input.request.dataset !== null || !evidence) return true;
  const { count, sum } = evidenceOf(candidate, input);
  if (count < evidence.atLeast || sum < Math.min(1, evidence.atLeast / 3)) return false;
  return tellsApart(candidate.mapping, input.shapes);
}

/** Columns that speak for the dataset. One of a word field counts only when at least one of its words is known. */
function evidenceOf(candidate: Pick<Candidate, 'dataset' | 'mapping'>, input: Weighed): { count: number; sum: number } {
  const marks = candidate.dataset.evidence?.of ?? candidate.dataset.fields.map(({ name }) => name);
  let count = 0;
  let sum = 0;
  for (const { column, field } of candidate.mapping.columns) {
    const shape = input.shapes.find((one) => one.column === column);
    if (!shape || shape.filled === 0 || !marks.includes(field.name) || saysLittle(candidate.dataset, shape.header)) continue;
    if (field.type === 'word' && !knowsAny(field, input, column)) continue;
    count += 1;
    sum += input.weights.get(column) ?? 0;
  }
  return { count, sum };
}

function knowsAny(field: Field, input: RecognitionInput, column: number): boolean {
  const book = wordBook(field, []);
  return input.table.rows.slice(0, 500).some((row) => {
    const text = cellText(row.cells[column - 1] ?? null);
    return text !== '' && readWord(text, book, field) !== null;
  });
}

// Budget beside actual in one table: each row is two facts, and a person must say which is wanted.
function bothBudgetAndActual(other: Candidate, best: Candidate): boolean {
  const amount = (candidate: Candidate): number | undefined => candidate.mapping.columns.find(({ field }) => field.name === 'amount')?.column;
  const names = new Set([other.dataset.name, best.dataset.name]);
  return (
    names.has('budget.lines') && names.has('budget.actuals') && amount(other) !== undefined && amount(best) !== undefined && amount(other) !== amount(best)
  );
}

// A balance without a date column stands for the day its title names.
function titleConstants(dataset: Dataset, input: RecognitionInput): Record<string, string> {
  const date = dataset.name === 'budget.actuals' ? asAtDate(input.table.titles) : null;
  return date === null ? {} : { date };
}

function isRival(other: Candidate, best: Candidate): boolean {
  if (other.dataset.name === 'readings.points' || best.dataset.name === 'readings.points') return false;
  if (other.missing.length === 0) return other.score >= best.score * 0.8 || bothBudgetAndActual(other, best);
  return other.missing.length === 1 && other.score >= best.score * 1.3 && other.score >= 2;
}

function amountDoubt(best: Candidate, input: RecognitionInput): string | null {
  const near = [...input.table.titles, input.table.sheetName, input.request.fileName];
  if (best.wide.length > 0 && best.dataset.wide?.headerField === 'date' && best.dataset.area !== 'budget') {
    return 'days across, but nothing says for certain what their cells hold';
  }
  if (best.wide.length > 0 && best.dataset.area === 'budget' && saysBudget(near) === null) {
    return 'months across, but nothing says whether these are budget or actual amounts';
  }
  const amount = best.mapping.columns.find(({ field }) => field.name === 'amount');
  const header = input.shapes.find(({ column }) => column === amount?.column)?.header;
  if (best.dataset.name === 'budget.actuals' && header !== undefined && neutralAmount(header) && saysBudget(near) === 'budget') {
    return `“${header}” stands in a file that speaks of a budget`;
  }
  return null;
}

function asks(best: Candidate, input: RecognitionInput, doubt: string): Recognition {
  const sentence = `This table ${doubt.startsWith('looks') ? doubt : `is not clear: ${doubt}`}; choose the dataset and confirm the columns.`;
  return { ...asRecognised(best, input), question: { code: 'unsure-dataset', sentence, fields: [] } };
}

function unanswered(candidates: readonly Candidate[], input: RecognitionInput): Recognition {
  const nearest = candidates.find((candidate) => candidate.score >= 0.5 && candidate.missing.length < candidate.dataset.requires.length) ?? null;
  const heads = input.shapes
    .map(({ header }) => header)
    .filter((header) => header !== '')
    .slice(0, 6)
    .join(', ');
  if (!nearest) {
    const sentence = `The table with ${heads} fits no dataset this version imports; choose the dataset and its columns by hand, or leave the file out.`;
    return {
      dataset: null,
      profile: null,
      mapping: null,
      wide: [],
      score: 0,
      reasons: [],
      question: { code: 'unsure-dataset', sentence, fields: [] },
      how: 'recognised',
      stated: {},
    };
  }
  const missing = nearest.missing.map((group) => group.map((name) => labelOf(nearest.dataset, name)).join(' or '));
  const sentence = nearest.yearMissing
    ? `${nearest.dataset.label}: the months across have no year; name it in the sheet’s title or choose the dates by hand.`
    : missing.length > 0
      ? `${nearest.dataset.label}: no column was found for ${missing.join(' and ')}; choose it, or state it for the whole file.`
      : `The columns ${heads} are too few to be sure of ${nearest.dataset.label}; confirm the dataset and its columns.`;
  const code = missing.length > 0 ? 'missing-column' : 'unsure-dataset';
  return { ...asRecognised(nearest, input), question: { code, sentence, fields: nearest.missing.flatMap((group) => group.slice(0, 1)) } };
}

// A template or an export of this program: every header is a label of one dataset, and most of its labels are there.
function ownLayout(input: RecognitionInput): Recognition | null {
  const heads = input.shapes.filter(({ header }) => header !== '');
  const fitting = catalog.flatMap((dataset) => {
    if (input.request.dataset !== null && dataset.name !== input.request.dataset) return [];
    const columns = heads.flatMap(({ column, header }) => {
      const field = fieldOfHead(dataset, header);
      return field ? [{ column, field, how: 'exact' as const, rank: 0 }] : [];
    });
    const others = heads.length - columns.length;
    const own = heads.filter(({ header }) => ['plant', 'source'].includes(header.toLowerCase())).length;
    const areApart = new Set(columns.map(({ field }) => field.name)).size === columns.length;
    return areApart && others <= own && columns.length >= dataset.fields.length * 0.7 ? [{ dataset, columns }] : [];
  });
  const [only] = fitting;
  if (!only || fitting.length > 1) return null;
  const mapping: Mapping = { dataset: only.dataset, columns: only.columns, notes: new Map() };
  if (unmet(mapping, { filled: filledColumns(input.shapes), constants: new Set(Object.keys(input.request.constants)) }).length > 0) return null;
  return {
    dataset: only.dataset,
    profile: null,
    mapping,
    wide: [],
    score: 1,
    reasons: [`the layout of ${only.dataset.label} as this program writes it`],
    question: null,
    how: 'recognised',
    stated: {},
  };
}

function labelOf(dataset: Dataset, name: string): string {
  return dataset.fields.find((field) => field.name === name)?.label ?? name;
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
