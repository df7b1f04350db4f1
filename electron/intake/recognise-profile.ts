/** A table read through the profile of its headers, and the question when a saved one nearly fits. */
import { catalog } from '../../shared/areas/catalog.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import { columnsAcross, markYear } from './map-across.ts';
import { filledColumns, mapByProfile, unmet, type Mapping } from './map-columns.ts';
import { columnOf, columnsByKey, nearestSaved } from './match-profile.ts';
import { monthNear } from './recognise-across.ts';
import type { RecognitionInput } from './recognise-input.ts';
import { nearness } from './recognise-nearness.ts';
import { statementEnd } from './recognise-periods.ts';
import { looksLikeLog, tagsBeside, withQualities } from './recognise-readings.ts';
import { share } from './recognise-shapes.ts';
import { asAtDate } from './recognise-titles.ts';
import { daysAcross, monthsAcross, withMonths, yearOf, type WideColumn } from './recognise-wide.ts';
import type { Recognition } from './recognition.ts';

/** What the profile found for the headers says; null without one. */
export function profileChosen(input: RecognitionInput): Recognition | null {
  const { profile } = input.layout;
  const dataset = catalog.find(({ name }) => name === profile?.dataset);
  if (!profile || !dataset) return null;
  const { mapping, wide, yearMissing } = acrossOf(dataset, input, mapByProfile(dataset, profile, input.shapes));
  const titles = titleDate(dataset, mapping, input);
  const stated = [input.request.constants, profile.constants, profile.constantsFrom ?? {}, input.table.stated, titles];
  const across = wide.length > 0 && dataset.wide ? [dataset.wide.headerField, dataset.wide.valueField] : [];
  const constants = new Set([...stated.flatMap((one) => Object.keys(one)), ...across]);
  const missing = unmet(mapping, { filled: filledColumns(input.shapes), constants });
  const labels = missing.map((group) => group.map((name) => dataset.fields.find((field) => field.name === name)?.label ?? name).join(' or '));
  const sentence = yearMissing
    ? `${dataset.label}: the profile ${profile.system} fits, but its months across have no year; name it in the sheet’s title.`
    : `${dataset.label}: the profile ${profile.system} fits, but ${labels.join(' and ')} is missing; state it for the whole file.`;
  const open = yearMissing || missing.length > 0;
  const doubt = open ? null : acrossDoubt({ dataset, mapping, wide }, input);
  return {
    dataset,
    profile,
    mapping,
    wide,
    score: 1,
    reasons: [`all ${String(profile.headers.length)} headers of the profile ${profile.system} are there`],
    question: open
      ? { code: 'missing-column', sentence, fields: missing.flatMap((group) => group.slice(0, 1)) }
      : doubt !== null
        ? {
            code: 'unsure-dataset',
            sentence: `${dataset.label}: the profile ${profile.system} fits, but ${doubt}; confirm the dataset and its columns.`,
            fields: [],
          }
        : null,
    how: 'profile',
    stated: titles,
  };
}

// A balance without a date column stands for the day its title names.
function titleDate(dataset: Dataset, mapping: Mapping, input: RecognitionInput): Record<string, string> {
  if (dataset.name !== 'budget.actuals' || mapping.columns.some(({ field }) => field.name === 'date' || field.name === 'period')) return {};
  const date = asAtDate(input.table.titles) ?? statementEnd(input.table.titles.filter((title) => /^\s*as (?:of|at)\s/iu.test(title)));
  return date === null ? {} : { date };
}

