/** What readings can import: tag, time, value, long or with a column per tag. */
import type { Dataset } from '../../intake/dataset.ts';
import { qualityAliases, tagAliases, timeAliases, unitAliases, valueAliases } from './aliases.ts';

export const readingsPoints: Dataset = {
  name: 'readings.points',
  area: 'readings',
  label: 'Readings',
  oneRowIs: 'one reading',
  table: 'reading',
  fields: [
    { name: 'tag', column: 'tag', type: 'code', label: 'Tag', aliases: tagAliases },
    /** Local clock as written; `fold` is 1 for the second pass of an hour that occurs twice. */
    { name: 'time', column: 'local_time', type: 'timestamp', label: 'Time', aliases: timeAliases },
    { name: 'fold', column: 'fold', type: 'number', label: 'Fold', aliases: [], fallback: '0' },
    { name: 'value', column: 'value', type: 'number', label: 'Value', aliases: valueAliases },
    { name: 'unit', column: 'unit', type: 'text', label: 'Unit', aliases: unitAliases },
    { name: 'quality', column: 'quality', type: 'text', label: 'Quality', aliases: qualityAliases },
  ],
  key: ['tag', 'time', 'fold'],
  requires: [['time']],
  sameKey: 'group',
  dateField: 'time',
  rollUp: {
    table: 'reading_day',
    grain: 'day',
    bucket: 'local_date',
    dimensions: ['tag'],
    sums: ['value'],
    extras: { value_count: 'count(value)', value_min: 'min(value)', value_max: 'max(value)' },
  },
  wide: { headerField: 'tag', valueField: 'value' },
};
