/** The glossary of readings. */
import type { Term } from '../term.ts';

export const readingsTerms: readonly Term[] = [
  {
    name: 'count',
    label: 'Readings',
    unit: '',
    definition: 'Readings with a value; both passes of an hour that occurs twice count.',
    formula: 'number of values',
    source: 'readings',
  },
  { name: 'sum', label: 'Sum', unit: 'of the tag', definition: 'All values added up.', formula: 'Σ value', source: 'readings' },
  {
    name: 'mean',
    label: 'Mean',
    unit: 'of the tag',
    definition: 'Sum over the number of readings with a value; never a mean of means.',
    formula: 'Σ value ÷ count',
    source: 'readings',
  },
  { name: 'min', label: 'Least', unit: 'of the tag', definition: 'The smallest value.', formula: 'min value', source: 'readings' },
  { name: 'max', label: 'Greatest', unit: 'of the tag', definition: 'The largest value.', formula: 'max value', source: 'readings' },
];
