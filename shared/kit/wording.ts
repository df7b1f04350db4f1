/** Numbers inside sentences: en-US digits, U+2212 minus, “n/a” for undefined. Figures on their own are formatted where they are drawn. */

/** "12,345.6", "−3"; "n/a" for null. */
export function sayNumber(value: number | null, decimals = 0): string {
  if (value === null) return 'n/a';
  // −0.04 at one decimal would read "−0.0"
  const rounded = Number(value.toFixed(decimals)) + 0;
  const digits = formatOf(decimals).format(Math.abs(rounded));
  return rounded < 0 ? `−${digits}` : digits;
}

// Making a format costs a hundred times what using it does.
const formats = new Map<number, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known) return known;
  const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  return format;
}

/** A ratio 0–1 as "74.8 %"; "n/a" for null. */
export function sayPercent(ratio: number | null, decimals = 1): string {
  return ratio === null ? 'n/a' : `${sayNumber(ratio * 100, decimals)} %`;
}

/** "1 stop", "14 stops". */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`;
}
