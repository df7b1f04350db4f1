/** Cells to values: known answers for dates, numbers, durations and words, and properties against a naive second reading. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countVotes,
  decideOrder,
  parseClock,
  parseDateText,
  periodStart,
  readDate,
  resolveDate,
  timestampText,
  dateText,
  type DateOrder,
} from '../../../electron/intake/coerce-dates.ts';
import { readDuration } from '../../../electron/intake/coerce-durations.ts';
import { codeText } from '../../../electron/intake/coerce-fields.ts';
import { addNumberVote, decideDecimal, emptyVotes, parseNumberText, type DecimalSign } from '../../../electron/intake/coerce-numbers.ts';
import { readWord, wordBook } from '../../../electron/intake/coerce-words.ts';
import { maintenanceWorkOrders } from '../../../shared/areas/maintenance/datasets.ts';
import { fromDayNumber } from '../../../shared/kit/iso-date.ts';

function date(text: string, order: DateOrder | null = null): string | null {
  const parts = parseDateText(text);
  const read = parts ? resolveDate(parts, order) : null;
  return read ? timestampText(read.day, read.clock) : null;
}

describe('dates', () => {
  it.each([
    ['2026-10-31', null, '2026-10-31T00:00:00'],
    ['2026/10/31', null, '2026-10-31T00:00:00'],
    ['2024-03-02 01:33:49.802', null, '2024-03-02T01:33:49'],
    ['2026-10-31T06:15:00Z', null, '2026-10-31T06:15:00'],
    ['31.12.2025', 'day-first', '2025-12-31T00:00:00'],
    ['8/12/26', 'month-first', '2026-08-12T00:00:00'],
    ['8/12/26', 'day-first', '2026-12-08T00:00:00'],
    ['31-12-69', 'day-first', '2069-12-31T00:00:00'],
    ['31-12-70', 'day-first', '1970-12-31T00:00:00'],
    ['10/31/2026 11:05 PM', 'month-first', '2026-10-31T23:05:00'],
    ['10/31/2026 12:05 am', 'month-first', '2026-10-31T00:05:00'],
    ['31/10/2026 24:00', 'day-first', '2026-11-01T00:00:00'],
    ['20261031', null, '2026-10-31T00:00:00'],
    ['31. Oktober 2026', null, '2026-10-31T00:00:00'],
    ['31 octobre 2026', null, '2026-10-31T00:00:00'],
    ['31 de octubre de 2026', null, '2026-10-31T00:00:00'],
    ['31 de outubro de 2026', null, '2026-10-31T00:00:00'],
    ['31 ottobre 2026', null, '2026-10-31T00:00:00'],
    ['31 okt 2026', null, '2026-10-31T00:00:00'],
    ['31 października 2026', null, '2026-10-31T00:00:00'],
    ['31 Ekim 2026', null, '2026-10-31T00:00:00'],
    ['Oct 31, 2026', null, '2026-10-31T00:00:00'],
    ['31-Oct-26', null, '2026-10-31T00:00:00'],
    ['Sat Oct 31 2026', null, '2026-10-31T00:00:00'],
  ] as const)('reads %s (%s)', (text, order, expected) => expect(date(text, order)).toBe(expected));

  it.each(['31/31/26', '2026-02-30', '30.02.2026', 'hello', '12', '1.5', '1,234.56', '25.0072.12', '8E467', '10:30', 'A-01-02'])('refuses %s', (text) => {
    expect(date(text, 'day-first') ?? date(text, 'month-first')).toBeNull();
  });

  it('reads Excel serials by their kind only', () => {
    expect(readDate({ kind: 'date', value: 46_326 }, null)).toEqual({ day: 20_757, clock: null });
    expect(readDate(46_326, null)).toBeNull();
    expect(readDate({ kind: 'datetime', value: 46_326.25 }, null)).toEqual({ day: 20_757, clock: 21_600_000 });
  });

  it('asks only when both readings are possible and differ', () => {
    expect(decideOrder(countVotes(['03/04/2026', '05/06/2026']))).toMatchObject({ order: null, ask: true });
    expect(decideOrder(countVotes(['03/03/2026', '05/05/2026']))).toMatchObject({ order: null, ask: false });
    expect(decideOrder(countVotes(['03/04/2026', '13/06/2026']))).toMatchObject({ order: 'day-first', ask: false });
    expect(decideOrder(countVotes(['03/04/2026', '06/13/2026']))).toMatchObject({ order: 'month-first', ask: false });
    expect(decideOrder(countVotes(['03.04.2026']))).toMatchObject({ order: 'day-first', ask: false });
    expect(decideOrder(countVotes(['13/04/2026', '04/13/2026']))).toMatchObject({ ask: true });
    expect(decideOrder(countVotes(['2026-04-03']))).toMatchObject({ order: null, ask: false });
  });

  it('reads back every day it prints, in either order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.constantFrom<DateOrder>('day-first', 'month-first'),
        fc.constantFrom('/', '-', '.'),
        (day, order, sign) => {
          const [year = '', month = '', dayOfMonth = ''] = fromDayNumber(day).split('-');
          const text = order === 'day-first' ? `${dayOfMonth}${sign}${month}${sign}${year}` : `${month}${sign}${dayOfMonth}${sign}${year}`;
          const parts = parseDateText(text);
          const read = parts ? resolveDate(parts, order) : null;
          expect(read ? dateText(read.day, read.clock) : null).toBe(fromDayNumber(day));
        },
      ),
    );
  });

  it.each([
    ['06:00', 21_600_000],
    ['6:00:30', 21_630_000],
    ['24:00', 86_400_000],
    ['12:00 PM', 43_200_000],
    ['25:00', null],
    ['10:61', null],
    ['3.5', null],
  ])('clock %s', (text, ms) => expect(parseClock(text)).toBe(ms));

  it.each([
    ['2026-03', '2026-03-01'],
    ['2026-P03', '2026-03-01'],
    ['03/2026', '2026-03-01'],
    ['P03.2026', '2026-03-01'],
    ['202603', '2026-03-01'],
    ['Mar 2026', '2026-03-01'],
    ['März 26', '2026-03-01'],
    ['2026 M3', '2026-03-01'],
    ['2026-13', null],
    ['Q1 2026', null],
    ['4000', null],
  ])('period %s', (text, expected) => expect(periodStart(text)).toBe(expected));
});

function column(texts: readonly string[], given: { hint?: DecimalSign; money?: boolean } = {}): ReturnType<typeof decideDecimal> {
  const votes = emptyVotes();
  for (const text of texts) addNumberVote(votes, text);
  return decideDecimal(votes, { hint: given.hint ?? null, money: given.money ?? false });
}

describe('numbers', () => {
  it.each([
    ['1,234.56', '.', 1234.56],
    ['1.234,56', ',', 1234.56],
    ['1 234,56', ',', 1234.56],
    ['1\u00a0234,56', ',', 1234.56],
    ['1\u202f234,56', ',', 1234.56],
    ["1'234.56", '.', 1234.56],
    ['12,50-', ',', -12.5],
    ['(500.00)', '.', -500],
    ['-€1,000.00', '.', -1000],
    ['€ 1.000,00', ',', 1000],
    ['1.000 zł', ',', 1000],
    ['$5', '.', 5],
    ['12 %', '.', 12],
    ['1.5e3', '.', 1500],
    ['.5', '.', 0.5],
    ['1,23,456.00', '.', 123_456],
    ['−7', '.', -7],
    ['+7', '.', 7],
    ['1,234', '.', 1234],
    ['1,234', ',', 1.234],
  ] as const)('reads %s with %s', (text, decimal, expected) => expect(parseNumberText(text, decimal)).toBe(expected));

  it.each(['abc', '', '12a', '1.2.3', '--5', '1,2,3.4', '2026-01-01', '12:30', 'NA', '1..5'])('refuses %s', (text) => {
    expect(parseNumberText(text, '.')).toBeNull();
  });

  it('decides the decimal sign from all values of the column', () => {
    expect(column(['1.234', '0,5'])).toMatchObject({ decimal: ',', ask: false });
    expect(column(['1,234', '0.5'])).toMatchObject({ decimal: '.', ask: false });
    expect(column(['1.234', '5.678'])).toMatchObject({ ask: true });
    expect(column(['1.234', '5.678'], { money: true })).toMatchObject({ decimal: ',', ask: false });
    expect(column(['1.234', '5678'])).toMatchObject({ decimal: '.', ask: false });
    expect(column(['1.100', '950'])).toMatchObject({ decimal: ',', ask: false });
    expect(column(['1.234', '5.678'], { hint: ',' })).toMatchObject({ decimal: ',', ask: false });
    expect(column(['1,5', '2.5'])).toMatchObject({ ask: true });
    expect(column(['1.234.567'])).toMatchObject({ decimal: ',', ask: false });
    expect(column(['12', '15'])).toMatchObject({ ask: false });
  });

  it('reads back every amount it prints, in four locales', () => {
    const prints: readonly [(value: number) => string, DecimalSign][] = [
      [(value) => value.toLocaleString('en-US', { minimumFractionDigits: 2 }), '.'],
      [(value) => value.toLocaleString('de-DE', { minimumFractionDigits: 2 }), ','],
      [(value) => value.toLocaleString('fr-FR', { minimumFractionDigits: 2 }), ','],
      [(value) => value.toLocaleString('de-CH', { minimumFractionDigits: 2 }), '.'],
    ];
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), fc.constantFrom(...prints), (cents, [print, decimal]) => {
        expect(parseNumberText(print(cents / 100), decimal)).toBe(cents / 100);
      }),
    );
  });

  it('keeps codes as text', () => {
    expect([codeText('007'), codeText(7), codeText(1e15), codeText('25.0072.12'), codeText(' 8E467 ')]).toEqual([
      '007',
      '7',
      '1000000000000000',
      '25.0072.12',
      '8E467',
    ]);
  });
});

describe('durations', () => {
  const hour = 3_600_000;
  it.each([
    ['7.5', hour, 7.5 * hour],
    ['90', 60_000, 1.5 * hour],
    ['7:30', 60_000, 7.5 * hour],
    ['0:45:30', hour, 2_730_000],
    ['1h 20', hour, 4_800_000],
    ['2 h', 60_000, 2 * hour],
    ['45 min', hour, 0.75 * hour],
    ['PT8H30M', hour, 8.5 * hour],
    ['P1D', hour, 24 * hour],
    ['1 day', hour, 24 * hour],
  ] as const)('reads %s', (text, unitMs, expected) => expect(readDuration(text, { decimal: '.', unitMs })).toBe(expected));
  it('reads Excel durations and refuses words', () => {
    expect(readDuration({ kind: 'duration', value: 1.5 }, { decimal: '.', unitMs: 1 })).toBe(36 * hour);
    expect(readDuration('soon', { decimal: '.', unitMs: 1 })).toBeNull();
    expect(readDuration({ kind: 'date', value: 45_000 }, { decimal: '.', unitMs: 1 })).toBeNull();
  });
});

describe('words', () => {
  const status = maintenanceWorkOrders.fields.find(({ name }) => name === 'status');
  if (!status) throw new Error('no status field');
  const book = wordBook(status, [{ 'Sent to Mars': 'cancelled' }]);
  it.each([
    ['In Progress', 'inProgress'],
    ['IN_PROGRESS', 'inProgress'],
    ['WAPPR', 'requested'],
    ['Waiting', 'onHold'],
    ['Reopened', 'reopened'],
    ['REL  MANC NMAT PRC SETC', 'open'],
    ['TECO CNF REL', 'done'],
    ['CLSD TECO', 'closed'],
    ['En attente', 'onHold'],
    ['In Bearbeitung', 'inProgress'],
    ['Zakończone', 'done'],
    ['Açık', 'open'],
    ['sent to mars', 'cancelled'],
    ['Perhaps', null],
    ['Pending', null],
  ] as const)('%s is %s', (text, word) => expect(readWord(text, book, status)).toBe(word));
});
