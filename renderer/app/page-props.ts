import type { Period } from './period.ts';
import type { Scope } from './scope.ts';

/** What every page is given. */
export interface PageProps {
  scope: Scope;
  period: Period;
}
