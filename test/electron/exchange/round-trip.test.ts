/**
 * Any facts of any dataset, written as an export and read back: no question, and in the same store nothing new and nothing changed; in
 * an empty one the same rows. Written and read with the real files, stored in real stores.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/areas/catalog.ts';
import type { Dataset, Field } from '../../../shared/intake/dataset.ts';
import { readOwnZip } from '../../../electron/packs/zip.ts';
import { storeWith, exportOf, facts, importBytes, type StoredRow } from './stores.ts';

const text = fc
  .oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 24 }) },
    fc.constantFrom(
      '00123',
      '-1+1',
      "=cmd|'/c calc'!A1",
      '@SUM(1)',
      "'",
      "''=1",
      '1,5',
      '31.12.2026',
      '1e5',
      'TRUE',
      'NULL',
      '-',
      '0',
      '_x0041_',
      'a"b',
      '"',
      '="00042"',
    ),
    fc.constantFrom('line\nbreak', 'cr\r\nlf', 'a\tb', ';|,', ' led and trailed ', 'Total', 'Summe', '----', '{"a":1}', '<b>&amp;</b>', '\u0001control'),
  )
  .map((one) => one.toWellFormed().replaceAll('\u0000', ''));
const day = fc
  .date({ min: new Date('1890-01-01T00:00:00Z'), max: new Date('2190-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc.integer({ min: 0, max: 86_399 }).map((second) => new Date(second * 1000).toISOString().slice(11, 19));
const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.constantFrom(0, -200, 9999, 0.1 + 0.2, 1e-9, 1.005, 123_456_789.123_456),
);

function valueOf(field: Field): fc.Arbitrary<string | number | null> {
  switch (field.type) {
    case 'code':
      return fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 4, arbitrary: text }, { weight: 3, arbitrary: fc.constantFrom('A', 'B', '1000') });
    case 'text':
      return fc.oneof(fc.constant(null), text);
    case 'date':
      return fc.oneof(fc.constant(null), day, fc.constantFrom('2026-10-01', '2026-10-02'));
    case 'timestamp':
      return fc.oneof(
        fc.constant(null),
        fc.tuple(day, clock).map(([date, time]) => `${date}T${time}`),
      );
    case 'count':
    case 'number':
      // which of two equal hours
      if (field.name === 'fold') return fc.constantFrom(0, 1);
      return fc.oneof(fc.constant(null), figure);
    case 'money':
      return fc.oneof(fc.constant(null), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), fc.integer({ min: -500_000, max: 500_000 }));
    case 'duration':
      return fc.oneof(fc.constant(null), fc.integer({ min: -1_000_000_000, max: 100_000_000_000 }));
    case 'word':
      return fc.constantFrom(null, ...Object.keys(field.words ?? {}));
    case 'boolean':
      return fc.constantFrom(null, 0, 1);
  }
}

function rowsOf(dataset: Dataset): fc.Arbitrary<StoredRow[]> {
  const row = fc.tuple(
    fc.constantFrom('', 'sap-pm', "=odd'source"),
    fc.record(Object.fromEntries(dataset.fields.map((field) => [field.name, valueOf(field)]))),
  );
  return fc.array(
    row.map(([source, values]) => ({ source, values })),
    { minLength: 1, maxLength: 12 },
  );
}

const runs = Number(process.env['EXCHANGE_RUNS'] ?? 6);

describe.each(catalog.map((dataset) => ({ name: dataset.name, dataset })))('$name', ({ dataset }) => {
  it.each(['csv', 'xlsx'] as const)(
    'comes back from %s as it was',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(rowsOf(dataset), async (rows) => {
          const store = storeWith(dataset, rows);
          const before = facts(store.db, dataset);
          fc.pre(before.length > 0);
          try {
            const file = await exportOf(store, dataset, format);
            const again = await importBytes(store, file);
            expect(again.statuses).toEqual(again.statuses.map(() => 'ready'));
            expect({ new: again.new, changed: again.changed, same: again.same }).toEqual({ new: 0, changed: 0, same: before.length });
            expect(facts(store.db, dataset)).toEqual(before);
            const empty = storeWith(dataset, []);
            try {
              await importBytes(empty, file);
              expect(facts(empty.db, dataset)).toEqual(before);
            } finally {
              empty.close();
            }
          } finally {
            store.close();
          }
        }),
        { numRuns: runs },
      );
    },
    60_000,
  );
});

it('is one sheet of real days and numbers under a frozen head', async () => {
  const dataset = catalog.find(({ name }) => name === 'production.output');
  if (!dataset) throw new Error('no such dataset');
  const store = storeWith(dataset, [{ source: '', values: { date: '2026-10-31', shift: 'A', line: '0012', good: 900, runMinutes: 27_000_000 } }]);
  const file = await exportOf(store, dataset, 'xlsx');
  store.close();
  const sheet = Buffer.from(readOwnZip(file).find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.bytes ?? []).toString();
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('<v>46326</v>');
  expect(sheet).toContain('<v>0012</v>');
  expect(sheet).toContain('<v>450</v>');
});
