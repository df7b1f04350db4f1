/** What maintenance.summary takes; a trace reads its reference with the same schema. */
import { z } from 'zod';
import { rangeInput } from '../../../shared/areas/range.ts';

export const summaryInput = rangeInput.extend({ by: z.enum(['plant', 'asset', 'type', 'status', 'month']).default('plant') });
