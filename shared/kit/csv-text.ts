/** A small table as comma-separated text that a spreadsheet opens as it was meant. */

/** Whether a spreadsheet would calculate a text instead of showing it. */
export function beginsFormula(text: string): boolean {
  return /^[=+\-@\t\r]/u.test(text);
}

/** With the mark that tells Excel it is UTF-8; a text that begins like a formula gets an apostrophe, numbers stay numbers. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = beginsFormula(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
