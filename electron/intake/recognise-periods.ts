/** The last day of the period a title names: "from 08/01/2025 to 10/31/2025", "January – March 2026", "As of December 31, 2025". */
import { isoDate, monthEnd } from '../../shared/kit/iso-date.ts';
import { fold } from '../../shared/kit/fold.ts';
import { dateText, parseDateText, periodStart, resolveDate, type DateOrder } from './coerce-dates.ts';
import { monthOfName } from './coerce-months.ts';

const numericDay = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`;
const link = String.raw`\s*(?:to|through|thru|until|bis(?: zum)?|au|a|al|hasta|ate|t\/m|tot(?: en met)?|do|till|-|–|—)\s*`;
const numericSpan = new RegExp(`(?<!\\d)(${numericDay})${link}(${numericDay})(?!\\d)`, 'u');
const namedDay =
  /(?:as of|as at|balances? at|through|ended|ending|stand|zum|per|au|al|op|na dzien)\s+(\p{L}{3,}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,}\s+(?:de\s+)?\d{4})/u;
const monthSpan = new RegExp(`(?<!\\p{L})(\\p{L}{3,})\\.?(?:\\s+(\\d{4}))?${link}(\\p{L}{3,})\\.?,?\\s+(\\d{4})(?!\\d)`, 'u');
const daySpan = /\p{L}{3,}\.?\s+\d{1,2}(?:,?\s+\d{4})?\s*(?:to|through|-|–|—)\s*(\p{L}{3,}\.?\s+\d{1,2},?\s+\d{4})/u;

/** ISO day; null when no title says one, the titles disagree, or it can be read both ways. */
export function statementEnd(titles: readonly string[]): string | null {
  const ends = new Set(titles.flatMap((title) => endsOf(title)));
  const [end] = ends;
  return ends.size === 1 && end !== undefined ? end : null;
}

function endsOf(title: string): string[] {
  const text = fold(title).replace(/\s+/gu, ' ');
  const numbers = numericSpan.exec(text);
  if (numbers?.[1] && numbers[2]) return spanEnds(numbers[1], numbers[2]);
  const named = daySpan.exec(text)?.[1] ?? namedDay.exec(text)?.[1];
  const day = named === undefined ? null : parseDateText(named);
  if (day && !day.open) {
    const resolved = resolveDate(day, null);
    if (resolved) return [dateText(resolved.day, null)];
  }
  const months = monthSpan.exec(text);
  if (months?.[1] && months[3] && months[4] && monthOfName(months[1]) !== null) {
    const month = monthOfName(months[3]);
    return month === null ? [] : [monthEnd(isoDate(Number(months[4]), month, 1))];
  }
  const month = /^(\p{L}{3,}\.?\s+\d{4})$/u.exec(text)?.[1];
  const start = month === undefined ? null : periodStart(month);
  return start === null ? [] : [monthEnd(start)];
}

/** The days from and to which a title names as a statement's period, as ISO days; null as for `statementEnd`. */
export function statementSpan(titles: readonly string[]): { from: string; to: string } | null {
  const spans = titles.flatMap((title) => {
    const numbers = numericSpan.exec(fold(title).replace(/\s+/gu, ' '));
    return numbers?.[1] && numbers[2] ? spansOf(numbers[1], numbers[2]) : [];
  });
  const [span] = spans;
  return span && spans.every(({ from, to }) => from === span.from && to === span.to) ? span : null;
}

function spanEnds(first: string, last: string): string[] {
  return [...new Set(spansOf(first, last).map(({ to }) => to))];
}

// Both days in the same order of day and month, the first not after the last.
function spansOf(first: string, last: string): { from: string; to: string }[] {
  const [from, to] = [parseDateText(first), parseDateText(last)];
  if (!from || !to) return [];
  const orders: DateOrder[] = ['day-first', 'month-first'];
  return (first.includes('.') ? orders.slice(0, 1) : orders).flatMap((order) => {
    const [start, end] = [resolveDate(from, order), resolveDate(to, order)];
    return start && end && start.day <= end.day ? [{ from: dateText(start.day, null), to: dateText(end.day, null) }] : [];
  });
}
