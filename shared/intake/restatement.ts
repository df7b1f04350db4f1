/** A figure of a period already reported that an import changed, and the sentence that says so. */
import { monthEnd, type IsoDate } from '../kit/iso-date.ts';
import { periodLabel } from '../kit/period.ts';
import { sayNumber } from '../kit/wording.ts';

export interface Restatement {
  batch: number;
  dataset: string;
  datasetLabel: string;
  /** "2026-03". */
  period: string;
  /** "scrap", or "scrapShare" for a share. */
  figure: string;
  figureLabel: string;
  /** The account the figure is of, with its version; '' for all. */
  item: string;
  /** In `unit`; null where nothing was known. */
  before: number | null;
  after: number | null;
  unit: string;
  decimals: number;
  file: string;
  /** The file whose rows were replaced; null where rows only came in addition. */
  replacedFile: string | null;
  at: string;
  actor: string;
}

/** “March 2026 Scrap 2.1 → 2.4 %: file B replaced file A”. */
export function restatementSentence(restated: Restatement): string {
  const month: IsoDate = `${restated.period}-01`;
  const decimals = decimalsToTell(restated);
  const what = `${periodLabel({ from: month, to: monthEnd(month) })} ${restated.figureLabel}${restated.item === '' ? '' : ` ${restated.item}`}`;
  const values = `${sayNumber(restated.before, decimals)} → ${sayNumber(restated.after, decimals)}${restated.unit === '' ? '' : ` ${restated.unit}`}`;
  const why = restated.replacedFile === null ? `${restated.file} added to it` : `${restated.file} replaced ${restated.replacedFile}`;
  return `${what} ${values}: ${why}`;
}

// A change is never said as “2.1 → 2.1”.
function decimalsToTell({ before, after, decimals }: Restatement): number {
  if (before === null || after === null) return decimals;
  for (let more = decimals; more < 6; more += 1) if (sayNumber(before, more) !== sayNumber(after, more)) return more;
  return 6;
}
