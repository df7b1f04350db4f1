/** What the staffing procedures take, for the router and for following a figure back. */
import { z } from 'zod';
import { rangeInput } from '../../../shared/areas/range.ts';

export const staffingSummaryInput = rangeInput.extend({
  by: z.enum(['day', 'week', 'month', 'department', 'line', 'shift', 'plant']),
  /** Only this department. */
  department: z.string().optional(),
});
