import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importResultSchema } from '../../../shared/intake/result.ts';
import { cockpit } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/store.ts';

const ledger = 'Account,Cost center,Posting date,Actual\n6100,CC1,2026-10-05,100.00\n6100,CC1,2026-10-06,50.50\n6200,CC2,2026-10-07,25.25\n';
const results = z.object({ results: z.array(importResultSchema) });

function place() {
  const folder = temporaryFolder();
  const file = join(folder, 'ledger.csv');
  writeFileSync(file, ledger);
  const store = ['--store', join(folder, 'store.sqlite')];
  return { folder, file, store, json: [...store, '--json'] };
}

async function imported(words: string[]) {
  const outcome = await cockpit(words);
  return { ...outcome, results: results.parse(outcome.json()).results };
}

describe('the command line', () => {
  it('imports, says the same file is already imported, and takes an import back', async () => {
    const { file, json } = place();
    const first = await imported([...json, 'import', file]);
    expect(first.code).toBe(0);
    expect(first.errors).toBe('');
    expect(first.results).toMatchObject([
      {
        file: 'ledger.csv',
        dataset: 'budget.actuals',
        status: 'committed',
        rows: { read: 3, new: 3, changed: 0, same: 0, rejected: 0 },
        facts: 3,
        totals: { amount: 175.75 },
        batch: 1,
      },
    ]);
    const again = await imported([...json, 'import', file]);
    expect(again).toMatchObject({ code: 0, results: [{ status: 'already-imported', rows: { read: 3, new: 0, same: 3 }, batch: 1 }] });
    expect(await cockpit([...json, 'import', 'undo', '1'])).toMatchObject({ code: 0 });
    expect(await cockpit([...json, 'import', 'undo', '1'])).toMatchObject({ code: 3, out: '' });
    const after = await imported([...json, 'import', file]);
    expect(after.results).toMatchObject([{ status: 'committed', rows: { new: 3 }, batch: 2 }]);
  });

  it('changes nothing in a dry run and counts what it would do', async () => {
    const { folder, file, json } = place();
    await imported([...json, 'import', file]);
    const changed = join(folder, 'changed.csv');
    writeFileSync(changed, ledger.replace('25.25', '30.25').replace('6200', '6200'));
    const dry = await imported([...json, 'import', '--dry-run', changed]);
    expect(dry).toMatchObject({ code: 0, results: [{ status: 'dry-run', rows: { read: 3, new: 0, changed: 1, same: 2 }, batch: null }] });
    const call = await cockpit([...json, 'call', 'budget.variance', '{"from":"2026-10-01","to":"2026-10-31","by":"account"}']);
    expect(call.json()).toMatchObject([
      { key: '6100', actual: 150.5 },
      { key: '6200', actual: 25.25, effect: null },
    ]);
  });

  it('refuses a file with a bad row, commits its good rows only when asked to', async () => {
    const { folder, json } = place();
    const file = join(folder, 'bad.csv');
    writeFileSync(file, `${ledger}6300,CC2,not a day,9.00\n`);
    const refused = await imported([...json, 'import', file]);
    expect(refused.code).toBe(3);
    expect(refused.errors.trim().split('\n')).toHaveLength(1);
    expect(refused.errors).toMatch(/bad\.csv.*C5.*not a day/);
    expect(refused.results).toMatchObject([
      { status: 'refused', rows: { read: 4, new: 3, rejected: 1 }, batch: null, problems: [{ severity: 'error', cell: 'C5', row: 5 }] },
    ]);
    const partial = await imported([...json, 'import', '--allow-partial', file]);
    expect(partial).toMatchObject({ code: 0, results: [{ status: 'committed', rows: { read: 4, new: 3, rejected: 1 }, facts: 3 }] });
  });

  it('says one sentence and exits 3 for files that can’t be read, and goes on with the others', async () => {
    const { folder, json } = place();
    const many = join(folder, 'many');
    mkdirSync(many);
    writeFileSync(join(many, 'a-empty.csv'), '');
    writeFileSync(join(many, 'b-damaged.xlsx'), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300, 7)]));
    writeFileSync(join(many, 'c-picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    writeFileSync(join(many, 'd-ledger.csv'), ledger);
    writeFileSync(join(many, '~$lock.xlsx'), 'x');
    const outcome = await imported([...json, 'import', many, join(folder, 'not-there.csv')]);
    expect(outcome.code).toBe(3);
    expect(outcome.results.map((result) => [result.file, result.status])).toEqual([
      ['a-empty.csv', 'refused'],
      ['b-damaged.xlsx', 'refused'],
      ['c-picture.png', 'refused'],
      ['d-ledger.csv', 'committed'],
      ['not-there.csv', 'refused'],
    ]);
    expect(outcome.errors.trim().split('\n')).toHaveLength(4);
  });

  it('lists what there is', async () => {
    const { json, file } = place();
    await imported([...json, 'import', file]);
    const history = z.array(z.object({ batch: z.number(), fileName: z.string(), state: z.string() })).parse((await cockpit([...json, 'imports'])).json());
    expect(history).toMatchObject([{ batch: 1, fileName: 'ledger.csv', state: 'committed' }]);
    const procedures = z
      .array(z.object({ name: z.string(), kind: z.string(), summary: z.string(), input: z.unknown() }))
      .parse((await cockpit([...json, 'procedures'])).json());
    expect(procedures.map((entry) => entry.name)).toEqual(
      expect.arrayContaining(['budget.variance', 'production.summary', 'provenance.trace', 'maintenance.ageing']),
    );
    expect(procedures.every((entry) => entry.summary.length > 10)).toBe(true);
    const datasets = z
      .array(z.object({ dataset: z.string(), fields: z.array(z.object({ name: z.string() })) }))
      .parse((await cockpit([...json, 'datasets'])).json());
    expect(datasets.map((entry) => entry.dataset)).toContain('readings.points');
  });

  it('checks, copies and restores the store', async () => {
    const { folder, json, file } = place();
    await imported([...json, 'import', file]);
    expect(await cockpit([...json, 'doctor'])).toMatchObject({ code: 0 });
    const copy = join(folder, 'copy.sqlite');
    expect(await cockpit([...json, 'backup', copy])).toMatchObject({ code: 0 });
    await cockpit([...json, 'import', 'undo', '1']);
    expect(await cockpit([...json, 'restore', copy])).toMatchObject({ code: 0 });
    expect((await cockpit([...json, 'doctor'])).json()).toMatchObject({ ok: true, counts: { 'budget.actuals': 3 } });
    writeFileSync(join(folder, 'store.sqlite'), 'broken'.repeat(1000));
    expect(await cockpit([...json, 'doctor'])).toMatchObject({ code: 1 });
  });

  it('follows a figure to the cell', async () => {
    const { json, file } = place();
    await imported([...json, 'import', file]);
    const input = JSON.stringify({
      procedure: 'budget.variance',
      input: { from: '2026-10-01', to: '2026-10-31', by: 'account' },
      key: '6100',
      field: 'actual',
    });
    const trace = await cockpit([...json, 'call', 'provenance.trace', input]);
    expect(trace.json()).toMatchObject({
      total: 2,
      rows: [
        { file: 'ledger.csv', cell: 'D2', raw: '100.00', value: 100, batch: 1 },
        { cell: 'D3', raw: '50.50' },
      ],
    });
  });

  it('knows wrong usage', async () => {
    const { json } = place();
    for (const words of [
      ['nonsense'],
      ['import'],
      ['call', 'budget.variance', '{broken'],
      ['pack', 'daily', '--period', '2026-10', '--out', 'x'],
      ['import', 'x.csv', '--set', 'date'],
      ['--as-of', 'yesterday', 'imports'],
    ]) {
      const outcome = await cockpit([...json, ...words]);
      expect([words, outcome.code, outcome.errors.trim().split('\n').length]).toEqual([words, 2, 1]);
    }
  });
});
