/** Exact sums of amounts as files write them: decimal texts with a point, no rounding on the way. */
const scaleDigits = 8;

/** An amount in units of 10⁻⁸; null when the text is no plain decimal number or has more decimals than that. */
export function exactAmount(text: string): bigint | null {
  const parts = /^([+-]?)(\d{1,18})(?:\.(\d{1,20}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, sign = '', whole = '', decimals = ''] = parts;
  const kept = decimals.replace(/0+$/, '');
  if (kept.length > scaleDigits) return null;
  const amount = BigInt(whole + kept.padEnd(scaleDigits, '0'));
  return sign === '-' ? -amount : amount;
}

/** “9487049.35”, at least two decimals. */
export function exactText(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(scaleDigits + 1, '0');
  const decimals = digits.slice(-scaleDigits).replace(/0+$/, '').padEnd(2, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -scaleDigits)}.${decimals}`;
}
