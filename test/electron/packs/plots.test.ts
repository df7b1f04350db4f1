import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BridgeChart, CategoryChart } from '../../../shared/charts/spec.ts';
import { axisFor, roundStep } from '../../../electron/packs/chart-scale.ts';
import type { PrintBars, PrintPlot } from '../../../electron/packs/pack-document.ts';
import { segmentsOf } from '../../../electron/packs/plot-lines.ts';
import { spread } from '../../../electron/packs/plot-parts.ts';
import { printChart } from '../../../electron/packs/print-chart.ts';
import { shippedFont } from '../../fixtures/packs/printing.ts';

const frame = { width: 510, plotHeight: 37, font: shippedFont() };
const head = { title: 'T', unit: 'k€', period: 'October 2026', alt: 'alt', decimals: 1 };

function plot(spec: CategoryChart | BridgeChart): PrintPlot {
  const printed = printChart(spec, frame);
  if (printed.kind !== 'plot') throw new Error('expected a plot');
  return printed;
}

test('steps are round', () => {
  expect([0.3, 1, 1.1, 3, 26, 700].map(roundStep)).toEqual([0.5, 1, 2, 5, 50, 1000]);
});

test('an axis holds every value and ends on its ticks', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), fc.boolean(), (values, fromZero) => {
      const axis = axisFor(values, fromZero);
      const slack = 1e-6 * Math.max(1, ...values.map(Math.abs));
      expect(axis.low).toBeLessThanOrEqual(Math.min(...values) + slack);
      expect(axis.high).toBeGreaterThanOrEqual(Math.max(...values) - slack);
      expect(axis.high).toBeGreaterThan(axis.low);
      if (fromZero) expect(axis.low * axis.high).toBeLessThanOrEqual(0);
    }),
  );
});

const bridge: BridgeChart = {
  ...head,
  kind: 'bridge',
  steps: [
    { label: 'Budget', value: 3212, role: 'total-budget' },
    { label: 'Volume', value: -59.8, role: 'favorable' },
    { label: 'Price', value: 53.2, role: 'unfavorable' },
    { label: 'Actual', value: 3205.4, role: 'total-actual' },
  ],
};

test('a bridge cuts its axis by name, breaks its totals, and each step starts where the last one ended', () => {
  const printed = plot(bridge);
  expect(printed.note).toMatch(/^k€ · October 2026 · axis starts at 3,1\d\d$/);
  expect(printed.bars.map((bar) => bar.broken)).toEqual([true, false, false, true]);
  expect(printed.bars[1]?.y1).toBeCloseTo(printed.bars[0]?.y1 ?? 0, 9);
  expect(printed.bars[2]?.y0).toBeCloseTo(printed.bars[1]?.y0 ?? 0, 9);
  expect(printed.bars[2]?.y1).toBeCloseTo(printed.bars[3]?.y1 ?? 0, 9);
  expect(printed.labels.map((label) => `${label.text} ${label.letter}`.trim())).toEqual(['3,212.0', '\u221259.8 F', '+53.2 U', '3,205.4']);
});

test('a bridge whose steps are as large as its totals starts at zero', () => {
  const printed = plot({
    ...bridge,
    steps: [
      { label: 'Budget', value: 10, role: 'total-budget' },
      { label: 'More', value: 30, role: 'unfavorable' },
      { label: 'Actual', value: 40, role: 'total-actual' },
    ],
  });
  expect(printed.note).toBe('k€ · October 2026');
  expect(printed.bars.some((bar) => bar.broken)).toBe(false);
});

test('every mark of any columns chart lies inside the plot, and heights are in proportion', () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 31 }),
      fc.constantFrom('columns' as const, 'stacked-columns' as const),
      (rows, kind) => {
        const categories = rows.map((_, index) => String(index + 1));
        const printed = plot({
          ...head,
          kind,
          categories,
          keys: categories,
          toDateFrom: null,
          series: [
            { name: 'A', role: 'actual', values: rows.map((row) => row[0]) },
            { name: 'B', role: 'budget', values: rows.map((row) => row[1]) },
            { name: 'P', role: 'scale-1', values: rows.map((row) => row[2]) },
          ],
        });
        for (const bar of printed.bars) {
          expect(Math.min(bar.x0, bar.y0)).toBeGreaterThanOrEqual(-1e-9);
          expect(Math.max(bar.x1, bar.y1)).toBeLessThanOrEqual(1 + 1e-9);
        }
      },
    ),
  );
});

