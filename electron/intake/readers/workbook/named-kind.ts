/** Number formats where they may go by a name instead of a code, as in Excel's XML and web pages. */
import type { NumberKind } from '../../../../shared/intake/cells.ts';
import { formatKind } from '../xlsx/styles.ts';

// Read as codes, the letters of “Fixed” or “Currency” would make days of numbers.
const namedFormats: Readonly<Record<string, NumberKind>> = {
  'general date': 'datetime',
  'short date': 'date',
  'medium date': 'date',
  'long date': 'date',
  'short time': 'time',
  'medium time': 'time',
  'long time': 'time',
  percent: 'percent',
  general: 'plain',
  fixed: 'plain',
  standard: 'plain',
  currency: 'plain',
  'euro currency': 'plain',
  scientific: 'plain',
  'yes/no': 'plain',
  'true/false': 'plain',
  'on/off': 'plain',
};

/** The kind a format gives to numbers, by its name in any case or by its code. */
export function namedKind(format: string): NumberKind {
  return namedFormats[format.trim().toLowerCase()] ?? formatKind(format);
}
