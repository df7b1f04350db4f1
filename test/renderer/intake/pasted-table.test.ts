import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOfText, pastedTable } from '../../../renderer/intake/pasted-table.ts';

const noHtml = () => {
  throw new Error('there is no HTML to parse');
};

describe('pasted text', () => {
  it('is split as Excel joins it', () => {
    expect(cellsOfText('a\tb\r\n1\t2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(cellsOfText('"two\nlines"\t"a ""word"""\r\n5" pipe\t"open')).toEqual([
      ['two\nlines', 'a "word"'],
      ['5" pipe', '"open'],
    ]);
    expect(cellsOfText('a\t\t\n\tb\t')).toEqual([
      ['a', '', ''],
      ['', 'b', ''],
    ]);
    expect(cellsOfText('')).toEqual([]);
  });

  it('becomes text any reader of delimited text understands', () => {
    expect(pastedTable({ html: '', text: '"two\nlines"\t5" pipe\r\n1\t2\r\n' }, noHtml)).toBe('"two\nlines"\t"5"" pipe"\n1\t2\n');
    expect(pastedTable({ html: '', text: 'words only' }, noHtml)).toBeNull();
    expect(pastedTable({ html: '', text: '' }, noHtml)).toBeNull();
  });

  it('keeps every cell, whatever stands in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', ' ', 'ü'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        // Excel's own quoting: cells with a tab, a line end or a quote
        const excel = rows.map((row) => row.map((value) => (/[\t\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join('\t') + '\r\n').join('');
        expect(cellsOfText(excel)).toEqual(rows);
        const again = pastedTable({ html: '', text: excel }, noHtml);
        expect(cellsOfText(again ?? '')).toEqual(rows);
      }),
    );
  });
});
