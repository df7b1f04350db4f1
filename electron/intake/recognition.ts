/** What recognition answers for one table: the dataset, its columns, how sure and why, or the question a person has to answer. */
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { Profile } from '../../shared/intake/interpretation.ts';
import type { Mapping } from './map-columns.ts';
import type { WideColumn } from './recognise-wide.ts';

export interface Recognition {
  dataset: Dataset | null;
  profile: Profile | null;
  mapping: Mapping | null;
  wide: WideColumn[];
  score: number;
  reasons: string[];
  /** Why a person has to answer; null when nothing is open. */
  how: 'plan' | 'profile' | 'recognised';
  /** What the title rows state for the whole table; weaker than any column. */
  stated: Record<string, string>;
  /** The days the titles say the whole table stands for, where its rows carry but the last one. */
  covers?: { from: string; to: string };
  question: { code: 'missing-column' | 'unsure-dataset' | 'ambiguous-dates' | 'exact-duplicates'; sentence: string; fields: string[] } | null;
}
