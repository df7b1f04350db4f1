/** Everything the production page says, read once: what its tiles, charts, grids and sentences are made of. */
import type { GroupTotals, Scope } from './store.ts';
import type { pareto } from '../../../shared/areas/production/measures.ts';

export interface ProductionPage {
  scope: Scope;
  /** 'October 2026', 'November 2026 to date'. */
  period: string;
  priorLabel: string;
  now: GroupTotals;
  before: GroupTotals | null;
  lines: GroupTotals[];
  linesBefore: GroupTotals[];
  /** Products within lines where the files name them, else shifts. */
  withinLines: GroupTotals[];
  leafBy: 'product' | 'shift';
  reasons: ReturnType<typeof pareto>;
}
