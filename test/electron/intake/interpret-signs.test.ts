/** A long table is read in one go; whoever waits for it must hear that it goes on. */
import { expect, it } from 'vitest';
import { interpretFile } from '../../../electron/intake/interpret.ts';
import type { InterpretRequest } from '../../../shared/intake/interpretation.ts';
import { interpretInput } from '../../support/interpret-input.ts';

function signs(rows: number): { beforeTable: number; facts: number } {
  const head = { number: 1, hidden: false, cells: ['Date', 'Line', 'Good'] };
  const body = Array.from({ length: rows }, (_, index) => ({
    number: index + 2,
    hidden: false,
    cells: [{ kind: 'date' as const, value: 45_000 + (index % 700) }, `L${String(index % 6)}`, index],
  }));
  const sheet = { name: 'Output', hidden: false, rows: [head, ...body], merges: [], hiddenColumns: [] };
  const request: InterpretRequest = { ...interpretInput('', 'output.xlsx'), type: 'interpret', id: 1 };
  const answers = [...interpretFile({ kind: 'xlsx', encoding: null, delimiter: null, sheets: [sheet] }, request)];
  const table = answers.findIndex(({ type }) => type === 'table');
  return {
    beforeTable: answers.slice(0, table).filter(({ type }) => type === 'progress').length,
    facts: answers.reduce((sum, answer) => sum + (answer.type === 'facts' ? answer.block.sourceRows.length : 0), 0),
  };
}

it('gives a sign of life every few thousand rows, and every fact', () => {
  expect(signs(12_000)).toEqual({ beforeTable: 3, facts: 12_000 });
  expect(signs(100)).toEqual({ beforeTable: 1, facts: 100 });
});
