/** Everything the staffing page says, read once: what its tiles, charts, grids and sentences are made of. */
import type { Plant } from '../../store/plants.ts';
import type { MoneyScale } from '../money-scale.ts';
import type { GroupHours, Scope } from './store.ts';

export interface StaffingPage {
  plant: Plant;
  scope: Scope;
  /** 'October 2026', 'November 2026 to date'. */
  period: string;
  priorLabel: string;
  now: GroupHours;
  before: GroupHours | null;
  departments: GroupHours[];
  departmentsBefore: GroupHours[];
  /** Lines within departments where the timecards name them, else shifts. */
  within: GroupHours[];
  withinBy: 'line' | 'shift';
  days: GroupHours[];
  scale: MoneyScale;
}
