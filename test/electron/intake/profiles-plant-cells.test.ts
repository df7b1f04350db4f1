/** Cells and heads as planning, roster and statistics programs write them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, weekday } from '../../../shared/kit/iso-date.ts';
import { dateText, readDate } from '../../../electron/intake/coerce-dates.ts';
import { readDuration } from '../../../electron/intake/coerce-durations.ts';
import { shippedProfiles } from '../../../electron/intake/profiles.ts';
import { numberAndName } from '../../../electron/intake/interpret-rows.ts';
import { accountsOf } from '../../../electron/intake/statement-accounts.ts';
import { isQualityHead } from '../../../electron/intake/recognise-quality.ts';
import { interpretBytes, valuesOf } from '../../support/samples.ts';

const root = join(import.meta.dirname, '../../..');
const profiles = shippedProfiles(join(root, 'resources'));
const fixture = (name: string): Buffer => readFileSync(join(root, 'test/fixtures/profiles', name));
const two = (value: number): string => String(value).padStart(2, '0');

describe('dates with their weekday', () => {
  const read = (text: string, order: 'day-first' | 'month-first' | null = null): string | null => {
    const day = readDate(text, order);
    return day ? dateText(day.day, day.clock) : null;
  };

  it.each([
    ['Mon 10/12/26', '2026-10-12'],
    ['Fri 05/01/26', '2026-05-01'],
    ['Mon 05/01/26', '2026-01-05'],
    ['Friday, 16/10/2026', '2026-10-16'],
    ['Mon 10/13/26', null],
    // “mar” is also a Tuesday in French: nothing is settled by it
    ['Mar 10/12/26', '2026-12-10'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('reads the same day back in either order, or leaves the order open (property)', () => {
    const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 2020, max: 2035 }), (month, day, year) => {
        const iso = isoDate(year, month, day);
        const name = names[weekday(iso) - 1] ?? '';
        expect(read(`${name} ${two(month)}/${two(day)}/${String(year)}`, 'month-first')).toBe(iso);
        expect(read(`${name} ${two(day)}/${two(month)}/${String(year)}`, 'day-first')).toBe(iso);
      }),
    );
  });
});

it('reads the durations of a plan', () => {
  const read = (text: string): number | null => readDuration(text, { decimal: '.', unitMs: 3_600_000 });
  expect([read('5 days'), read('3d?'), read('1 day?'), read('8 hrs')]).toEqual([5 * 86_400_000, 3 * 86_400_000, 86_400_000, 8 * 3_600_000]);
  expect(read('what?')).toBeNull();
});

describe('numbers and names in one cell', () => {
  it.each([
    ['5012 · Thing', { number: '5012', name: 'Thing' }],
    ['400100  Raw material', { number: '400100', name: 'Raw material' }],
    ['20.5010 - Purchases', { number: '20.5010', name: 'Purchases' }],
    ['Purchases', null],
    ['3M', null],
  ])('%s', (text, expected) => {
    expect(numberAndName(text)).toEqual(expected);
  });

  it('takes a leading number for the account only where every line has one', () => {
    const leaf = (label: string): { line: { label: string }; path: string[]; section: string } => ({ line: { label }, path: [], section: 'Income' });
    expect(accountsOf([leaf('4000 Sales'), leaf('4100 Services')]).map(({ account }) => account)).toEqual(['4000', '4100']);
    expect(accountsOf([leaf('401 k plan'), leaf('Services')]).map(({ account }) => account)).toEqual(['401 k plan', 'Services']);
    expect(accountsOf([leaf('4000 · Sales'), leaf('4000 · More')]).map(({ account }) => account)).toEqual(['4000 · Sales', '4000 · More']);
  });
});

it.each([
  ['Quality', 'Mill.Speed', true],
  ['Mill.Speed.Quality', 'Mill.Speed', true],
  ['Mill.Speed_QC', 'Mill.Speed', true],
  ['Fan.Status', 'Mill.Speed', false],
  ['Air quality index', 'Mill.Speed', false],
])('%s beside %s says how good it is: %s', (head, before, expected) => {
  expect(isQualityHead(head, before)).toBe(expected);
});

describe('rosters as a grid of days', () => {
  it('asks once what the cells of a month’s grid are', async () => {
    const { reports, blocks } = await interpretBytes(fixture('roster-grid.csv'), { fileName: 'roster.csv', profiles });
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', headerRow: 2, problemCounts: { 'unsure-dataset': 1 } });
    expect(blocks).toEqual([]);
  });

  it('has a shift on every day that is not off', async () => {
    const { blocks } = await interpretBytes(fixture('workschedule-net.csv'), {
      fileName: 'roster.csv',
      profiles: profiles.map((one) => ({ ...one, missing: [] })),
    });
    expect(new Set(valuesOf(blocks, 'shift'))).toEqual(new Set(['D', 'N', 'A']));
    expect(valuesOf(blocks, 'shift')).toHaveLength(13);
  });
});

it.each(['ms-project-tasks.csv', 'minitab-measurements.csv'])('asks what %s is: no dataset holds it as it stands', async (file) => {
  const { reports, blocks } = await interpretBytes(fixture(file), { fileName: 'x.csv', profiles });
  expect(reports[0]?.status).toBe('needs-mapping');
  expect(blocks).toEqual([]);
});
