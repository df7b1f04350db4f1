/**
 * Views in, document out. Whatever the pack says is composed here from the views' numbers; text from files is made printable at the
 * end, so no part of the document can slip by.
 */
import type { AreaView, Freshness, Grid, Kpi } from '../../shared/areas/view.ts';
import { periodCode } from '../../shared/kit/fiscal-calendar.ts';
import { parts } from '../../shared/kit/iso-date.ts';
import { ratio } from '../../shared/kit/ratio.ts';
import type { FontMetrics } from './font-metrics.ts';
import type { PackDocument, PrintChart, PrintKpi, PrintSection, PrintSource, PrintSummary } from './pack-document.ts';
import type { PackInput } from './pack-input.ts';
import { wrappedLines, type Frame } from './plot-parts.ts';
import { needsFullWidth, printChart } from './print-chart.ts';
import { printedColumns, printGrid } from './print-grid.ts';
import { printFigure, printKpi, upperFirst } from './print-kpi.ts';
import { monthName, printDay, printInstant, printNumber, printPeriod } from './print-number.ts';
import { printable, shortened, Substitutions } from './printable-text.ts';

/** Points between the margins of A4. */
const portraitWidth = 510;
const landscapeWidth = 756;
const gutter = 22;
const mostPortraitColumns = 9;
const longList = 30;

export function assemble(given: PackInput, font: FontMetrics): PackDocument {
  const input = shortened(given);
  const { plant, fiscalPeriod } = input;
  const period = printPeriod(fiscalPeriod.from, fiscalPeriod.to);
  const code = periodCode(fiscalPeriod.fiscalYear, fiscalPeriod.period);
  const [year, month, day] = parts(input.asOf);
  const id = packId(input);
  const seen = new Substitutions();
  const document: PackDocument = {
    id,
    title: 'Monthly report',
    plant: plant.name.trim() === '' ? plant.code : plant.name,
    period,
    periodCode: code,
    version: `v${String(input.version)}`,
    asOf: printDay(input.asOf),
    date: { year, month, day },
    description: `Monthly report of ${plant.name}, ${period}, as of ${input.asOf}`,
    footer: [id, comparisons(input.views), plant.currency].filter((part) => part !== '').join(' · '),
    headline: headline(input.views),
    facts: facts(input, code),
    sources: input.freshness.map(printSource),
    summary: printSummary(input.views, period),
    sections: input.views.map((view) => printSection(view, input, font)),
    basis: {
      finding: basisFinding(input.freshness),
      figures: input.views.flatMap((view) =>
        view.kpis.map((kpi) => {
          const printed = printKpi(kpi, period);
          return {
            area: view.title,
            measure: kpi.label,
            period: kpi.period,
            value: `${printed.value}${printed.value === 'n/a' || kpi.unit === '' ? '' : ` ${kpi.unit}`}`,
            arithmetic: printed.detail,
          };
        }),
      ),
      rules: rules(input),
      substitutions: [],
      auditHead: input.auditHead,
    },
  };
  const clean = printable(document, font.covers, seen);
  return { ...clean, basis: { ...clean.basis, substitutions: seen.list() } };
}

/** "LIN_2026-10_Monthly_v1": what a file system takes, whatever the plant's code holds. */
export function packId(input: Pick<PackInput, 'plant' | 'fiscalPeriod' | 'version'>): string {
  const cleaned = input.plant.code
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  // Windows keeps these names for devices.
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cleaned);
  const code = cleaned === '' || reserved ? `Plant${cleaned}` : cleaned;
  return `${code}_${input.fiscalPeriod.from.slice(0, 7)}_Monthly_v${String(input.version)}`;
}

/** "total cost 1.9 % U, OEE 74.8 %": the two figures a manager opens the mail for; '' when there are none. */
export function headline(views: readonly AreaView[]): string {
  const compared = views.find((view) => view.area === 'budget')?.kpis.filter((kpi) => kpi.variance !== null && ratioOfVariance(kpi) !== null);
  const budget = compared?.find((kpi) => /^total cost$/i.test(kpi.label)) ?? compared?.[0];
  const production = views.find((view) => view.area === 'production')?.kpis;
  const output =
    production?.find((kpi) => /^oee$/i.test(kpi.label) && kpi.value !== null) ?? production?.find((kpi) => kpi.format === 'percent' && kpi.value !== null);
  const said: string[] = [];
  if (budget)
    said.push(`${lowerFirst(budget.label)} ${printNumber((ratioOfVariance(budget) ?? 0) * 100, 1)} %${budget.effect === null ? '' : ` ${budget.effect}`}`);
  if (output) said.push(`${output.label} ${printFigure(output, output.value)}${output.unit === '' ? '' : ` ${output.unit}`}`);
  return said.join(', ');
}

