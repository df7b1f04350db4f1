/** The shipped profiles of maintenance systems: each fixture, written from the documented headers, comes out whole and asks nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../shared/intake/interpretation.ts';
import { shippedProfiles } from '../../../electron/intake/profiles.ts';
import { interpretBytes, valuesOf } from '../../support/samples.ts';

const root = join(import.meta.dirname, '../../..');
const profiles = shippedProfiles(join(root, 'resources'));
const fixture = (name: string): Buffer => readFileSync(join(root, 'test/fixtures/profiles', name));

interface Expected {
  file: string;
  profile: string;
  source?: string;
  dataset?: string;
  rows: number;
  totals?: Record<string, number>;
  values: Record<string, (string | number | null)[]>;
}

const hour = 3_600_000;

const table: Expected[] = [
  {
    file: 'maximo.csv',
    profile: 'maximo',
    rows: 5,
    totals: { estimatedHours: 13, laborHours: 9.75 },
    values: {
      order: ['NORTH/1001', 'NORTH/1002', 'NORTH/1003', 'SOUTH/1001', 'NORTH/1004'],
      status: ['requested', 'inProgress', 'done', 'closed', 'cancelled'],
      type: ['corrective', 'preventive', 'inspection', 'corrective', 'corrective'],
    },
  },
  {
    file: 'maximo-labels.csv',
    profile: 'maximo-labels',
    source: 'maximo',
    rows: 5,
    values: { order: ['NORTH/2001', 'NORTH/2002', 'NORTH/2003', 'NORTH/2004', 'SOUTH/2001'], status: ['open', 'open', 'done', 'onHold', 'closed'] },
  },
  {
    file: 'sap-iw38.csv',
    profile: 'sap-iw38',
    rows: 6,
    totals: { cost: 6_850.35 },
    values: {
      order: ['000004000101', '000004000102', '000004000103', '000004000104', '000004000105', '000004000106'],
      status: ['open', 'done', 'requested', 'closed', 'cancelled', 'inProgress'],
      dueDate: ['2026-10-20', '2026-10-16', '2026-10-21', '2026-10-17', '2026-10-19', '2026-10-30'],
      cost: [115_025, 28_050, 0, 543_210, 0, -1_250],
      orderType: ['PM01', 'PM02', 'PM02', 'PM03', 'PM01', 'PM02'],
      type: [null, null, null, null, null, null],
    },
  },
  { file: 'sap-iw38-long.csv', profile: 'sap-iw38', rows: 3, totals: { cost: 150.5 }, values: { status: ['open', 'done', 'requested'] } },
  {
    file: 'sap-iw38-de.csv',
    profile: 'sap-iw38',
    rows: 3,
    values: { status: ['open', 'done', 'requested'], dueDate: ['2026-10-20', '2026-10-16', '2026-10-21'] },
  },
  {
    file: 'sap-iw28.csv',
    profile: 'sap-iw28',
    rows: 5,
    values: {
      order: ['10002001', '10002002', '10002003', '10002004', '10002005'],
      title: ['Pump leaks', 'Noise in gearbox', 'Motor burnt', 'Entered twice', 'Wait for spare'],
      status: ['open', 'requested', 'closed', 'cancelled', 'onHold'],
    },
  },
  {
    file: 'sap-ip24.csv',
    profile: 'sap-ip24',
    dataset: 'maintenance.plans',
    rows: 5,
    values: { call: ['12', '13', '14', '3', '1'], dueDate: ['2026-10-15', '2026-11-15', '2026-12-15', '2026-10-30', '2027-01-20'] },
  },
  {
    file: 'fiix.csv',
    profile: 'fiix',
    rows: 5,
    totals: { estimatedHours: 15.5, laborHours: 3.25 },
    values: { status: ['open', 'done', 'inProgress', 'cancelled', 'onHold'], order: ['WO-501', 'WO-502', 'WO-503', 'WO-504', 'WO-505'] },
  },
  {
    file: 'upkeep.csv',
    profile: 'upkeep',
    rows: 5,
    totals: { estimatedHours: 12.5, laborHours: 9.25, cost: 105.75 },
    values: { status: ['open', 'inProgress', 'onHold', 'done', 'done'], priority: ['low', 'high', 'medium', 'none', 'low'] },
  },
  {
    file: 'upkeep-pm.csv',
    profile: 'upkeep-pm',
    source: 'upkeep',
    dataset: 'maintenance.plans',
    rows: 3,
    values: { plan: ['T1', 'T2', 'T3'], dueDate: ['2026-11-13', '2026-11-15', '2026-12-20'] },
  },
  {
    file: 'maintainx.csv',
    profile: 'maintainx',
    rows: 6,
    totals: { laborHours: 2.5, cost: 15.5 },
    values: {
      status: ['open', 'inProgress', 'onHold', 'done', 'cancelled', 'done'],
      laborHours: [null, 0.5 * hour, 0.25 * hour, 0.75 * hour, 0, hour],
      type: ['corrective', 'preventive', 'corrective', 'preventive', 'preventive', 'corrective'],
    },
  },
  {
    file: 'limble.csv',
    profile: 'limble',
    rows: 5,
    totals: { estimatedHours: 7, laborHours: 4 },
    values: { status: ['open', 'done', 'inProgress', 'requested', 'done'], type: ['corrective', 'preventive', 'preventive', 'corrective', 'corrective'] },
  },
  {
    file: 'emaint.csv',
    profile: 'emaint',
    rows: 5,
    totals: { estimatedHours: 9.5, laborHours: 3.75, cost: 214.75 },
    values: { status: ['open', 'onHold', 'cancelled', 'open', 'open'], type: ['corrective', 'preventive', 'corrective', 'emergency', 'inspection'] },
  },
  {
    file: 'openmaint.csv',
    profile: 'openmaint',
    rows: 6,
    totals: { cost: 92.5 },
    values: {
      status: ['requested', 'open', 'inProgress', 'onHold', 'closed', 'cancelled'],
      dueDate: ['2026-10-20', '2026-10-15', '2026-10-18', '2026-10-25', '2026-10-05', '2026-10-06'],
    },
  },
];

describe('shipped profiles of maintenance systems', () => {
  it.each(table)('$file', async ({ file, profile, source, dataset, rows, totals, values }) => {
    const { reports, blocks } = await interpretBytes(fixture(file), { fileName: 'export.csv', profiles });
    expect(reports).toHaveLength(1);
    const [report] = reports;
    expect({ fault: report?.fault?.message ?? null, unknown: report?.unknownWords }).toEqual({ fault: null, unknown: [] });
    expect(report).toMatchObject({
      status: 'ready',
      profile,
      source: source ?? profile,
      dataset: dataset ?? 'maintenance.workOrders',
      rows: { read: rows, rejected: 0 },
    });
    for (const [name, sum] of Object.entries(totals ?? {})) expect([name, report?.totals[name]]).toEqual([name, sum]);
    for (const [field, list] of Object.entries(values)) expect([field, valuesOf(blocks, field)]).toEqual([field, list]);
  });

  it('keeps the names of those who entered an order in the file', async () => {
    const { answers } = await interpretBytes(fixture('sap-iw38.csv'), { fileName: 'export.csv', profiles });
    expect(JSON.stringify(answers)).not.toMatch(/AGENT\d/u);
  });

  it('says how many tasks were left out', async () => {
    const { reports } = await interpretBytes(fixture('maximo.csv'), { fileName: 'export.csv', profiles });
    expect(reports[0]?.problems).toMatchObject([{ severity: 'warning', code: 'part-left-out', found: 'ISTASK = 1' }]);
  });

  it('asks for a word of which a system’s meaning is not known', async () => {
    const text = fixture('emaint.csv').toString('utf8').replace(',O,', ',R,');
    const { reports } = await interpretBytes(Buffer.from(text), { fileName: 'export.csv', profiles });
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', profile: 'emaint', unknownWords: [{ field: 'status', text: 'R', count: 1 }] });
  });

  it('asks for slashed dates that read both ways', async () => {
    const text = fixture('sap-iw38-long.csv')
      .toString('utf8')
      .replace(/2026-10-(\d\d)/gu, (_all, day: string) => `10/0${String(Number(day) % 9 || 9)}/2026`);
    const { reports } = await interpretBytes(Buffer.from(text), { fileName: 'export.csv', profiles });
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', profile: 'sap-iw38' });
    expect(reports[0]?.problemCounts['ambiguous-dates']).toBeGreaterThan(0);
  });
});

const languages = JSON.parse(fixture('atlas-cmms-languages.json').toString('utf8')) as Record<string, Record<string, string>>; // written beside this test

describe.each(Object.entries(languages))('Atlas CMMS in %s', (_language, words) => {
  const quoted = (texts: readonly (string | undefined)[]): string => texts.map((text) => `"${text ?? ''}"`).join(',');

  it('reads work orders', async () => {
    const heads = [
      'id',
      'title',
      'status',
      'priority',
      'description',
      'due',
      'duration',
      'signature',
      'category',
      'location',
      'team',
      'primary',
      'assigned',
      'asset',
    ];
    const more = ['completedBy', 'completedOn', 'archived', 'created'];
    const line = (index: number, status: string): string =>
      quoted([
        String(index),
        `Job ${String(index)}`,
        words[status],
        '',
        'text',
        '2026-10-31',
        '2',
        '',
        '',
        'Hall',
        'Crew',
        '',
        '',
        'Pump',
        '',
        '2026-10-30',
        '',
        '2026-10-13',
      ]);
    const text = [
      quoted([...heads, ...more].map((key) => words[key])),
      ...['OPEN', 'PROGRESS', 'HOLD', 'COMPLETE'].map((key, index) => line(index + 1, key)),
    ].join('\n');
    const { reports, blocks } = await interpretBytes(Buffer.from(text), { fileName: 'x.csv', profiles });
    expect(reports[0]?.fault?.message ?? null).toBeNull();
    expect(reports[0]).toMatchObject({ status: 'ready', profile: 'atlas-cmms', rows: { read: 4, rejected: 0 }, totals: { estimatedHours: 8 } });
    expect(valuesOf(blocks, 'status')).toEqual(['open', 'inProgress', 'onHold', 'done']);
    expect(valuesOf(blocks, 'order')).toEqual(['1', '2', '3', '4']);
    expect(valuesOf(blocks, 'dueDate')).toEqual(Array(4).fill('2026-10-31'));
    expect(valuesOf(blocks, 'completed')).toEqual(Array(4).fill('2026-10-30T00:00:00'));
    expect(valuesOf(blocks, 'created')).toEqual(Array(4).fill('2026-10-13T00:00:00'));
    expect(valuesOf(blocks, 'assetName')).toEqual(Array(4).fill('Pump'));
  });

  it('reads assets', async () => {
    const heads = ['id', 'name', 'description', 'status', 'archived', 'location', 'parent', 'area', 'barcode', 'category', 'serial'];
    const line = (index: number): string =>
      quoted([`A${String(index)}`, `Pump ${String(index)}`, 'text', 'ok', '', 'Hall', '', '', `B${String(index)}`, 'Pumps', `S${String(index)}`]);
    const text = [quoted(heads.map((key) => words[key])), line(1), line(2)].join('\n');
    const { reports, blocks } = await interpretBytes(Buffer.from(text), { fileName: 'x.csv', profiles });
    expect(reports[0]).toMatchObject({ status: 'ready', profile: 'atlas-cmms-assets', source: 'atlas-cmms', rows: { read: 2, rejected: 0 } });
    expect(valuesOf(blocks, 'asset')).toEqual(['A1', 'A2']);
    expect(valuesOf(blocks, 'serialNumber')).toEqual(['S1', 'S2']);
    expect(valuesOf(blocks, 'name')).toEqual(['Pump 1', 'Pump 2']);
  });
});

it('names every profile once, with where its headers are documented', () => {
  const ids = profiles.map(({ id }: Profile) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(profiles.filter(({ note }) => note === undefined).map(({ id }) => id)).toEqual([]);
});
