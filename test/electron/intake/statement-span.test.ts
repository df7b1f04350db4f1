/** The days a statement's title names. */
import { describe, expect, it } from 'vitest';
import { statementSpan } from '../../../electron/intake/recognise-periods.ts';

describe('the span of a statement', () => {
  it.each([
    ['Income Statement 08/01/2025 to 10/31/2025', { from: '2025-08-01', to: '2025-10-31' }],
    ['Zeitraum: 01.08.2025 bis 31.10.2025', { from: '2025-08-01', to: '2025-10-31' }],
    ['From 2025-08-01 through 2025-10-31', { from: '2025-08-01', to: '2025-10-31' }],
    ['Income Statement 01/02/2025 to 03/04/2025', null],
    ['Balance Sheet As at 10/31/2025', null],
    ['Income Statement', null],
  ])('%s', (title, span) => {
    expect(statementSpan(['Company', title])).toEqual(span);
  });

  it('is none where titles disagree', () => {
    expect(statementSpan(['08/01/2025 to 10/31/2025', '09/01/2025 to 10/31/2025'])).toBeNull();
  });
});
