import { expect, it } from 'vitest';
import { killImports } from '../../hard/kills.ts';
import { temporaryFolder } from '../../support/store.ts';

const seed = Number(process.env['KILL_SEED'] ?? 20261122);

it('survives 200 kills during imports: nothing half-applied, nothing acknowledged lost', { timeout: 900_000 }, async () => {
  const outcome = await killImports({ folder: temporaryFolder(), kills: 200, seed, withoutTransaction: false, stopAtFirst: false });
  console.log(`kills ${String(outcome.kills)}, acknowledged ${String(outcome.acknowledged)}, stored ${String(outcome.stored)}, seed ${String(seed)}`);
  expect(outcome.broken).toEqual([]);
  expect(outcome.kills).toBe(200);
  expect(outcome.stored).toBeGreaterThanOrEqual(outcome.acknowledged);
  expect(outcome.acknowledged).toBeGreaterThan(50);
});

it('would notice if the transaction were gone (positive control)', { timeout: 300_000 }, async () => {
  const outcome = await killImports({ folder: temporaryFolder(), kills: 60, seed, withoutTransaction: true, stopAtFirst: true });
  expect(outcome.broken.length).toBeGreaterThan(0);
});
