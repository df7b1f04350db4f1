import { expect, test } from 'vitest';
import { printable, printableText, shortened, Substitutions, withBreaks } from '../../../electron/packs/printable-text.ts';
import { hostileTexts } from '../../fixtures/packs/hostile-texts.ts';
import { shippedFont } from '../../fixtures/packs/printing.ts';

const font = shippedFont();

function print(text: string): { text: string; seen: string[] } {
  const seen = new Substitutions();
  return { text: printableText(text, font.covers, seen), seen: seen.list() };
}

test('the shipped typeface knows Latin, Greek, Cyrillic and no CJK', () => {
  for (const character of 'Aßéžłğω→Привет€−≥●▲') expect(font.covers(character.codePointAt(0) ?? 0), character).toBe(true);
  for (const character of '中ع😀\u202e') expect(font.covers(character.codePointAt(0) ?? 0), character).toBe(false);
  expect(font.covers(0x25a1)).toBe(true);
});

test('widths are those of the font: figures and the minus are equally wide', () => {
  const [one, eight, minus] = ['1', '8', '\u2212'].map((text) => font.width(text, 10));
  expect(one).toBe(eight);
  expect(minus).toBe(eight);
  expect(font.width('11', 10)).toBeCloseTo(2 * (one ?? 0), 9);
});

test('what is missing becomes a box and is reported; the rest stays', () => {
  expect(print('Werk 中文 1')).toEqual({ text: 'Werk □□ 1', seen: ['U+4E2D', 'U+6587'] });
  expect(print('a\u202eb')).toEqual({ text: 'a□b', seen: ['U+202E'] });
  expect(print('😀😀')).toEqual({ text: '□□', seen: ['U+1F600, 2 times'] });
  expect(print('\ud800')).toEqual({ text: '□', seen: ['U+D800'] });
  expect(print('plain “text” – 5 %')).toEqual({ text: 'plain “text” – 5 %', seen: [] });
});

test('line ends become spaces, overlong text ends in an ellipsis, long words may break', () => {
  expect(print('a\r\nb\tc').text).toBe('a  b c');
  expect(print('x'.repeat(1_000_000)).text.length).toBeLessThan(2200);
  expect(print('x '.repeat(4000)).text.endsWith('…')).toBe(true);
  expect(withBreaks({ id: 'a_very_long_identifier_of_a_pack', file: 'production_output_of_the_month.xlsx' })).toEqual({
    id: 'a_very_long_identifier_of_a_pack',
    file: 'production_\u200boutput_\u200bof_\u200bthe_\u200bmonth.\u200bxlsx',
  });
});

test('whatever comes in, only covered characters go out', () => {
  for (const text of hostileTexts) {
    for (const character of print(text).text)
      expect(character === '\u200b' || font.covers(character.codePointAt(0) ?? 0), JSON.stringify(text.slice(0, 20))).toBe(true);
  }
});

test('overlong texts are cut before they are measured, keys stay', () => {
  const long = 'x'.repeat(1_000_000);
  expect(shortened({ key: long, cells: { a: long, b: 'short' } })).toEqual({ key: long, cells: { a: `${'x'.repeat(300)}…`, b: 'short' } });
});

test('every text of a nested value is made printable, keys and numbers stay', () => {
  const seen = new Substitutions();
  expect(printable({ 中: ['中', { b: '日', c: 1, d: null }] }, font.covers, seen)).toEqual({ 中: ['□', { b: '□', c: 1, d: null }] });
});
