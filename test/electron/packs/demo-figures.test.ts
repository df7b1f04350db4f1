/**
 * The figures of the demo plant's pages and pack against SQL over the raw facts, written apart from the areas: no roll-ups, no measures.
 * Each expectation is also stated wrongly, and the comparison must notice.
 */
import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerFactory } from '../../../electron/core/procedures.ts';
import { appRouter } from '../../../electron/core/router.ts';
import { endCompilers } from '../../../electron/core/packs-router.ts';
import { packFile } from '../../../electron/packs/store.ts';
import type { AreaView } from '../../../shared/areas/view.ts';
import { demoStore, type DemoStore } from '../../support/demo-store.ts';

const october = { from: '2026-10-01', to: '2026-10-31' };
const asOf = '2026-11-03';
let demo: DemoStore;

beforeAll(async () => {
  demo = await demoStore({ from: '2026-08-01', to: '2026-10-31', asOf });
}, 300_000);

afterAll(async () => {
  await endCompilers();
  await demo.close();
});

function number(sql: string): number {
  return Number(demo.context.reading.raw.prepare(sql).pluck().get());
}

const month = (column: string) => `${column} >= '2026-10-01' and ${column} < '2026-11-01' and superseded_by is null`;
const typeOf = (alias: string) => `(select account_type from account a where a.account_code = ${alias}.account_code and a.superseded_by is null)`;
const costs = `('material', 'labor', 'energy', 'maintenance', 'otherCost')`;

interface Expectation {
  area: AreaView['area'];
  label: string;
  /** In display units, full precision. */
  value: () => number;
}

const expectations: Expectation[] = [
  {
    area: 'budget',
    label: 'Total cost',
    value: () => number(`select sum(amount_minor) / 100.0 from ledger_entry e where ${month('posting_date')} and ${typeOf('e')} in ${costs}`),
  },
  {
    area: 'budget',
    label: 'Operating result',
    value: () =>
      number(
        `select -sum(amount_minor) / 100.0 from ledger_entry e where ${month('posting_date')} and ${typeOf('e')} in ('revenue', 'material', 'labor', 'energy', 'maintenance', 'otherCost')`,
      ),
  },
  {
    area: 'budget',
    label: 'Labor cost',
    value: () => number(`select sum(amount_minor) / 100.0 from ledger_entry e where ${month('posting_date')} and ${typeOf('e')} = 'labor'`),
  },
  { area: 'production', label: 'Good units', value: () => number(`select sum(good_count) from shift_output where ${month('production_date')}`) },
  {
    area: 'production',
    label: 'OEE',
    value: () =>
      number(
        `select (sum(run_ms) * 1.0 / sum(planned_ms)) * (sum(ideal_cycle_ms * (good_count + scrap_count + rework_count)) / sum(run_ms)) * (sum(good_count) / sum(good_count + scrap_count + rework_count)) from shift_output where ${month('production_date')}`,
      ),
  },
  {
    area: 'production',
    label: 'Schedule attainment',
    value: () =>
      number(`select sum(min(good_count + scrap_count + rework_count, target_count)) / sum(target_count) from shift_output where ${month('production_date')}`),
  },
  {
    area: 'staffing',
    label: 'Overtime ratio',
    value: () => number(`select sum(overtime_ms) * 1.0 / sum(regular_ms) from time_entry where ${month('work_date')}`),
  },
  {
    area: 'staffing',
    label: 'Absence ratio',
    value: () => number(`select sum(absence_ms) * 1.0 / sum(planned_ms) from time_entry where ${month('work_date')}`),
  },
  { area: 'staffing', label: 'Overtime', value: () => number(`select sum(overtime_ms) / 3600000.0 from time_entry where ${month('work_date')}`) },
  {
    area: 'maintenance',
    label: 'Open orders',
    value: () =>
      number(
        `select count(*) from work_order where superseded_by is null and created_at < '2026-11-01' and (status in ('requested', 'open', 'reopened', 'inProgress', 'onHold') or (status in ('done', 'closed') and completed_at >= '2026-11-01'))`,
      ),
  },
  {
    area: 'maintenance',
    label: 'Overdue',
    value: () =>
      number(
        `select count(*) from work_order where superseded_by is null and due_date < '2026-10-31' and created_at < '2026-11-01' and (status in ('requested', 'open', 'reopened', 'inProgress', 'onHold') or (status in ('done', 'closed') and completed_at >= '2026-11-01'))`,
      ),
  },
];

function calls() {
  return callerFactory(appRouter)(demo.context);
}

async function views(): Promise<AreaView[]> {
  const caller = calls();
  return [
    await caller.budget.view(october),
    await caller.production.view(october),
    await caller.staffing.view(october),
    await caller.maintenance.view(october),
  ];
}

function shownValue(all: AreaView[], expectation: Expectation): number | null {
  const kpi = all.find((view) => view.area === expectation.area)?.kpis.find((candidate) => candidate.label === expectation.label);
  if (!kpi) throw new Error(`no tile “${expectation.label}” in ${expectation.area}`);
  const scale = kpi.unit.startsWith('k') && kpi.unit !== 'kWh' ? 1000 : 1;
  return kpi.value === null ? null : kpi.value * scale;
}

function differs(shown: number | null, expected: number): boolean {
  return shown === null || Math.abs(shown - expected) > 1e-9 * Math.max(1, Math.abs(expected));
}

it.each(expectations)('$area: $label equals SQL over the raw facts', async (expectation) => {
  const shown = shownValue(await views(), expectation);
  const expected = expectation.value();
  expect(Number.isFinite(expected) && expected !== 0).toBe(true);
  expect({ label: expectation.label, shown, differs: differs(shown, expected) }).toEqual({ label: expectation.label, shown, differs: false });
  // the same comparison with a formula that is off by a little notices
  for (const wrong of [expected * 1.001, expected + Math.sign(expected) * 1e-6 * Math.abs(expected), -expected]) expect(differs(shown, wrong)).toBe(true);
});

it('prints the same figures in the PDF and the workbook', { timeout: 120_000 }, async () => {
  let made: { id: number; folder: string; files: { name: string }[] } | null = null;
  for await (const event of await calls().packs.make({ kind: 'monthly', period: '2026-10' })) if (event.type === 'made') made = event;
  const [pdf = '', xlsx = ''] = (made?.files ?? []).map((file) =>
    packFile(demo.context.reading, demo.context.places, { pack: made?.id ?? 0, name: file.name }),
  );
  const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(xlsx);
  const numbers = numbersOf(book);
  for (const view of await views()) {
    for (const kpi of view.kpis) {
      if (kpi.value === null) continue;
      const shown = new Intl.NumberFormat('en-US', { minimumFractionDigits: kpi.decimals, maximumFractionDigits: kpi.decimals }).format(
        kpi.format === 'percent' ? kpi.value * 100 : kpi.value,
      );
      expect(text, `${kpi.label} in the PDF`).toContain(shown.replace('-', '−'));
      const value = kpi.value;
      expect(
        numbers.some((found) => Math.abs(found - value) <= 1e-9 * Math.max(1, Math.abs(value))),
        `${kpi.label} in the workbook`,
      ).toBe(true);
    }
  }
  expect(text).not.toContain('NaN');
});

function numbersOf(book: ExcelJS.Workbook): number[] {
  const numbers: number[] = [];
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const value = typeof cell.value === 'number' ? cell.value : cell.result;
        if (typeof value === 'number') numbers.push(value);
      });
    });
  }
  return numbers;
}
