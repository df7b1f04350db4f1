/** A ledger export of 40 lines in 20 balanced documents; file n holds documents of its own, all in one month. */
export const linesPerFile = 40;

export function ledgerFile(number: number): Buffer {
  const lines = ['Account,Posting Date,Document,Line,Text,Debit,Credit'];
  for (let document = 0; document < linesPerFile / 2; document += 1) {
    const day = String((document % 28) + 1).padStart(2, '0');
    const amount = (100 + number + document / 4).toFixed(2);
    const code = `D${String(number)}-${String(document)}`;
    lines.push(`6100,2026-01-${day},${code},1,Parts,${amount},`, `2000,2026-01-${day},${code},2,Payable,,${amount}`);
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}
