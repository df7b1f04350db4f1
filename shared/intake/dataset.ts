/**
 * A dataset is declared once. Recognition, mapping, validation, the fact table's columns, grid columns and help derive from the
 * declaration. Field names are the wire's (interfaces.md); `column` is the SQL column and names the stored unit.
 */
export type FieldType =
  | 'code' // an identifier kept as text: leading zeros and dots survive
  | 'text'
  | 'date' // stored as ISO day
  | 'timestamp' // local clock as written, stored as YYYY-MM-DDTHH:MM:SS
  | 'count' // a quantity, stored as REAL
  | 'number' // any other figure, stored as REAL
  | 'money' // stored as INTEGER minor units
  | 'duration' // stored as INTEGER milliseconds; `unit` says what a bare number in a file means
  | 'word' // one of a closed list; the raw text is kept in `rawColumn`
  | 'boolean'; // stored as 0 / 1

export type DurationUnit = 's' | 'min' | 'h' | 'd';

export interface Field {
  name: string;
  column: string;
  type: FieldType;
  label: string;
  /** What a bare number means when the header names no unit; also the wire's unit. Only for durations. */
  unit?: DurationUnit;
  /** Summed into `totals`. */
  measure?: boolean;
  /** A measure is summed apart for each value of this field: pieces and kilograms never meet. */
  per?: string;
  /** Which way is good, for colour and F/U. */
  good?: 'up' | 'down';
  /** Header phrases, any language, lower case; matched after normalisation (case, accents, punctuation, unit in brackets). */
  aliases: readonly string[];
  /** Types of `word`: canonical word → texts seen in the wild, any language. */
  words?: Readonly<Record<string, readonly string[]>>;
  /** SQL column of the raw text of a `word`. */
  rawColumn?: string;
  /** Used when the file has no such column. */
  fallback?: string;
  /** What the value names: unknown ones wait in the queue of names once the plant has names of this kind. */
  names?: NameKind;
  /** This field registers names of its kind (a register of assets or accounts) instead of referring to them. */
  registers?: true;
  /** The field whose text names the thing where this one is empty. */
  nameElse?: string;
}

/** What rows refer to by name. */
export type NameKind = 'line' | 'asset' | 'account' | 'employee';

export interface RollUp {
  table: string;
  grain: 'day' | 'month';
  /** SQL column of the fact table that holds the day (or month) a fact falls in. */
  bucket: string;
  /** SQL columns of the fact table grouped by, besides plant and date. */
  dimensions: readonly string[];
  /** SQL columns summed; a sum is null when no value is known. */
  sums: readonly string[];
  /** Further aggregates: roll-up column → SQL expression over the fact table (or the finest roll-up, when summed from that). */
  extras?: Readonly<Record<string, string>>;
  /** Summed from the dataset's finest roll-up, which has all its dimensions and sums, instead of the facts: far fewer rows. */
  fromFinest?: true;
}

export interface Dataset {
  name: string; // 'budget.actuals'
  area: string; // 'budget'
  label: string;
  oneRowIs: string;
  table: string; // SQL table
  fields: readonly Field[];
  /** Names of the key fields, besides plant. */
  key: readonly string[];
  /** The key of a row whose own number (`field`) is empty: other fields, or its whole content and occurrence. */
  keyWithout?: { field: string; key: readonly string[] | 'content' };
  /** Field names; each inner list is satisfied by any one of its names. */
  requires: readonly (readonly string[])[];
  /** Several rows of one key in one file: each a fact of its own, or an error (registers). */
  sameKey: 'group' | 'error';
  /** The date field of the period; null for registers. */
  dateField: string | null;
  rollUp: RollUp | null;
  /** Coarser ones beside it, for long ranges. */
  furtherRollUps?: readonly RollUp[];
  /** A file with one column per value (month, tag): the header becomes `headerField`, the cell becomes `valueField`. */
  wide: Wide | null;
  /** field → the field whose column stands in when it has none of its own (a name where no number exists). */
  standIns?: Readonly<Record<string, string>>;
  /** Recognition asks unless at least `atLeast` of these have a column: what makes a table this dataset and not a neighbour's. */
  evidence?: Evidence;
}

export interface Wide {
  headerField: string;
  valueField: string;
  /** What the heads may be instead, when a plan says so: names of people or shifts across. */
  orHeads?: readonly string[];
  /** Texts of cells that say there is nothing on that day, lower case without accents. */
  none?: readonly string[];
}

export interface Evidence {
  atLeast: number;
  of: readonly string[];
  /** Each inner list needs a column of one of its fields. */
  must?: readonly (readonly string[])[];
  /** Headers that could stand over anything: they are mapped, but speak for nothing. */
  weak?: readonly string[];
  /** Fields of neighbours ('staffing.timecards.regularHours'): a column left over that is one of them makes the table theirs. */
  unless?: readonly string[];
}

/** A compact way to write long alias lists: "due date | fällig am". */
export function phrases(...lists: readonly string[]): readonly string[] {
  return lists
    .flatMap((list) => list.split('|'))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
