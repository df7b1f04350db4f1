import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { budgetActuals } from '../../../shared/areas/budget/datasets.ts';
import { openStore } from '../../../electron/store/open.ts';
import { backupStore, checkStore, restoreStore } from '../../../electron/store/upkeep.ts';
import { commitFacts, freshStore, temporaryFolder } from '../../support/store.ts';

const rows = [{ account: '6000', date: '2026-01-05', amount: 100 }];

describe('upkeep of the store', () => {
  it('finds a healthy store well, and a roll-up or row that is off', () => {
    const { db, file } = freshStore();
    commitFacts(db, budgetActuals, rows);
    expect(checkStore(file)).toMatchObject({ ok: true, synchronous: 2, journalMode: 'wal', counts: { 'budget.actuals': 1 } });
    db.run('update ledger_month set fact_count = 2');
    expect(checkStore(file)).toMatchObject({ ok: false, rollUpsDiffer: ['budget.actuals'] });
  });

  it('copies while in use and restores what was copied, keeping the old store', async () => {
    const { db, file } = freshStore();
    commitFacts(db, budgetActuals, rows);
    const copy = join(temporaryFolder(), 'copy.sqlite');
    await backupStore(file, copy);
    commitFacts(db, budgetActuals, [{ account: '7000', date: '2026-01-05', amount: 5 }]);
    expect(checkStore(file).counts['budget.actuals']).toBe(2);
    const { kept } = await restoreStore(copy, file);
    expect(checkStore(file)).toMatchObject({ ok: true, counts: { 'budget.actuals': 1 } });
    expect(kept && checkStore(kept).counts['budget.actuals']).toBe(2);
    expect(db.get('select count(*) as n from ledger_entry')).toEqual({ n: 1 });
  });

  it('refuses a copy that is damaged and leaves the store alone', async () => {
    const { db, file } = freshStore();
    commitFacts(db, budgetActuals, rows);
    const bad = join(temporaryFolder(), 'bad.sqlite');
    writeFileSync(bad, 'nothing of the kind');
    await expect(restoreStore(bad, file)).rejects.toThrow(/damaged or foreign/);
    expect(checkStore(file).counts['budget.actuals']).toBe(1);
  });

  it('restores over a damaged store, which is set aside', async () => {
    const folder = temporaryFolder();
    const good = join(folder, 'good.sqlite');
    openStore(good).close();
    const copy = join(folder, 'copy.sqlite');
    await backupStore(good, copy);
    const broken = join(folder, 'broken.sqlite');
    writeFileSync(broken, 'x'.repeat(8192));
    const { kept } = await restoreStore(copy, broken);
    expect(checkStore(broken).ok).toBe(true);
    expect(kept).toContain('before-restore');
  });
});
