/** The shipped profiles of production, finance, time and historian systems: each fixture comes out whole and asks nothing it need not ask. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InterpretRequest } from '../../../shared/intake/interpretation.ts';
import { shippedProfiles } from '../../../electron/intake/profiles.ts';
import { interpretBytes, sampleByDigest, sampleBytes, samplesPresent, valuesOf } from '../../support/samples.ts';

const root = join(import.meta.dirname, '../../..');
const profiles = shippedProfiles(join(root, 'resources'));
const fixture = (name: string): string => readFileSync(join(root, 'test/fixtures/profiles', name), 'utf8');

interface Expected {
  file: string;
  /** Null: recognised by its structure alone. */
  profile: string | null;
  source?: string;
  dataset: string;
  rows: number;
  totals?: Record<string, number>;
  constants?: Record<string, string>;
  values: Record<string, (string | number | null)[]>;
}

const hour = 3_600_000;

const table: Expected[] = [
  {
    file: 'sap-coois.csv',
    profile: 'sap-coois',
    dataset: 'production.orders',
    rows: 5,
    totals: { 'planned (PC)': 1_920, 'planned (KG)': 1_500.5, 'produced (PC)': 1_430, 'produced (KG)': 1_498.25 },
    values: {
      order: ['000001000501', '000001000502', '000001000503', '000001000504', '000001000505'],
      product: ['000000000000045001', '000000000000045002', '000000000000046010', '000000000000070001', '000000000000046010'],
      dueDate: ['2026-10-16', '2026-10-20', '2026-10-23', '2026-10-07', '2026-10-30'],
      scrap: [10, 5, 0, 0, 0],
    },
  },
  {
    file: 'sap-confirmations.csv',
    profile: 'sap-confirmations',
    dataset: 'production.output',
    rows: 5,
    totals: { good: 780, scrap: 14, rework: 2 },
    values: { good: [480, 500, -500, 50, 250], line: ['PRESS01', 'PRESS01', 'PRESS01', 'PRESS01', 'LATHE02'] },
  },
  {
    file: 'sap-ksb1.csv',
    profile: 'sap-ksb1',
    dataset: 'budget.actuals',
    rows: 4,
    totals: { amount: 17_145.67 },
    values: { amount: [125_040, -25_040, 380_000, 1_234_567], costCenter: ['4711', '4711', '4712', '4712'], account: ['400100', '400100', '415200', '420000'] },
  },
  {
    file: 'sap-cji3.csv',
    profile: 'sap-cji3',
    source: 'sap-ksb1',
    dataset: 'budget.actuals',
    rows: 3,
    totals: { amount: 15_500 },
    values: { amount: [1_250_000, 348_050, -48_050], date: ['2026-10-05', '2026-10-14', '2026-10-21'] },
  },
  {
    file: 'sap-cost-center-report.csv',
    profile: 'sap-cost-center-report',
    dataset: 'budget.actuals',
    rows: 4,
    totals: { amount: 2_396.07 },
    constants: { date: '2026-10-31' },
    values: {
      account: ['400100', '415200', '420000', '900100'],
      accountName: ['Raw material', 'Maintenance service', 'Wages', 'Machine hours allocated'],
      costCenter: ['4711', '4711', '4711', '4711'],
      amount: [125_040, 380_000, 1_234_567, -1_500_000],
    },
  },
  {
    file: 'sage-50-trial-balance.csv',
    profile: 'sage-50-trial-balance',
    source: 'sage-50',
    dataset: 'budget.actuals',
    rows: 4,
    totals: { debit: 20_000, credit: 20_000, amount: 0 },
    values: { date: Array<string>(4).fill('2026-10-31') },
  },
  {
    file: 'sage-50-general-ledger.csv',
    profile: 'sage-50-general-ledger',
    source: 'sage-50',
    dataset: 'budget.actuals',
    rows: 6,
    totals: { debit: 3_730.5, credit: 3_730.5, amount: 0 },
    values: { document: ['PJ/1001', 'PJ/1002', 'GENJ/1001', 'PJ/1001', 'PJ/1002', 'GENJ/1001'] },
  },
  {
    file: 'jobboss.csv',
    profile: 'jobboss',
    dataset: 'production.orders',
    rows: 4,
    totals: { planned: 1_695, produced: 1_520 },
    values: { order: ['26101', '26102', '26103', '26104'], status: ['Complete', 'Active', 'Hold', 'Closed'], scrap: [12, 1, 0, 20] },
  },
  {
    file: 'jde-work-orders.csv',
    profile: 'jde-work-orders',
    source: 'jd-edwards',
    dataset: 'production.orders',
    rows: 3,
    totals: { planned: 695, produced: 530 },
    values: {
      start: ['2026-10-08', '2026-10-11', '2026-10-27'],
      dueDate: ['2026-10-13', '2026-10-23', '2026-11-06'],
      finished: ['2026-10-13', null, null],
    },
  },
  {
    file: 'jde-account-ledger.csv',
    profile: 'jde-account-ledger',
    source: 'jd-edwards',
    dataset: 'budget.actuals',
    rows: 3,
    totals: { amount: 1_980 },
    values: { document: ['PV/7001', 'PV/7002', 'JE/7001'], date: ['2026-10-13', '2026-10-14', '2026-10-15'], amount: [125_040, -25_040, 98_000] },
  },
  {
    file: 'peoplesoft-journal-lines.csv',
    profile: 'peoplesoft-journal-lines',
    source: 'peoplesoft',
    dataset: 'budget.actuals',
    rows: 3,
    totals: { amount: 980 },
    values: { document: ['US001/0000012345', 'US001/0000012345', 'US002/0000012345'], line: ['1', '2', '1'], fiscalYear: ['2027', '2027', '2027'] },
  },
  {
    file: 'adp-paydata.csv',
    profile: 'adp-paydata',
    source: 'adp',
    dataset: 'staffing.timecards',
    rows: 5,
    totals: { regularHours: 134.25, overtimeHours: 5.75, absenceHours: 36 },
    constants: { date: '2026-10-18' },
    values: {
      employee: ['000101', '000102', '000102', '000102', '000102', '000103', '000103', '000104'],
      payCode: ['', '', 'absencePlanned', 'holiday', 'absenceUnplanned', '', 'absenceUnplanned', ''],
      regularHours: [40 * hour, 32 * hour, null, null, null, 24 * hour, null, 38.25 * hour],
      absenceHours: [null, null, 8 * hour, 8 * hour, 4 * hour, null, 16 * hour, null],
    },
  },
  {
    file: 'ukg.csv',
    profile: 'ukg-pay-codes',
    source: 'ukg',
    dataset: 'staffing.timecards',
    rows: 6,
    totals: { regularHours: 14.5, overtimeHours: 2, absenceHours: 16 },
    values: { regularHours: [8 * hour, null, 8 * hour, -1.5 * hour, null, null], laborCost: [18_000, 6_750, 18_000, -3_375, 16_000, 16_000] },
  },
  {
    file: 'timeforce.csv',
    profile: 'timeforce',
    dataset: 'staffing.timecards',
    rows: 4,
    totals: { regularHours: 23.75, overtimeHours: 1.25 },
    values: { employee: ['201', '201', '202', '202'], payCode: ['regular', 'overtime', 'regular', 'regular'] },
  },
  {
    file: 'clockware.csv',
    profile: 'clockware',
    dataset: 'staffing.timecards',
    rows: 4,
    totals: { overtimeHours: 0.5, absenceHours: 8 },
    values: { regularHours: [8 * hour, 8 * hour, 7 * hour + 40 * 60_000, 0], date: ['2026-10-13', '2026-10-13', '2026-10-13', '2026-10-14'] },
  },
  {
    file: 'workschedule-net.csv',
    profile: 'workschedule-net',
    dataset: 'staffing.roster',
    rows: 3,
    values: {
      shift: ['D', 'D', 'D', 'D', 'D', 'N', 'N', 'N', 'N', 'N', 'D', 'D', 'A'],
      date: ['12', '13', '14', '15', '16', '12', '13', '16', '17', '18', '13', '14', '15'].map((day) => `2026-10-${day}`),
    },
  },
  {
    file: 'citect.csv',
    profile: 'citect-process-analyst',
    source: 'citect',
    dataset: 'readings.points',
    rows: 24,
    totals: { 'Mill Speed': 1_056.5, 'Kiln Temp': 14_643 },
    values: {},
  },
  { file: 'intouch.csv', profile: null, source: '', dataset: 'readings.points', rows: 24, totals: { MillSpeed: 1_098, KilnTemp: 20_676 }, values: {} },
  {
    file: 'opc-ua-log.csv',
    profile: 'opc-ua-log',
    source: 'opc-ua',
    dataset: 'readings.points',
    rows: 10,
    totals: { 'ns=2;s=Mill.Speed': 263 },
    values: { value: [40, 41, 43, 45, 46, 48], quality: Array<string>(6).fill('Good') },
  },
  {
    file: 'kepware.csv',
    profile: 'kepware-datalogger',
    source: 'opc-ua',
    dataset: 'readings.points',
    rows: 8,
    totals: { 'Channel1.Mill.Speed': 128, 'Channel1.Mill.Load': 176 },
    values: { value: [40, 41, 42, 43, 45, 46, 47] },
  },
  {
    file: 'landtec-gem.csv',
    profile: 'landtec-gem',
    source: 'landtec',
    dataset: 'readings.points',
    rows: 4,
    totals: { 'EW-01/CH4 %': 103.7, 'EW-02/Init Flow': 30.5, 'EW-02/Adj Flow': 22, 'EW-03/O2 %': 0.1 },
    values: {},
  },
  {
    file: 'ms-project-earned-value.csv',
    profile: 'ms-project-earned-value',
    source: 'ms-project',
    dataset: 'budget.projects',
    rows: 2,
    values: { bac: [5_000_000, 2_000_000], ev: [1_000_000, 400_000], ac: [1_150_000, 380_000], eac: [5_750_000, 1_900_000] },
  },
];

