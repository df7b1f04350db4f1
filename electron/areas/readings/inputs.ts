/** What the readings procedures take, for the router and for following a figure back. */
import { z } from 'zod';
import { rangeInput } from '../../../shared/areas/range.ts';

export const readingsSummaryInput = rangeInput.extend({ tag: z.string(), by: z.enum(['hour', 'day', 'month']) });

export const readingsTagsInput = z.object({ plant: z.string().optional() });