test('columns keep zero as their base, stand hollow when to date, and label only the newest in bold', () => {
  const printed = plot({
    ...head,
    kind: 'columns',
    categories: ['a', 'b', 'c'],
    keys: ['a', 'b', 'c'],
    toDateFrom: 2,
    series: [{ name: 'A', role: 'actual', values: [10, 20, 5] }],
  });
  expect(printed.base).toBe(0);
  expect(printed.bars.map((bar) => [bar.y1, bar.look])).toEqual([
    [0.5, 'actual'],
    [1, 'actual'],
    [0.25, 'to-date'],
  ]);
  expect(printed.labels.map((label) => [label.text, label.strong])).toEqual([
    ['10.0', false],
    ['20.0', false],
    ['5.0', true],
  ]);
  expect(printed.keys.at(-1)).toEqual({ look: 'to-date', label: 'To date' });
});

test('ratios of a chart in percent are printed in percent', () => {
  const printed = plot({
    ...head,
    unit: '%',
    kind: 'lines',
    categories: ['a', 'b'],
    keys: ['a', 'b'],
    toDateFrom: null,
    series: [{ name: 'OEE', role: 'actual', values: [0.748, 0.754] }],
  });
  expect(printed.ends.map((end) => end.text)).toEqual(['OEE 75.4']);
  expect(printed.note).toMatch(/axis starts at 74\.\d/);
});

test('a gap splits a line and stays a gap', () => {
  expect(segmentsOf([1, 2, null, 3, null, null, 4, 5], (value) => value)).toEqual([[1, 2], [3], [4, 5]]);
});

test('labels are moved apart and keep their order', () => {
  const moved = spread([0.5, 0.51, 0.1], 0.1);
  expect((moved[1] ?? 0) - (moved[0] ?? 0)).toBeCloseTo(0.1, 6);
  expect(moved[2]).toBeCloseTo(0.1, 6);
});

test('bars are a table: value, detail, cumulative share', () => {
  const printed = printChart(
    {
      ...head,
      kind: 'bars',
      unit: 'min',
      decimals: 0,
      rows: [
        { key: 'a', label: 'Jam', value: 30, secondary: '2 stops', cumulative: 0.75, isOther: false },
        { key: 'b', label: 'Other', value: 10, secondary: '', cumulative: 1, isOther: true },
      ],
    },
    frame,
  ) as PrintBars; // bars print as bars
  expect(printed.heads).toEqual({ label: 'Name', value: 'min', secondary: 'Detail', cumulative: 'Cumulative, %' });
  expect(printed.rows.map((row) => [row.value, row.cumulative, row.fraction])).toEqual([
    ['30', '75.0', 1],
    ['10', '100.0', 1 / 3],
  ]);
});

test('a chart without a single value still prints', () => {
  expect(plot({ ...head, kind: 'columns', categories: [], keys: [], toDateFrom: null, series: [] }).bars).toEqual([]);
  expect(
    plot({ ...head, kind: 'lines', categories: ['a'], keys: ['a'], toDateFrom: null, series: [{ name: 'A', role: 'actual', values: [null] }] }).ends,
  ).toEqual([]);
  expect(plot({ ...bridge, steps: [] }).bars).toEqual([]);
});

test('actual and the dark step of the scale never share their ink', () => {
  const printed = plot({
    ...head,
    kind: 'stacked-columns',
    categories: ['a'],
    keys: ['a'],
    toDateFrom: null,
    series: [
      { name: 'Regular', role: 'actual', values: [3] },
      { name: 'Absence', role: 'scale-3', values: [1] },
    ],
  });
  expect(printed.bars.map((bar) => bar.look)).toEqual(['actual', 'scale-1']);
  expect(printed.keys.map((key) => key.look)).toEqual(['actual', 'scale-1']);
});
