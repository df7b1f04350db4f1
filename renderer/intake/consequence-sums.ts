/** What committing a previewed file would do, over all its tables. Pure. */
import type { Preview } from '../api.ts';
import type { Drop } from './intake-state.ts';

export interface ConsequenceSums {
  added: number;
  changed: number;
  same: number;
  rejected: number;
  /** Rows read, accepted or not. */
  read: number;
  /** What waits for names, in words: “Press 9” in 3 rows. Stored, unassigned until answered. */
  waiting: string[];
  /** Rows of the source's list the file does not hold. */
  absent: number;
  /** Whether the store was asked; before every question is answered it can't be. */
  hasEffect: boolean;
  /** Tables that still ask. */
  open: number;
}

export function sumEffects(preview: Preview): ConsequenceSums {
  const sums: ConsequenceSums = { added: 0, changed: 0, same: 0, rejected: 0, read: 0, hasEffect: false, open: 0, waiting: [], absent: 0 };
  for (const { effect, report, waits, absent } of preview.tables) {
    sums.rejected += report.rows.rejected;
    sums.read += report.rows.read;
    sums.waiting.push(...waits.filter(({ code }) => code === 'name-waits').map(({ found }) => found));
    sums.absent += absent?.count ?? 0;
    if (report.status === 'needs-mapping') sums.open += 1;
    if (!effect) continue;
    sums.hasEffect = true;
    sums.added += effect.new;
    sums.changed += effect.changed;
    sums.same += effect.same;
  }
  return sums;
}

/** Whether the commit button would act: nothing asks, nothing is rejected without consent, something changes, and the look is of these very answers. */
export function isReadyToCommit(drop: Drop, preview: Preview): boolean {
  const sums = sumEffects(preview);
  return (
    drop.phase === 'previewed' &&
    preview.fault === null &&
    // a sheet someone has begun to mark is not passed over in silence
    !preview.raw.some(({ table }) => drop.plans[table] !== undefined) &&
    preview.tables.length > 0 &&
    sums.open === 0 &&
    sums.hasEffect &&
    (sums.rejected === 0 || drop.allowPartial) &&
    sums.added + sums.changed + (drop.isWholeList ? sums.absent : 0) > 0
  );
}
