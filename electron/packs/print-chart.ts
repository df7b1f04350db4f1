/** Chart specs as geometry in the house notation; one painter in resources/packs/charts.typ draws it. */
import type { BarChart, ChartSpec } from '../../shared/charts/spec.ts';
import type { PrintBars, PrintChart } from './pack-document.ts';
import { plotBridge } from './plot-bridge.ts';
import { plotColumns } from './plot-columns.ts';
import { plotLines } from './plot-lines.ts';
import { chartNote, type Frame } from './plot-parts.ts';
import { displayFactor, printNumber } from './print-number.ts';

const mostBars = 16;

export function printChart(spec: ChartSpec, frame: Frame): PrintChart {
  switch (spec.kind) {
    case 'bars':
      return printBars(spec, frame);
    case 'bridge':
      return plotBridge(spec, frame);
    case 'lines':
      return plotLines(spec, frame);
    case 'columns':
    case 'stacked-columns':
      return plotColumns(spec, frame);
  }
}

/** True when the chart can't be read at half the page's width. */
export function needsFullWidth(spec: ChartSpec, halfWidth: number): boolean {
  switch (spec.kind) {
    case 'bars':
      return halfWidth < 300;
    case 'bridge':
      return halfWidth / spec.steps.length < 46;
    default:
      return halfWidth < 300 && spec.categories.length > 7;
  }
}

function printBars(spec: BarChart, frame: Frame): PrintBars {
  const factor = displayFactor('number', spec.unit);
  const largest = Math.max(0, ...spec.rows.map((row) => Math.abs(row.value)));
  const shown = spec.rows.length > mostBars ? spec.rows.slice(0, mostBars) : spec.rows;
  const hidden = spec.rows.length - shown.length;
  return {
    kind: 'bars',
    title: spec.title,
    width: frame.width,
    note: chartNote(spec.unit, spec.period, null),
    alt: spec.alt,
    labelWidth: Math.min(frame.width * 0.4, Math.max(20, ...shown.map((row) => frame.font.width(row.label, 8.5))) + 8),
    heads: {
      label: 'Name',
      value: spec.unit === '' ? 'Value' : spec.unit,
      secondary: shown.some((row) => row.secondary !== '') ? 'Detail' : '',
      cumulative: shown.some((row) => row.cumulative !== null) ? 'Cumulative, %' : '',
    },
    rows: shown.map((row) => ({
      label: row.label,
      fraction: largest === 0 ? 0 : Math.abs(row.value) / largest,
      value: printNumber(row.value * factor, spec.decimals),
      secondary: row.secondary,
      cumulative: row.cumulative === null ? '' : printNumber(row.cumulative * 100, 1),
      isOther: row.isOther,
    })),
    more: hidden === 0 ? '' : `${String(hidden)} more in the workbook`,
  };
}
