/** Readings over the wire: the tags there are, and a tag's figures over time. */
import { z } from 'zod';
import { readingFigures, type ReadingFigures } from '../../../shared/areas/readings/measures.ts';
import { query, router } from '../../core/procedures.ts';
import { resolvePlant } from '../../store/plants.ts';
import { readingsSummaryInput } from './inputs.ts';
import { listTags, totalsBy } from './store.ts';

export const readingsRouter = router({
  tags: query({
    summary: 'Lists the tags of a plant with the days their readings reach over.',
    input: z.object({ plant: z.string().optional() }).prefault({}),
    run: (db, input) => listTags(db, resolvePlant(db, input.plant).code),
  }),
  summary: query({
    summary: 'Count, sum, mean, lowest and highest reading of a tag by hour, day or month.',
    input: readingsSummaryInput,
    run: (db, input): ({ key: string } & ReadingFigures)[] => {
      const scope = { plant: resolvePlant(db, input.plant).code, tag: input.tag, from: input.from, to: input.to };
      return totalsBy(db, scope, input.by).map(({ key, ...totals }) => ({ key, ...readingFigures(totals) }));
    },
  }),
});
