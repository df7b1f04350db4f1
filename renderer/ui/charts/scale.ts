/** Axes with round steps, and names that fit under them. */

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
  /** The axis does not start at zero: a chart must say so. */
  isCut: boolean;
}

/** A scale over the values with about `count` round steps. Columns must start at zero; lines may be cut when all values lie far from it. */
export function niceScale(values: readonly number[], count: number, mayCut: boolean): Scale {
  if (values.length === 0) return { low: 0, high: 1, ticks: [0, 1], isCut: false };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isCut = mayCut && ((least > 0 && most - least < most * 0.5) || (most < 0 && most - least < -least * 0.5));
  const low = isCut ? least : Math.min(0, least);
  const high = isCut ? most : Math.max(0, most);
  const step = niceStep((high - low || Math.abs(high) || 1) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => roundTo(step * (first + index), step));
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks, isCut: isCut && first !== 0 };
}

/** Decimals an axis needs to show its steps exactly; at most four. */
export function tickDecimals(scale: Scale): number {
  const [a = 0, b = 1] = scale.ticks;
  const step = Math.abs(b - a);
  let decimals = 0;
  while (decimals < 4 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6) decimals += 1;
  return decimals;
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const unit = raw / power;
  const factor = unit <= 1.25 ? 1 : unit <= 2.2 ? 2 : unit <= 3 ? 2.5 : unit <= 6 ? 5 : 10;
  return factor * power;
}

function roundTo(value: number, step: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(digits, 12)));
}

/** A name that fits into so many pixels of caption type. */
export function shorten(label: string, room: number): string {
  const fits = Math.max(4, Math.floor(room / 6.2));
  return label.length <= fits ? label : `${label.slice(0, fits - 1)}…`;
}
