/**
 * Money is an integer number of minor units (cents). Conversion to and from major units happens at the edges only:
 * when a file is read (half away from zero, per row) and when a figure goes over the wire.
 */

const powers = [1, 10, 100, 1_000, 10_000];

/** Major units to integer minor units, half away from zero on the decimal digits as written (1.005 → 101 at 2 digits). */
export function toMinor(major: number, digits: number): number {
  // Far from half a unit, the binary product rounds as the digits do.
  const near = major * (powers[digits] ?? Number.NaN);
  const whole = Math.round(near);
  if (Math.abs(near - whole) < 0.49 && Math.abs(near) < 1e12) return whole + 0;
  const sign = major < 0 ? -1 : 1;
  const shifted = shiftDecimal(Math.abs(major), digits);
  return sign * Math.floor(shifted + 0.5) + 0;
}

/** Integer minor units to major units, exact to the nearest double. */
export function toMajor(minor: number, digits: number): number {
  return minor / 10 ** digits;
}

// Moves the decimal point on the shortest decimal text, so that 1.005 × 100 is 100.5 and not 100.49999.
function shiftDecimal(value: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return Number(`${mantissa}e${String(Number(exponent) + digits)}`);
}
