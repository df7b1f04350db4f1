import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { fieldsOf } from '../../../../electron/intake/readers/sie/fields.ts';

const head = [
  '#FLAGGA 0',
  '#FORMAT  PC8',
  '#RAR 0 20260101 20261231',
  '#RAR -1 20250701 20251231',
  '#KONTO 1910 "Kassa"',
  '#KTYP 1910 T',
  '#KONTO 5410 "F\x94rbrukning  "',
];
const vouchers = [
  '#VER A 12 20260131 "Ink\x94p"',
  '{',
  '  #TRANS 5410 {1 "200" 6 "P1"} 500.00',
  '  #TRANS 1910 {} -500.00 20260201 "Kv. \\"7\\""',
  '}',
  '#VER "" "" 20260228',
  '{',
  '#TRANS 9999 {6 "P1" 1 "3}0"} 0.00',
  '}',
];

async function read(lines: readonly string[]): ReturnType<typeof readBytes> {
  return readBytes(Buffer.from(lines.join('\r\n'), 'latin1'));
}

async function rowsOf(lines: readonly string[], sheet = 0): Promise<unknown[][]> {
  return ((await read(lines)).sheets[sheet]?.rows ?? []).map(({ number, cells }) => [number, ...cells]);
}

describe('a SIE export', () => {
  it('gives one row a transaction, in code page 437, with the line it stands on, and the accounts', async () => {
    const file = await read([...head, ...vouchers]);
    expect(file).toMatchObject({ kind: 'sie', encoding: 'ibm437', delimiter: null, notes: [] });
    expect(file.sheets.map(({ name }) => name)).toEqual(['Ledger', 'Accounts']);
    expect(await rowsOf([...head, ...vouchers])).toEqual([
      [1, 'Fiscal year', 'Document', 'Line', 'Posting date', 'Account', 'Account name', 'Cost center', 'Amount', 'Text'],
      [10, '2026', 'A 12', '1', '2026-01-31', '5410', 'Förbrukning', '200', '500.00', 'Inköp'],
      [11, '2026', 'A 12', '2', '2026-02-01', '1910', 'Kassa', null, '-500.00', 'Kv. "7"'],
      [15, '2026', null, '1', '2026-02-28', '9999', null, '3}0', '0.00', null],
    ]);
    expect(await rowsOf([...head, ...vouchers], 1)).toEqual([
      [1, 'Account', 'Name', 'Type'],
      [5, '1910', 'Kassa', 'asset'],
      [7, '5410', 'Förbrukning', null],
    ]);
  });

  it('takes an added line once, whether or not it is repeated, and leaves a removed one out', async () => {
    const corrected = [
      '#VER B 1 20260105',
      '{',
      '#TRANS 5410 {} 100.00',
      '#BTRANS 5410 {} 70.00 20260105',
      '#RTRANS 5410 {} 50.00',
      '#TRANS 5410 {} 50.00',
      '#TRANS 1910 {} -175.00',
      '#RTRANS 1910 {} 25.00',
      '}',
    ];
    const file = await read([...head, ...corrected]);
    expect(file.notes).toEqual([]);
    expect(file.sheets[0]?.rows.slice(1).map(({ number, cells }) => [number, cells[6]])).toEqual([
      [10, '100.00'],
      [13, '50.00'],
      [14, '-175.00'],
      [15, '25.00'],
    ]);
  });

  it('says which voucher does not add up to nothing, and by how much', async () => {
    const file = await read([...head, ...vouchers.map((line) => line.replace('-500.00', '-499.99'))]);
    expect(file.notes).toEqual([
      {
        code: 'unbalanced',
        sheet: 0,
        row: 8,
        expected: 'transactions of a voucher that add up to 0.00',
        found: 'voucher A 12 of 2026-01-31: difference 0.01',
        fix: expect.any(String) as unknown,
      },
    ]);
  });

  it('of types 1 to 3 gives accounts and the budget by period, and says that balances are left out', async () => {
    const file = await read([
      ...head,
      '#UB 0 1910 1000.00',
      '#PBUDGET 0 202601 5410 {} 1200.00',
      '#PBUDGET 0 202601 5410 {1 "200"} 700.00',
      '#PBUDGET 0 202602 5410 {} 1300.00',
    ]);
    expect(file.sheets.map(({ name }) => name)).toEqual(['Accounts', 'Budget']);
    expect(file.sheets[1]?.rows.map(({ cells }) => cells)).toEqual([
      ['Account', 'Account name', 'Period', 'Budget amount'],
      ['5410', 'Förbrukning', '2026-01', '1200.00'],
      ['5410', 'Förbrukning', '2026-02', '1300.00'],
    ]);
    expect(file.notes?.map(({ code, found }) => [code, found])).toEqual([['part-left-out', '1 balances and no vouchers']]);
  });

  it('with nothing to read is refused with what to export instead', async () => {
    await expect(read(['#FLAGGA 0', '#SIETYP 1'])).rejects.toMatchObject({ code: 'file-kind', message: expect.stringMatching(/type 4/) as unknown });
    await expect(read([...head, '#VER A 1 20260101', '{', '#TRANS 1910 {} 1,50', '}'])).rejects.toMatchObject({
      code: 'file-corrupt',
      message: expect.stringMatching(/^Line 10: expected an amount/u) as unknown,
    });
  });

  it('splits fields back as they were written', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'Ö', '1', '.', '-', '#', '/'), minLength: 1 });
    const quoted = fc.string({ unit: fc.constantFrom('a', ' ', '{', '}', '"', 'ß') }).map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            word.map((text) => [text, text] as const),
            quoted.map((text) => [`"${text.replaceAll('"', '\\"')}"`, text] as const),
            word.map((text) => [`{1 "${text}"}`, `1 "${text}"`] as const),
          ),
        ),
        (fields) => {
          expect(fieldsOf(fields.map(([written]) => written).join(' \t'))).toEqual(fields.map(([, text]) => text));
        },
      ),
    );
  });

  it('stays linear on hostile lines', async () => {
    for (const hostile of [
      `#TRANS ${'"\\'.repeat(50_000)}`,
      '{'.repeat(100_000),
      '{"'.repeat(50_000),
      Array.from({ length: 25 }, () => '"\\'.repeat(2_048)).join('\n'),
      `#RTRANS ${'} '.repeat(50_000)}`,
    ]) {
      const before = process.cpuUsage();
      fieldsOf(hostile);
      await read([...head, ...vouchers, hostile]).catch(() => null);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
    }
  });
});
