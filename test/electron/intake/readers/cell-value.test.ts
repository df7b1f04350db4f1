import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInKind, formatKind } from '../../../../electron/intake/readers/xlsx/styles.ts';
import { parseNumber } from '../../../../electron/intake/readers/xlsx/cell-value.ts';
import { parseRange, parseReference } from '../../../../electron/intake/readers/xlsx/reference.ts';
import { resolvePath } from '../../../../electron/intake/readers/xlsx/workbook.ts';
import { cellAddress } from '../../../../shared/intake/cells.ts';

function parsed(text: string): number {
  const buffer = Buffer.from(`>${text}<`);
  return parseNumber(buffer, 1, buffer.length - 1);
}

describe('parseNumber', () => {
  it('reads every double exactly as written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        Object.is(parsed(String(value)), value === 0 && Object.is(value, -0) ? 0 : value),
      ),
    );
  });

  it('agrees with the language on any decimal', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{1,18}(\.[0-9]{0,20})?([eE][+-]?[0-9]{1,3})?$/), (text) => {
        expect(parsed(text)).toBe(Number(text));
      }),
    );
  });

  it.each(['', '-', '.', 'NaN', '1,5', '0x10', '1e', 'Infinity', '--1', '1.2.3'])('does not take “%s” for a number', (text) => {
    expect(parsed(text)).toBeNaN();
  });
});

describe('number formats', () => {
  it.each([
    ['General', 'plain'],
    ['0', 'plain'],
    ['0.00E+00', 'plain'],
    ['@', 'plain'],
    ['#,##0.00 "€"', 'plain'],
    ['_-* #,##0.00\\ _€_-', 'plain'],
    ['[$€-407] #,##0', 'plain'],
    ['0" days"', 'plain'],
    ['0\\d', 'plain'],
    ['#,##0 "Std."', 'plain'],
    ['[Red]-0;0', 'plain'],
    ['Standard', 'plain'],
    ['', 'plain'],
    [';;;', 'plain'],
    ['0.0,"k"', 'plain'],
    ['# ?/?', 'plain'],
    ['0%', 'percent'],
    ['0.00 %', 'percent'],
    ['0"%"', 'plain'],
    ['yyyy-mm-dd', 'date'],
    ['dd.mm.yyyy', 'date'],
    ['d. mmmm yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date'],
    ['[$-407]mmmm', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['m/d/yy;@', 'date'],
    ['[Blue]dd/mm', 'date'],
    ['TT.MM.JJJJ', 'date'],
    ['[$-411]ge.m.d', 'date'],
    ['h:mm', 'time'],
    ['hh:mm:ss', 'time'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[$-409]h:mm:ss AM/PM;@', 'time'],
    ['h"h"mm', 'time'],
    ['dd/mm/yyyy hh:mm', 'datetime'],
    ['yyyy-mm-dd\\Thh:mm:ss', 'datetime'],
    ['m/d/yy h:mm', 'datetime'],
    ['yyyy-mm-dd hh:mm:ss.000', 'datetime'],
    ['[h]:mm', 'duration'],
    ['[hh]:mm:ss', 'duration'],
    ['[mm]:ss', 'duration'],
    ['[s]', 'duration'],
    ['[Red][h]:mm', 'duration'],
  ] as const)('%s is %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  it.each([
    [0, 'plain'],
    [4, 'plain'],
    [9, 'percent'],
    [14, 'date'],
    [20, 'time'],
    [22, 'datetime'],
    [46, 'duration'],
    [49, 'plain'],
  ] as const)('built-in %i is %s', (id, kind) => {
    expect(builtInKind(id)).toBe(kind);
  });
});

describe('references', () => {
  it('go there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }), (row, column) => {
        expect(parseReference(cellAddress(row, column))).toEqual({ row, column });
      }),
    );
  });

  it.each(['A0', 'XFE1', 'A1048577', 'A', '1', 'A1B', 'ÄA1', 'AAAA1', 'A99999999'])('%s is no cell', (text) => {
    expect(parseReference(text)).toBeNull();
  });

  it('take ranges from either corner', () => {
    expect(parseRange('$D$9:B2')).toEqual({ fromRow: 2, fromColumn: 2, toRow: 9, toColumn: 4 });
  });

  it.each([
    ['xl/', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/', '/xl/a.xml', 'xl/a.xml'],
    ['xl/worksheets/', '../x.xml', 'xl/x.xml'],
    ['', '../../etc/passwd', 'etc/passwd'],
    ['xl/', 'worksheets\\s.xml', 'xl/worksheets/s.xml'],
  ])('target %s + %s is %s', (folder, target, path) => {
    expect(resolvePath(folder, target)).toBe(path);
  });
});