async function read(text: string, change: Partial<InterpretRequest> = {}): ReturnType<typeof interpretBytes> {
  return interpretBytes(Buffer.from(text), { fileName: 'export.csv', profiles, ...change });
}

describe('shipped profiles of production, finance, time and historian systems', () => {
  it.each(table)('$file', async ({ file, profile, source, dataset, rows, totals, values, constants }) => {
    const { reports, blocks } = await read(fixture(file), { constants: constants ?? {} });
    expect(reports).toHaveLength(1);
    const [report] = reports;
    expect({ fault: report?.fault?.message ?? null, unknown: report?.unknownWords }).toEqual({ fault: null, unknown: [] });
    expect(report).toMatchObject({ status: 'ready', profile, source: source ?? profile, dataset, rows: { read: rows, rejected: 0 } });
    for (const [name, sum] of Object.entries(totals ?? {})) expect([name, report?.totals[name]]).toEqual([name, sum]);
    for (const [field, list] of Object.entries(values)) expect([field, valuesOf(blocks, field)]).toEqual([field, list]);
  });

  it.each([
    ['adp-paydata.csv', 'adp-paydata', 'date'],
    ['sap-cost-center-report.csv', 'sap-cost-center-report', 'date'],
  ])('asks for what %s does not say, and nothing else', async (file, profile, field) => {
    const { reports, blocks } = await read(fixture(file));
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', profile, problemCounts: { 'missing-column': 1 } });
    expect(reports[0]?.problems.filter(({ severity }) => severity === 'error').map((one) => one.field)).toEqual([field]);
    expect(blocks).toEqual([]);
  });

  it('asks what a pay code of the plant means, once', async () => {
    const { reports } = await read(fixture('adp-paydata.csv').replaceAll(',SICK,', ',P1,'), { constants: { date: '2026-10-18' } });
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', unknownWords: [{ field: 'payCode', text: 'P1', count: 2 }] });
  });

  it.each(['adp-paydata.csv', 'ukg.csv', 'sap-ksb1.csv', 'sap-confirmations.csv'])(
    'keeps rates, social security numbers and names of clerks of %s out',
    async (file) => {
      const text = fixture(file);
      expect(text).toMatch(/21\.50|999-00-0001|AGENT1|00004711/u);
      const { answers } = await read(text, { constants: { date: '2026-10-18' } });
      expect(JSON.stringify(answers)).not.toMatch(/21\.50|999-00-000|AGENT\d|00004711/u);
    },
  );

  it('holds the stars of a cost center report against their rows', async () => {
    const { reports } = await read(fixture('sap-cost-center-report.csv').replace('17,396.07', '17,369.07'), { constants: { date: '2026-10-31' } });
    expect(reports[0]?.problemCounts['total-mismatch']).toBe(1);
    expect(reports[0]?.status).not.toBe('ready');
  });

  it('holds the last row of line items against their sum', async () => {
    const { reports } = await read(fixture('sap-ksb1.csv').replace('17,145.67', '17,146.67'));
    expect(reports[0]).toMatchObject({ status: 'refused', rows: { read: 5, rejected: 1 } });
  });

  it('reads dates of JD Edwards as days or as dates', async () => {
    const text = fixture('jde-work-orders.csv').replaceAll(
      /,1262(81|84|86|96)/gu,
      (_all, day: string) => `,10/${String(Number(day) - 73).padStart(2, '0')}/2026`,
    );
    const { reports, blocks } = await read(text.replaceAll(/,126300,126310/gu, ',10/27/2026,11/06/2026'));
    expect(reports[0]?.status).toBe('ready');
    expect(valuesOf(blocks, 'start')).toEqual(['2026-10-08', '2026-10-11', '2026-10-27']);
  });

  it('asks about columns across that hold hours where shift codes are expected', async () => {
    const { reports } = await read(fixture('workschedule-net.csv').replaceAll(/,(?:D|N|A)(?=,|$)/gmu, ',8'));
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', profile: 'workschedule-net', problemCounts: { 'unsure-dataset': 1 } });
  });

  it('asks for tag names where a log was saved without them', async () => {
    const lines = fixture('intouch.csv').split('\n').slice(1);
    await expect(read(lines.join('\n'))).rejects.toMatchObject({ code: 'no-table' });
  });
});

