import { describe, expect, it } from 'vitest';
import { nameBook, standingOf, standsDifferently, type NameAnswer } from '../../../electron/store/name-book.ts';

const use = (text: string, source = '', day: string | null = null) => ({ text, source, day });

function answer(part: Partial<NameAnswer> & Pick<NameAnswer, 'text' | 'answer'>): NameAnswer {
  return { id: 1, source: null, code: null, from: null, ...part };
}

describe('what a name means', () => {
  it('takes every name as written while the plant knows none', () => {
    expect(standingOf(nameBook([], []), use('Line 9'))).toEqual({ state: 'known', code: 'Line 9' });
  });

  it('takes the same text, trimmed and in any case, and nothing else', () => {
    const book = nameBook(['P-101', 'Füller'], []);
    expect(standingOf(book, use('P-101'))).toEqual({ state: 'known', code: 'P-101' });
    expect(standingOf(book, use(' p-101 '))).toEqual({ state: 'known', code: 'P-101' });
    expect(standingOf(book, use('FÜLLER'))).toEqual({ state: 'known', code: 'Füller' });
    for (const text of ['P101', 'P-0101', 'P 101', 'P–101', 'Fuller', 'P-101A']) expect(standingOf(book, use(text)).state).toBe('waiting');
  });

  it('asks when two known spellings fold to the same text', () => {
    const book = nameBook(['ab', 'AB'], []);
    expect(standingOf(book, use('ab'))).toEqual({ state: 'known', code: 'ab' });
    expect(standingOf(book, use('Ab')).state).toBe('waiting');
  });

  it('puts an answer before everything else, the nearer source and the later day first', () => {
    const book = nameBook(
      ['L1', 'L2', 'L3'],
      [
        answer({ id: 1, text: 'X', answer: 'is', code: 'L1' }),
        answer({ id: 2, text: 'X', answer: 'is', code: 'L2', source: 'sap' }),
        answer({ id: 3, text: 'x', answer: 'is', code: 'L3', from: '2026-06-01' }),
      ],
    );
    expect(standingOf(book, use('X'))).toEqual({ state: 'known', code: 'L1' });
    expect(standingOf(book, use('X', 'sap', '2026-07-01'))).toEqual({ state: 'known', code: 'L2' });
    expect(standingOf(book, use('X', '', '2026-05-31'))).toEqual({ state: 'known', code: 'L1' });
    expect(standingOf(book, use('X', '', '2026-06-01'))).toEqual({ state: 'known', code: 'L3' });
  });

  it('knows a created name and leaves an ignored one out', () => {
    const book = nameBook(['L1'], [answer({ text: 'L9', answer: 'new' }), answer({ id: 2, text: 'Total', answer: 'ignore' })]);
    expect(standingOf(book, use('l9'))).toEqual({ state: 'known', code: 'L9' });
    expect(standingOf(book, use('total'))).toEqual({ state: 'ignored' });
  });

  it('notices what an answer changes, on its days and in its source alone', () => {
    const before = nameBook(['L1'], []);
    const after = nameBook(['L1'], [answer({ text: 'X', answer: 'is', code: 'L1', source: 'sap', from: '2026-06-01' })]);
    expect(standsDifferently(before, after, use('X', 'sap'))).toBe(true);
    expect(standsDifferently(before, after, use('X', ''))).toBe(false);
    expect(standsDifferently(before, after, use('L1', 'sap'))).toBe(false);
  });
});
