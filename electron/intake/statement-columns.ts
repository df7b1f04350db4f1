/** Which of a statement's amount columns are meant: the only one, months across, or, of budget beside actual, those of the dataset asked for. */
import { saysBudget } from './recognise-foreign.ts';
import { fold } from '../../shared/kit/fold.ts';
import { periodHead, type WideColumn } from './recognise-wide.ts';

export interface AmountColumn {
  column: number; // 1-based
  head: string;
}

export interface ChosenColumns {
  single: number | null;
  wide: WideColumn[];
  /** Why a person must choose; null when it is clear. */
  doubt: string | null;
}

const share =
  /%|(^|[^\p{L}])(percent|over budget|under budget|remaining|variance|var|difference|diff|abweichung|ecart|desviacion|variacao|scostamento|afwijking|odchylenie|avvikelse|sapma)(?![\p{L}])/u;

/** Whether a head names a share of, or a distance between, other columns: no amount of its own. */
export function isDerivedHead(head: string): boolean {
  return share.test(fold(head));
}

/** `dataset` is the one asked for; null when nobody said. */
export function chosenColumns(amounts: readonly AmountColumn[], dataset: string | null): ChosenColumns {
  const budget = amounts.filter(({ head }) => saysBudget([head]) === 'budget');
  if (budget.length > 0 && budget.length === amounts.length && dataset !== 'budget.lines')
    return { single: null, wide: [], doubt: 'its amounts are those of a budget; import it as Budget' };
  if (budget.length === 0 || budget.length === amounts.length) return chosen(amounts);
  if (dataset === null)
    return { single: null, wide: [], doubt: 'actual and budget amounts stand side by side; say which of them to import, as Ledger or as Budget' };
  return chosen(dataset === 'budget.lines' ? budget : amounts.filter((one) => !budget.includes(one)));
}

function chosen(amounts: readonly AmountColumn[]): ChosenColumns {
  const [only] = amounts;
  if (only && amounts.length === 1) return { single: only.column, wide: [], doubt: null };
  const wide = monthsOf(amounts);
  if (wide) return { single: null, wide, doubt: null };
  return { single: null, wide: [], doubt: 'it has several columns of amounts; choose the one that holds the actual amounts' };
}

// Months across, with at most a total behind them; null when the columns are anything else.
function monthsOf(amounts: readonly AmountColumn[]): WideColumn[] | null {
  const heads = amounts.map(({ column, head }) => ({ column, head, period: periodHead(withoutKind(head)) }));
  const months = heads.flatMap(({ column, period }) => (period !== null && 'date' in period ? [{ column, value: period.date }] : []));
  const rest = heads.filter(({ period }) => period === null || !('date' in period));
  const total =
    rest.length === 0 ||
    (rest.length === 1 && rest[0] === heads.at(-1) && /^total|^summe|^gesamt|^suma|^totale|^totaal|^razem|^toplam|^summa/iu.test(rest[0]?.head ?? ''));
  return months.length >= 2 && total && new Set(months.map(({ value }) => value)).size === months.length ? months : null;
}

// “Sep 2026 Actual” is September.
function withoutKind(head: string): string {
  const words = head.split(/\s+/u);
  const kept = words.filter((word) => saysBudget([word]) === null);
  return kept.length === 0 ? head : kept.join(' ');
}
