/** Axes with round steps. */

export interface Axis {
  low: number;
  high: number;
  ticks: number[];
}

/** An axis of about four round steps around the values; columns always start at zero, lines only when that costs little. */
export function axisFor(values: readonly number[], fromZero: boolean): Axis {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const includeZero = fromZero || (lowest >= 0 && lowest < highest * 0.5) || (lowest < 0 && highest > 0);
  let low = includeZero ? Math.min(0, lowest) : lowest;
  let high = includeZero ? Math.max(0, highest) : highest;
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Equal but for rounding: some room around the one value.
  if (high - low <= Math.max(size * 1e-9, 1e-9)) {
    const room = size < 1e-9 ? 1 : size * 0.1;
    high += room;
    if (!includeZero) low -= room;
  }
  const step = roundStep((high - low) / 4);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: first * step, high: last * step, ticks };
}

/** The next 1, 2, 2.5 or 5 times a power of ten. */
export function roundStep(rough: number): number {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  const round = [1, 2, 2.5, 5, 10].find((candidate) => lead <= candidate + 1e-9) ?? 10;
  return round * power;
}

/** Decimals a round step needs. */
export function stepDecimals(step: number): number {
  for (let decimals = 0; decimals < 8; decimals++) {
    if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-6) return decimals;
  }
  return 8;
}
