/** How a page shows money: one unit for all its figures, thousands once one of them has six digits, so that a column stays readable. */
import type { Plant } from '../store/plants.ts';

/** Minor units ÷ divisor, in `unit`, with `decimals` drawn. */
export interface MoneyScale {
  divisor: number;
  unit: string;
  decimals: number;
}

const signs: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' };

export function moneyScale(plant: Plant, largestMinor: number): MoneyScale {
  const major = 10 ** plant.minorDigits;
  const largest = Math.abs(largestMinor) / major;
  const currency = signs[plant.currency] ?? plant.currency;
  if (largest >= 100_000) return { divisor: major * 1000, unit: `k${currency}`, decimals: 1 };
  return { divisor: major, unit: currency, decimals: largest >= 10_000 ? 0 : plant.minorDigits };
}