function ratioOfVariance(kpi: Kpi): number | null {
  const base = kpi.comparison?.value ?? null;
  const share = ratio(kpi.variance, base === null ? null : Math.abs(base));
  return share === null ? null : Math.abs(share);
}

function lowerFirst(text: string): string {
  return /^(Budget|Target|Plan|Prior|Last|Previous|Total|Cost|Operating)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function comparisons(views: readonly AreaView[]): string {
  const labels = new Set(views.flatMap((view) => view.kpis).flatMap((kpi) => (kpi.comparison ? [kpi.comparison.label] : [])));
  const named = [...labels];
  if (named.length === 0) return '';
  return `Compared with ${named.slice(0, 3).map(lowerFirst).join(', ')}${named.length > 3 ? ' and others' : ''}`;
}

function facts(input: PackInput, code: string): PackDocument['facts'] {
  const { plant, fiscalPeriod } = input;
  const isPartial = input.asOf < fiscalPeriod.to;
  return [
    { label: 'As of', value: printDay(input.asOf) },
    { label: 'Compared with', value: comparisons(input.views).replace('Compared with ', '') || 'Nothing: no budget or target was imported' },
    { label: 'Version', value: `v${String(input.version)}` },
    { label: 'Calendar', value: `Fiscal year ${String(fiscalPeriod.fiscalYear)} starts in ${monthName(plant.fiscalStartMonth)}; this is ${code}` },
    { label: 'Period', value: `${printDay(fiscalPeriod.from)} to ${printDay(fiscalPeriod.to)}${isPartial ? ', to date' : ''}` },
    { label: 'Money', value: currencyName(plant.currency) },
  ];
}

/** "Euro (EUR)"; a code nobody knows stays as it is. */
function currencyName(code: string): string {
  if (!/^[A-Z]{3}$/.test(code)) return code;
  const name = new Intl.DisplayNames('en-US', { type: 'currency' }).of(code);
  return name === undefined || name === code ? code : `${name} (${code})`;
}

const trustTexts = { fresh: 'Up to date', late: 'Late', old: 'Old', missing: 'Missing' } as const;

function printSource(source: Freshness): PrintSource {
  const remarks: string[] = [];
  if (source.state === 'missing') remarks.push('Nothing was imported');
  else if (source.ageDays !== null)
    remarks.push(source.ageDays <= 0 ? 'Reaches as-of' : `Ends ${printNumber(source.ageDays, 0)} ${source.ageDays === 1 ? 'day' : 'days'} before as-of`);
  if (source.warnings > 0) remarks.push(`${printNumber(source.warnings, 0)} ${source.warnings === 1 ? 'warning' : 'warnings'}`);
  return {
    label: source.label,
    file: source.file ?? '',
    received: printInstant(source.receivedAt),
    dataTo: printDay(source.dataTo),
    rows: printNumber(source.rows, 0),
    leftOut: printNumber(source.rejected, 0),
    check: remarks.join('; '),
    trust: source.state,
    trustText: trustTexts[source.state],
  };
}

function printSummary(views: readonly AreaView[], period: string): PrintSummary {
  const compared = views.flatMap((view) => view.kpis).filter((kpi) => kpi.variance !== null && kpi.comparison !== null);
  const bad = compared.filter((kpi) => kpi.effect === 'U').length;
  return {
    finding:
      compared.length === 0
        ? 'No figure of this month has anything to be compared with'
        : bad === 0
          ? `None of ${String(compared.length)} compared measures is unfavorable`
          : `${String(bad)} of ${String(compared.length)} compared measures ${bad === 1 ? 'is' : 'are'} unfavorable`,
    groups: views.filter((view) => view.kpis.length > 0).map((view) => ({ area: view.title, rows: view.kpis.map((kpi) => printKpi(kpi, period)) })),
    notes: [
      'Variance = actual \u2212 comparison; F favorable, U unfavorable for the result. Trend: the dot is the newest value, the dotted line the target. n/a: not defined, the last page says why.',
    ],
    commentary: views.map((view) => ({ area: view.title, text: [view.empty ? view.empty.message : view.finding, ...view.commentary].map(sentence).join(' ') })),
  };
}

function printSection(view: AreaView, input: PackInput, font: FontMetrics): PrintSection {
  const period = printPeriod(input.fiscalPeriod.from, input.fiscalPeriod.to);
  const landscape = view.grids.some((grid) => printedColumns(grid).length > mostPortraitColumns);
  const width = landscape ? landscapeWidth : portraitWidth;
  const kpis = view.kpis.map((kpi) => printKpi(kpi, period));
  const tile = width / Math.max(1, Math.min(kpis.length, 6)) - 8;
  return {
    key: view.area,
    title: view.title,
    subtitle: upperFirst(view.subtitle),
    finding: view.empty ? 'There is nothing to report yet' : headingOf(view.finding),
    lead: view.empty ? '' : view.commentary.map(sentence).join(' '),
    landscape,
    empty: view.empty
      ? {
          message: view.empty.message,
          sources: view.empty.datasets.map((name) => input.freshness.find((source) => source.dataset === name)?.label ?? name).join(', '),
        }
      : null,
    kpis,
    kpiNoteLines: Math.max(1, ...kpis.map((kpi) => wrappedNotes(kpi, tile, font))),
    kpiLabelLines: Math.max(1, ...kpis.map((kpi) => wrappedLines(kpi.label, tile, font))),
    chartRows: chartRows(view, { width, plotHeight: landscape ? 33 : 37, font }),
    grids: shortFirst(view.grids.filter((grid) => grid.rows.length > 0)).map((grid) => printGrid(grid, width, font)),
  };
}

function wrappedNotes(kpi: PrintKpi, width: number, font: FontMetrics): number {
  const notes = kpi.reason === '' ? [kpi.comparison === '' ? '' : `${kpi.comparisonLabel} ${kpi.comparison}`, kpi.period] : [kpi.reason];
  return notes.filter((note) => note !== '').reduce((lines, note) => lines + wrappedLines(note, width, font), 0);
}

// Two charts share a row when both can be read at half the width.
function chartRows(view: AreaView, frame: Frame): PrintChart[][] {
  const half = { ...frame, width: (frame.width - gutter) / 2 };
  const rows: PrintChart[][] = [];
  const charts = [...view.charts];
  for (let chart = charts.shift(); chart; chart = charts.shift()) {
    const next = charts[0];
    if (next && !needsFullWidth(chart, half.width) && !needsFullWidth(next, half.width)) {
      charts.shift();
      rows.push([printChart(chart, half), printChart(next, half)]);
    } else {
      // A lone small chart would be blown up on a landscape page.
      const isSmall = frame.width > 600 && chart.kind !== 'bars' && !needsFullWidth(chart, half.width);
      rows.push([printChart(chart, isSmall ? half : frame)]);
    }
  }
  return rows;
}

// A long list behind the short tables leaves no page half empty.
function shortFirst(grids: readonly Grid[]): Grid[] {
  const isLong = (grid: Grid): boolean => grid.rows.length > longList;
  return [...grids.filter((grid) => !isLong(grid)), ...grids.filter(isLong)];
}

function basisFinding(freshness: readonly Freshness[]): string {
  const weak = freshness.filter((source) => source.state !== 'fresh').length;
  if (freshness.length === 0) return 'No source was imported';
  if (weak === 0) return `All ${String(freshness.length)} sources are up to date`;
  return `${String(weak)} of ${String(freshness.length)} sources ${weak === 1 ? 'is' : 'are'} late, old or missing`;
}

function rules(input: PackInput): { term: string; meaning: string }[] {
  const footnotes = input.views.flatMap((view) => view.grids.map((grid) => ({ term: grid.title, meaning: grid.footnotes.map(sentence).join(' ') })));
  return [
    { term: 'Variance', meaning: 'Actual \u2212 budget or target, always this sign' },
    { term: 'F, U', meaning: 'Favorable or unfavorable for the result: derived from the kind of account or measure, never from the sign alone' },
    { term: 'Ratios', meaning: 'Sums divided last: a ratio of sums, never a mean of ratios' },
    { term: 'n/a', meaning: 'Not defined, because a source or a denominator is missing; never shown as 0' },
    { term: 'Rounding', meaning: 'Figures are computed from cents, milliseconds and counts, and rounded for display only' },
    { term: 'Left out', meaning: 'Rows with errors are listed in Intake and counted nowhere in this pack' },
    ...footnotes.filter((rule) => rule.meaning !== ''),
  ];
}

// A heading ends without a full stop.
function headingOf(text: string): string {
  return text.trim().replace(/(?<!\.)\.$/, '');
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
