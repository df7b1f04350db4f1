import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';

const lines = [
  '#FLAGGA 0',
  '#FORMAT  PC8',
  '#KONTO 1910 "Kassa"',
  '#KONTO 5410 "F\x94rbrukning  "',
  '#VER A 12 20260131 "Inköp"'.replace('ö', '\x94'),
  '{',
  '  #TRANS 5410 {1 "200" 6 "P1"} 500.00',
  '  #TRANS 1910 {} -500.00 20260201 "Kv. \\"7\\""',
  '}',
  '#VER "" "" 20260228',
  '{',
  '#TRANS 9999 {} 0.00',
  '}',
];

describe('a SIE export', () => {
  it('gives one row a transaction, in code page 437, with the line it stands on', async () => {
    const file = await readBytes(Buffer.from(lines.join('\r\n'), 'latin1'));
    expect(file).toMatchObject({ kind: 'delimited', encoding: 'ibm437', delimiter: null });
    expect(file.sheets[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'Document', 'Line', 'Posting date', 'Account', 'Account name', 'Cost center', 'Amount', 'Text'],
      [7, 'A 12', '1', '2026-01-31', '5410', 'Förbrukning', '200', '500.00', 'Inköp'],
      [8, 'A 12', '2', '2026-02-01', '1910', 'Kassa', null, '-500.00', 'Kv. "7"'],
      [12, null, '1', '2026-02-28', '9999', null, null, '0.00', null],
    ]);
  });

  it('without vouchers is refused with what to export instead', async () => {
    await expect(readBytes(Buffer.from(lines.slice(0, 4).join('\n'), 'latin1'))).rejects.toMatchObject({
      code: 'file-kind',
      message: expect.stringMatching(/type 4/) as unknown,
    });
  });

  it('stays linear on a hostile line', async () => {
    const hostile = `${lines.join('\n')}\n#TRANS ${'"\\'.repeat(50_000)}\n${'{'.repeat(100_000)}`;
    const started = process.cpuUsage();
    await readBytes(Buffer.from(hostile, 'latin1'));
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2);
  });
});
