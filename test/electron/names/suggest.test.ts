import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, suggester } from '../../../electron/intake/names-suggest.ts';

const known = [
  { code: 'P-1', name: 'Feed pump' },
  { code: 'P-12', name: 'Return pump' },
  { code: 'Line 1', name: null },
  { code: 'Line 2', name: null },
  { code: '6000', name: 'Wages, direct' },
];
const best = (text: string) => suggester(known)(text)[0];

describe('what a waiting name might be', () => {
  it.each([
    ['P-01', 'P-1', 'the same but for punctuation, spaces or zeros'],
    ['p001', 'P-1', 'the same but for punctuation, spaces or zeros'],
    ['LINE-01', 'Line 1', 'the same but for punctuation, spaces or zeros'],
    ['feed pump', 'P-1', 'its name in the register'],
    ['Pump, feed', 'P-1', 'the same words in another order as its name'],
    ['Direct wages', '6000', 'the same words in another order as its name'],
    ['L1', 'Line 1', 'a short form'],
    ['Line 2 Bottling', 'Line 2', 'a short form'],
    ['Retrun pump', 'P-12', 'spelled alike as its name'],
  ])('%s → %s', (text, code, why) => {
    expect(best(text)).toMatchObject({ code, why });
  });

  it('never suggests a name with other numbers, however alike', () => {
    for (const text of ['Line 3', 'P-2', 'Line 11', '6001']) expect(suggester(known)(text)).toEqual([]);
    expect(best('Line 1')).toMatchObject({ code: 'Line 1' });
  });

  it('says nothing where nothing is alike', () => {
    expect(suggester(known)('Gearbox')).toEqual([]);
    expect(suggester([])('Gearbox')).toEqual([]);
    expect(suggester(known)('—')).toEqual([]);
  });

  it('orders by score, three at most, whatever the texts', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), text, (codes, asked) => {
        const found = suggester([...new Set(codes)].map((code) => ({ code, name: null })))(asked);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const { score } of found) expect(score > 0 && score <= 1).toBe(true);
        expect(found.map((one) => one.score)).toEqual(found.map((one) => one.score).sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    );
  });
});

describe('clusters', () => {
  it('puts spellings of one name together and keeps other numbers apart', () => {
    expect(clustersOf(['Pump-07', 'PUMP 7', 'pump_007', 'Pump 8', '7 Pump', 'Fan'])).toEqual([['Pump-07', 'PUMP 7', 'pump_007', '7 Pump']]);
    expect(clustersOf(['—', '…'])).toEqual([]);
  });
});
