import { describe, expect, it } from 'vitest';
import { restatementSentence } from '../../../shared/intake/restatement.ts';
import { budgetActuals, budgetLines } from '../../../shared/areas/budget/datasets.ts';
import { productionOutput } from '../../../shared/areas/production/datasets.ts';
import { listRestatements } from '../../../electron/store/restatements.ts';
import type { Connection } from '../../../electron/store/database.ts';
import { freshStore } from '../../support/store.ts';
import { importer } from '../names/import-rows.ts';

const day = (date: string, good: number, scrap: number) => ({ date, line: 'L1', good, scrap });
const told = (db: Connection) => listRestatements(db, { plant: 'MAIN' }).map(restatementSentence);

describe('figures of months already reported', () => {
  it('says which file replaced which, and the share before and after', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    importRows([{ dataset: productionOutput, rows: [day('2026-03-02', 979, 21), day('2026-04-01', 100, 0)] }]);
    expect(told(db)).toEqual([]);
    const { restated } = importRows([{ dataset: productionOutput, rows: [day('2026-03-02', 976, 24)] }]);
    expect(restated.map((one) => one.figure).sort()).toEqual(['good', 'scrap', 'scrapShare']);
    expect(told(db)).toContain('March 2026 Scrap 2.1 → 2.4 %: file-2.csv replaced file-1.csv');
    expect(told(db)).toContain('March 2026 Scrap 21 → 24: file-2.csv replaced file-1.csv');
  });

  it('takes the whole month, not the replaced rows alone', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    importRows([{ dataset: productionOutput, rows: [day('2026-03-02', 90, 10), day('2026-03-03', 100, 0)] }]);
    importRows([{ dataset: productionOutput, rows: [day('2026-03-02', 80, 20)] }]);
    expect(listRestatements(db, { plant: 'MAIN' }).find((one) => one.figure === 'scrapShare')).toMatchObject({
      before: 5,
      after: 10,
      unit: '%',
      period: '2026-03',
    });
  });

  it('tells a late row of a closed month, but neither the newest month growing nor history filled in before it', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    importRows([{ dataset: productionOutput, rows: [day('2026-03-02', 90, 10), day('2026-04-01', 50, 0)] }]);
    expect(importRows([{ dataset: productionOutput, rows: [day('2026-04-02', 50, 0)] }]).restated).toEqual([]);
    expect(importRows([{ dataset: productionOutput, rows: [day('2026-02-02', 50, 0)] }]).restated).toEqual([]);
    const { restated } = importRows([{ dataset: productionOutput, rows: [day('2026-03-30', 100, 0)] }]);
    expect(restated.find((one) => one.figure === 'scrapShare')).toMatchObject({ before: 10, after: 5, replacedFile: null });
    expect(told(db)).toContain('March 2026 Good 90 → 190: file-4.csv added to it');
  });

  it('tells money by account, an account new to a reported month included, and a new budget version not at all', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    const post = (account: string, date: string, amount: number) => ({ account, date, amount });
    importRows([{ dataset: budgetActuals, rows: [post('4000', '2026-03-31', -100_000), post('6000', '2026-03-31', 60_000), post('6000', '2026-04-30', 1)] }]);
    importRows([{ dataset: budgetActuals, rows: [post('6000', '2026-03-31', 65_050), post('7000', '2026-03-15', 500)] }]);
    expect(told(db)).toEqual([
      'March 2026 Amount 6000 600.00 → 650.50: file-2.csv replaced file-1.csv',
      'March 2026 Amount Unassigned n/a → 5.00: file-2.csv added to it',
    ]);
    const plan = (version: string, amount: number) => ({ version, account: '6000', date: '2026-03-01', amount });
    importRows([{ dataset: budgetLines, rows: [plan('original', 100), { ...plan('original', 100), date: '2026-04-01' }] }]);
    expect(importRows([{ dataset: budgetLines, rows: [plan('revised', 200)] }]).restated).toEqual([]);
    expect(importRows([{ dataset: budgetLines, rows: [plan('original', 300)] }]).restated).toMatchObject([{ item: 'original 6000', before: 1, after: 3 }]);
  });

  it('keeps nothing of a preview, and forgets what was taken back', () => {
    const { db } = freshStore();
    const { importRows, apply, undo } = importer(db);
    importRows([{ dataset: productionOutput, rows: [day('2026-03-02', 90, 10)] }]);
    const changed = [{ dataset: productionOutput, rows: [day('2026-03-02', 80, 20)] }];
    expect(apply('preview', changed).restated).toHaveLength(3);
    expect(told(db)).toEqual([]);
    const { batch } = importRows(changed);
    expect(told(db)).toHaveLength(3);
    expect(listRestatements(db, { plant: 'MAIN', from: '2026-04' })).toEqual([]);
    expect(listRestatements(db, { plant: 'MAIN', from: '2026-03', to: '2026-03', batch })).toHaveLength(3);
    undo(batch);
    expect(told(db)).toEqual([]);
    expect(importRows(changed).restated).toHaveLength(3);
  });

  it('never says that a figure went from itself to itself', () => {
    const about = {
      batch: 1,
      dataset: '',
      datasetLabel: '',
      period: '2026-03',
      figure: '',
      item: '',
      unit: '%',
      file: 'B',
      replacedFile: 'A',
      at: '',
      actor: '',
    };
    expect(restatementSentence({ ...about, figureLabel: 'Scrap', decimals: 1, before: 2.11, after: 2.14 })).toBe(
      'March 2026 Scrap 2.11 → 2.14 %: B replaced A',
    );
  });
});
