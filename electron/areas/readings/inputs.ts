/** What the readings procedures take. */
import { z } from 'zod';
import { rangeInput } from '../../../shared/areas/range.ts';

export const readingsSummaryInput = rangeInput.extend({ tag: z.string().min(1), by: z.enum(['hour', 'day', 'month']) });