// Few headers name a log or a roster: what stands below the others must look like one, too.
function acrossDoubt(found: { dataset: Dataset; mapping: Mapping; wide: readonly WideColumn[] }, input: RecognitionInput): string | null {
  const { dataset, mapping, wide } = found;
  if (wide.length === 0 || !dataset.wide) return null;
  const value = dataset.fields.find(({ name }) => name === dataset.wide?.valueField);
  if (value?.type === 'code') {
    const figures = wide.filter(({ column }) => input.shapes.some((shape) => shape.column === column && shape.filled > 0 && share(shape, 'number') > 0.5));
    return figures.length * 2 > wide.length ? `its columns across hold figures where ${value.label.toLowerCase()} codes are expected` : null;
  }
  if (dataset.wide.headerField !== 'tag' || mapping.columns.some(({ field }) => field.name === 'tag')) return null;
  const time = mapping.columns.find(({ field }) => field.name === 'time');
  const clock = mapping.columns.find(({ field, column }) => field.name === 'time' && column !== time?.column);
  if (time && looksLikeLog(input.table.rows, { time: time.column - 1, clock: clock ? clock.column - 1 : null }, 2)) return null;
  return 'its times do not follow one another as those of a log do';
}

// Columns the profile sends to the value, else months across found as in any table: they differ from file to file.
function acrossOf(dataset: Dataset, input: RecognitionInput, mapping: Mapping): { mapping: Mapping; wide: WideColumn[]; yearMissing: boolean } {
  const year = yearOf([...input.table.titles, input.table.sheetName, input.request.fileName], input.shapes);
  const month = monthNear([...input.table.titles, input.table.sheetName, input.request.fileName]);
  const stated = withQualities(columnsAcross(dataset, mapping, { shapes: input.shapes, year, month }), input.shapes);
  markYear(mapping, input.shapes);
  if (stated.length > 0) {
    const across = new Set(stated.map(({ column }) => column));
    return { mapping: { ...mapping, columns: mapping.columns.filter(({ column }) => !across.has(column)) }, wide: stated, yearMissing: false };
  }
  const hasValue = mapping.columns.some(({ field }) => field.name === dataset.wide?.valueField);
  if (hasValue || !dataset.wide) return { mapping, wide: [], yearMissing: false };
  if (dataset.wide.headerField !== 'date') return { mapping, wide: tagsBeside(input.shapes, namedColumns(input)), yearMissing: false };
  const found = monthsAcross(input.shapes, year) ?? daysAcross(input.shapes, { year, month });
  if (found === null || found === 'year-missing') return { mapping, wide: [], yearMissing: found !== null };
  return { mapping: withMonths(dataset, mapping, found), wide: found, yearMissing: false };
}

// What the profile names is no tag, whether it has a field or not.
function namedColumns({ layout, shapes }: RecognitionInput): Set<number> {
  const keys = columnsByKey(shapes);
  const named = [...(layout.profile?.headers ?? []), ...Object.keys(layout.profile?.columns ?? {})];
  return new Set([...named.flatMap((header) => columnOf(header, keys) ?? []), ...layout.dropped]);
}

/**
 * Asks when a saved profile fits but for a few headers. Read without it, the rows would be keyed by another source and count twice.
 */
export function nearProfile(input: RecognitionInput): Recognition | null {
  if (input.request.profile !== null || input.request.dataset !== null) return null;
  const near = nearestSaved(input.table.columns, input.request.profiles);
  const dataset = catalog.find(({ name }) => name === near?.profile.dataset);
  if (!near || !dataset) return null;
  const { profile, missing } = near;
  const mapping = mapByProfile(dataset, profile, input.shapes);
  const gone = missing.map((header) => {
    const alike = input.shapes.map((shape) => ({ header: shape.header, score: nearness(header, shape.header) })).sort((a, b) => b.score - a.score)[0];
    return alike && alike.score >= 0.5 ? `“${header}” (perhaps now “${alike.header}”)` : `“${header}”`;
  });
  const sentence = `The profile “${profile.system}” nearly fits, but ${gone.join(' and ')} ${gone.length === 1 ? 'is' : 'are'} not there; confirm the columns and save the profile again.`;
  const there = profile.headers.length - missing.length;
  return {
    dataset,
    profile: null,
    mapping,
    wide: [],
    score: Math.round((100 * there) / profile.headers.length) / 100,
    reasons: [`${String(there)} of ${String(profile.headers.length)} headers of the profile ${profile.system} are there`],
    question: { code: 'unsure-dataset', sentence, fields: [] },
    how: 'recognised',
    stated: {},
  };
}
