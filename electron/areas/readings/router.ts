/** Readings over the wire: which tags there are, and one tag's summary. */
import { readingFigures, type ReadingFigures } from '../../../shared/areas/readings/measures.ts';
import { query, router } from '../../core/procedures.ts';
import { resolvePlant } from '../../store/plants.ts';
import { readingsSummaryInput, readingsTagsInput } from './inputs.ts';
import { listTags, readingsBy, type TagRow } from './store.ts';

export type ReadingsSummaryRow = { key: string } & ReadingFigures;

export const readingsRouter = router({
  summary: query({
    summary: 'Count, sum, mean, least and greatest of one tag by hour, day or month',
    input: readingsSummaryInput,
    run: (db, input): ReadingsSummaryRow[] => {
      const scope = { plant: resolvePlant(db, input.plant).code, tag: input.tag, from: input.from, to: input.to };
      return readingsBy(db, scope, input.by).map(({ key, ...totals }) => ({ key, ...readingFigures(totals) }));
    },
  }),
  tags: query({
    summary: 'The tags that have readings, with unit, count and days',
    input: readingsTagsInput,
    run: (db, input): TagRow[] => listTags(db, resolvePlant(db, input.plant).code),
  }),
});
