/** What the rows above a table say about all of it: the day a balance stands for. A print date never counts. */
import { fold } from '../../shared/kit/fold.ts';
import { dateText, parseDateText, resolveDate } from './coerce-dates.ts';

const asAt =
  /(?:^|[^\p{L}])(?:as at|as of|balances? at|per ended|period ended|period ending|month ended|year ended|stand(?: vom| zum| per)?|stichtag|zum|per|arrete au|au|situation au|al|a la fecha|a fecha de|em|posicao em|posicion al|stato al|situazione al|op|ultimo|na dzien|stan na|per den|itibariyle|tarihi itibariyle)\s*:?\s*(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?!\d)/u;

/** The ISO day of "as at 10/31/2025"; null when no title says one, or it can be read both ways. */
export function asAtDate(titles: readonly string[]): string | null {
  const days = new Set<string>();
  for (const title of titles) {
    const text = asAt.exec(fold(title))?.[1];
    const parts = text === undefined ? null : parseDateText(text);
    if (!parts) continue;
    const readings = [resolveDate(parts, 'day-first'), resolveDate(parts, 'month-first')].flatMap((one) => (one ? [dateText(one.day, null)] : []));
    for (const day of parts.open && text?.includes('.') ? readings.slice(0, 1) : readings) days.add(day);
  }
  const [day] = days;
  return days.size === 1 && day !== undefined ? day : null;
}