describe('the quality beside a value', () => {
  const log = (qualities: readonly string[], head = 'Timestamp,Mill.Speed,Quality'): string =>
    [
      head,
      ...Array.from(
        { length: 24 },
        (_, index) => `2026-10-13 06:${String(index).padStart(2, '0')}:00,${String(100 + index)},${qualities[index % qualities.length] ?? ''}`,
      ),
    ].join('\n');

  it('leaves out every sample that is not good, and says how many', async () => {
    const { reports, blocks } = await read(fixture('historian-quality.csv'));
    expect(reports[0]).toMatchObject({
      status: 'ready',
      dataset: 'readings.points',
      totals: { 'Mill.Speed': 1_056.5, 'Kiln.Temp': 17_190 },
      problemCounts: { 'part-left-out': 5 },
    });
    expect(new Set(valuesOf(blocks, 'quality'))).toEqual(new Set(['Good']));
  });

  it.each([
    [['Good', 'Bad'], 12],
    [['192', '0'], 12],
    [['192', '216', '64', '28'], 12],
    [['0', '2147483648', '0'], 16],
    [['0x00000000', '0x80310000'], 12],
    [['Good, Non-specific', 'Bad, Not connected', 'Uncertain'], 8],
    [['OK'], 24],
  ])('reads %j', async (qualities, kept) => {
    const { reports, blocks } = await read(log(qualities));
    expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'readings.points' });
    expect(valuesOf(blocks, 'value')).toHaveLength(kept);
    expect(Object.keys(reports[0]?.totals ?? {})).toEqual(['Mill.Speed']);
  });

  it.each([[['Good', 'Substituted']], [['0']], [['100', '50']]])('asks about %j', async (qualities) => {
    const { reports, blocks } = await read(log(qualities));
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', problemCounts: { 'unsure-dataset': 1 } });
    expect(blocks).toEqual([]);
  });

  it('takes a head of the value’s name for its quality, and no other column', async () => {
    const { blocks } = await read(log(['Good', 'Bad'], 'Timestamp,Mill.Speed,Mill.Speed.Status'));
    expect(valuesOf(blocks, 'value')).toHaveLength(12);
    const other = await read(log(['1', '2'], 'Timestamp,Mill.Speed,Fan.Status'));
    expect(new Set(valuesOf(other.blocks, 'tag'))).toEqual(new Set(['Mill.Speed', 'Fan.Status']));
  });
});

describe.skipIf(!samplesPresent)('confirmed on real files', () => {
  // digest → profile and one of the figures its index states
  it.each([
    ['bd63b43a47b5', 'sap-ksb1', { amount: -2_546.76 }],
    ['fdaf56161292', 'sage-50-trial-balance', { debit: 1_736_387.66, credit: 1_736_387.66 }],
  ])('%s', async (digest, profile, totals) => {
    const { reports } = await interpretBytes(sampleBytes(sampleByDigest(digest).path), { fileName: 'export', profiles });
    expect(reports[0]).toMatchObject({ status: 'ready', profile, totals });
    expect(profiles.find(({ id }) => id === profile)?.confirmedOnRealFile).toBe(true);
  });
});
