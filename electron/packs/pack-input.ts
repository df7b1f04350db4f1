/** What a pack is made from: the views the screen shows, and what the plant and the period are. */
import type { IsoDate } from '../../shared/kit/iso-date.ts';
import type { AreaView, Freshness } from '../../shared/areas/view.ts';

export interface PackInput {
  kind: 'monthly';
  plant: { code: string; name: string; currency: string; minorDigits: number; fiscalStartMonth: number };
  fiscalPeriod: { fiscalYear: number; period: number; from: IsoDate; to: IsoDate };
  /** The “today” of every figure; also the date of the files. */
  asOf: IsoDate;
  /** 1 for the first pack of the period. */
  version: number;
  locale: 'en-US';
  /** In the order they are printed. */
  views: AreaView[];
  freshness: Freshness[];
  /** Hash of the newest audit row, '' for none. */
  auditHead: string;
}

export interface PackFile {
  name: string;
  bytes: Uint8Array;
}
