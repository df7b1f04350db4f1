import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';

async function rowsOf(lines: readonly string[]): Promise<unknown[][]> {
  const file = await readBytes(Buffer.from(lines.join('\r\n'), 'utf8'));
  expect(file).toMatchObject({ kind: 'list', delimiter: '|' });
  return (file.sheets[0]?.rows ?? []).map(({ number, cells }) => [number, ...cells]);
}

const rule = '-------------------------------';
const head = '|Cost Ctr|Text      |    Amount|';

describe('a list drawn with bars and rules', () => {
  it('keeps its titles as rows above the head, and every value as written', async () => {
    expect(
      await rowsOf([
        '2026.01.05 Dynamic List Display       1',
        '',
        rule,
        head,
        rule,
        '|1000    |Bolts     | 1,273.38-|',
        '|0020    |          |     10.00|',
        rule,
      ]),
    ).toEqual([
      [1, '2026.01.05 Dynamic List Display       1'],
      [4, 'Cost Ctr', 'Text', 'Amount'],
      [6, '1000', 'Bolts', '1,273.38-'],
      [7, '0020', null, '10.00'],
    ]);
  });

  it('lets column positions decide where a text holds a bar', async () => {
    expect(await rowsOf([rule, head, rule, '|1000    |Bolt|Nut  |      1.00|', '|1001    |Ü 漢\u{1F529}|x    |      2.00|'])).toEqual([
      [2, 'Cost Ctr', 'Text', 'Amount'],
      [4, '1000', 'Bolt|Nut', '1.00'],
      [5, '1001', 'Ü 漢\u{1F529}|x', '2.00'],
    ]);
  });

  it('takes a shifted bar by its number, and refuses a line whose columns can’t be told', async () => {
    expect((await rowsOf([rule, head, rule, '|1000    |Bolts |         1.00|']))[1]).toEqual([4, '1000', 'Bolts', '1.00']);
    await expect(rowsOf([rule, head, rule, '|1000    |Bolt|Nut |       1.00|'])).rejects.toMatchObject({
      code: 'file-corrupt',
      message: expect.stringMatching(/^Line 4: expected the 3 columns/u) as unknown,
    });
  });

  it('drops the heads and titles of further pages, but no other line between them', async () => {
    const page = (number: number, ...rows: string[]): string[] => [
      `Plant list 05.01.2026 08:0${String(number)}     ${String(number)}`,
      rule,
      head,
      rule,
      ...rows,
      rule,
      '',
    ];
    expect(await rowsOf([...page(1, '|1000    |a         |      1.00|'), ...page(2, '|1001    |b         |      2.00|'), '* End of list'])).toEqual([
      [1, 'Plant list 05.01.2026 08:01     1'],
      [3, 'Cost Ctr', 'Text', 'Amount'],
      [5, '1000', 'a', '1.00'],
      [12, '1001', 'b', '2.00'],
      [15, '* End of list'],
    ]);
  });

  it('starts the table anew where the title names another plant', async () => {
    const plant = (code: string, row: string): string[] => [`Plant: ${code}`, rule, head, rule, row, rule];
    expect(
      (await rowsOf([...plant('0001', '|1000    |a         |      1.00|'), ...plant('0002', '|1001    |b         |      2.00|')])).map(([number, first]) => [
        number,
        first,
      ]),
    ).toEqual([
      [1, 'Plant: 0001'],
      [3, 'Cost Ctr'],
      [5, '1000'],
      [7, 'Plant: 0002'],
      [9, 'Cost Ctr'],
      [11, '1001'],
    ]);
  });

  it('reads records of as many lines as their head has', async () => {
    const wrapped = [rule, '|Order   |Text                |', '|   |Start     |  Hours        |', rule];
    expect(
      await rowsOf([
        ...wrapped,
        '|4711    |Pump               |',
        '|A  |2026.01.05|          3.50 |',
        rule,
        '|4712    |Fan                 |',
        '|   |2026.01.06|          1.00 |',
        rule,
      ]),
    ).toEqual([
      [2, 'Order', 'Text', null, 'Start', 'Hours'],
      [5, '4711', 'Pump', 'A', '2026.01.05', '3.50'],
      [8, '4712', 'Fan', null, '2026.01.06', '1.00'],
    ]);
    await expect(
      rowsOf([...wrapped, '|4711    |Pump               |', '|A  |2026.01.05|          3.50 |', '|4712    |Fan                 |']),
    ).rejects.toMatchObject({ code: 'file-corrupt' });
  });

  it('joins names that wrap over records of one line', async () => {
    expect(
      await rowsOf([
        rule,
        '|Cost    |Text      |    Amount|',
        '|Ctr     |          |   in EUR |',
        rule,
        '|1000    |a         |      1.00|',
        '|1001    |b         |      2.00|',
      ]),
    ).toEqual([
      [2, 'Cost Ctr', 'Text', 'Amount in EUR'],
      [5, '1000', 'a', '1.00'],
      [6, '1001', 'b', '2.00'],
    ]);
  });

  it('shows blocks of selections before a wide table as titles', async () => {
    const wide = '|A   |B   |C   |D   |E   |F   |';
    expect(
      await rowsOf([
        '--------------',
        '|Field |Value|',
        '--------------',
        '|Year  |2026 |',
        '--------------',
        rule,
        wide,
        rule,
        '|1   |2   |3   |4   |5   |6   |',
      ]),
    ).toEqual([
      [2, 'Field: Value'],
      [4, 'Year: 2026'],
      [7, 'A', 'B', 'C', 'D', 'E', 'F'],
      [9, '1', '2', '3', '4', '5', '6'],
    ]);
  });

  it('reads box characters of DOS as bars, and says the encoding is a guess', async () => {
    const file = await readBytes(
      Buffer.from('\xda\xc4\xc4\xc4\xc4\xc4\xc4\xbf\n\xb3Kost\xb3Gr\x94\xe1e\xb3\n\xc3\xc4\xc4\xc4\xc4\xc4\xc4\xb4\n\xb31000\xb3F\x84\xb3\n', 'latin1'),
    );
    expect(file).toMatchObject({ kind: 'list', encoding: 'ibm850' });
    const drawn = await readBytes(
      Buffer.from('\xc4\xc4\xc4\xc4\xc4\xc4\xc4\n\xb3Kost\xb3Gr\x94\xe1e \xb3\n\xc4\xc4\xc4\xc4\xc4\xc4\xc4\n\xb31000\xb3F\x84rben\xb3\n', 'latin1'),
    );
    expect(drawn).toMatchObject({ kind: 'list', encoding: 'ibm850', notes: [{ code: 'encoding-guess' }] });
    expect(drawn.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['Kost', 'Größe'],
      ['1000', 'Färben'],
    ]);
  });

  it('leaves text with bars but without rules to the delimited reader', async () => {
    expect((await readBytes(Buffer.from('Year|All\n2000|1\n2001|2\n'))).kind).toBe('delimited');
    expect((await readBytes(Buffer.from('a,b\n---,x\n1,|2|3|\n'))).kind).toBe('delimited');
  });

  it('stays linear on hostile text', async () => {
    const hostile = [
      '|'.repeat(50_000),
      `${'-'.repeat(50_000)}x`,
      `|${' '.repeat(50_000)}x`,
      `${rule}\n${head}\n${rule}\n${'|1|2|3|\n'.repeat(12_000)}`,
      `${rule}\n${`${head}\n${rule}\n`.repeat(1_500)}`,
    ];
    for (const text of hostile) {
      const before = process.cpuUsage();
      await readBytes(Buffer.from(`${rule}\n${head}\n${rule}\n${text}\n`)).catch(() => null);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
    }
  });
});
