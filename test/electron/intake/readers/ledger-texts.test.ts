/** Ledgers that come as text or XML, from bytes to facts: small ones with known answers, then the real samples. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../../shared/intake/cells.ts';
import type { Profile } from '../../../../shared/intake/interpretation.ts';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { interpret, interpretBytes, sampleByDigest, sampleBytes, samplesPresent, valuesOf } from '../../../support/samples.ts';

describe('a list', () => {
  it('becomes facts: totals with stars are controls, not rows', async () => {
    const ledger = [
      'Actual costs',
      '-------------------------------------------------------------',
      '| |Cost Ctr|Cost Elem.|RefDocNo  |Postg Date|    ValCOArCur|',
      '-------------------------------------------------------------',
      '| |1000    |4000      |7000008167|2026.01.17|     1,273.38-|',
      '| |1000    |4010      |7000008168|2026.01.17|       100.00 |',
      '-------------------------------------------------------------',
      '|*|1000    |          |          |          |     1,173.38-|',
      '-------------------------------------------------------------',
      '| |2000    |4010      |7000008169|2026.01.20|       200.00 |',
      '|*|2000    |          |          |          |       200.00 |',
      '|**|       |          |          |          |       973.38-|',
    ];
    const { reports } = interpret(await readBytes(Buffer.from(ledger.join('\n'))));
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ dataset: 'budget.actuals', status: 'ready', rows: { read: 3, rejected: 0 }, totals: { amount: -973.38 } });
    expect(reports[0]?.problemCounts['total-row']).toBe(3);
    const wrong = interpret(await readBytes(Buffer.from(ledger.join('\n').replace('1,173.38-|', '1,174.38-|'))));
    expect(wrong.reports[0]?.problemCounts['total-mismatch']).toBe(1);
  });

  it('whose title is not the layout’s is taken with a warning', async () => {
    const profile: Profile = {
      id: 'cost-center-charges',
      system: 'SAP cost center charges',
      dataset: 'budget.actuals',
      headers: ['Cost Ctr', 'Cost Elem.', 'ValCOArCur', 'Postg Date'],
      columns: { 'Cost Ctr': 'costCenter', 'Cost Elem.': 'account', ValCOArCur: 'amount', 'Postg Date': 'date' },
      constants: {},
      words: {},
      dateOrder: null,
      confirmedOnRealFile: false,
      title: 'Cost Center Charges',
    };
    const list = (title: string): Buffer =>
      Buffer.from(
        `${title}\n\n-----\n|Cost Ctr|Cost Elem.|ValCOArCur|Postg Date|\n-----\n|1000    |4000      |     5.00-|2026.01.05|\n|1000    |4010      |     7.00 |2026.01.06|\n`,
      );
    const titled = async (title: string): Promise<unknown> => {
      const { reports } = interpret(await readBytes(list(title)), { profiles: [profile] });
      expect(reports[0]).toMatchObject({ status: 'ready', profile: 'cost-center-charges', totals: { amount: 2 } });
      return reports[0]?.problems.filter(({ code }) => code === 'title-mismatch').map(({ severity, found }) => [severity, found]);
    };
    expect(await titled('ACME Cost Center Charges 2026')).toEqual([]);
    expect(await titled('ACME Cost ZZ Center Charges')).toEqual([['warning', 'ACME Cost ZZ Center Charges']]);
  });
});

describe('a SIE voucher that does not add up', () => {
  it('refuses the ledger with the difference', async () => {
    const sie = '#FLAGGA 0\n#KONTO 1910 "Kassa"\n#KONTO 5410 "Material"\n#VER A 1 20260105\n{\n#TRANS 5410 {} 100.00\n#TRANS 1910 {} -99.00\n}\n';
    const { reports, blocks } = interpret(await readBytes(Buffer.from(sie)));
    expect(reports[0]).toMatchObject({ sheetName: 'Ledger', status: 'refused' });
    expect(reports[0]?.fault?.message).toContain('difference 1.00');
    expect(blocks.filter(({ table }) => table === 0)).toEqual([]);
  });
});

describe.skipIf(!samplesPresent)('real ledgers in text', () => {
  const sum = (values: readonly (string | number | null)[]): number =>
    values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0);
  const bytes = (digest: string): Buffer => sampleBytes(sampleByDigest(digest).path);

  it('SAF-T: 170 lines, debit and credit 9,487,049.35, 22 accounts', async () => {
    const { reports } = await interpretBytes(bytes('6f0d189a5db1'), { fileName: 'export.xml' });
    expect(reports).toMatchObject([
      {
        dataset: 'budget.actuals',
        status: 'ready',
        rows: { read: 170, rejected: 0 },
        period: { from: '2017-01-04', to: '2017-04-30' },
        totals: { debit: 9_487_049.35, credit: 9_487_049.35, amount: 0 },
      },
      { dataset: 'budget.accounts', status: 'ready', rows: { read: 22, rejected: 0 } },
    ]);
  });

  it('SIE: 70 vouchers, 260 transactions, debit side 2,718,108.04, 291 accounts', async () => {
    const { reports, blocks } = await interpretBytes(bytes('d6ceb2eebf15'), { fileName: 'export.se' });
    expect(reports).toMatchObject([
      { dataset: 'budget.actuals', status: 'ready', rows: { read: 260, rejected: 0 }, period: { from: '2014-01-01', to: '2014-01-31' }, totals: { amount: 0 } },
      { dataset: 'budget.accounts', status: 'ready', rows: { read: 291, rejected: 0 } },
    ]);
    const amounts = valuesOf(blocks, 'amount');
    expect(sum(amounts.filter((value) => typeof value === 'number' && value > 0))).toBe(271_810_804);
    expect(new Set(valuesOf(blocks, 'document')).size).toBe(70);
  });

  it('lists of charges: head in line 4, trailing minus, years first in dates', async () => {
    const two = await interpretBytes(bytes('bd63b43a47b5'), { fileName: 'export.txt' });
    expect(two.reports).toMatchObject([
      {
        dataset: 'budget.actuals',
        status: 'ready',
        headerRow: 4,
        rows: { read: 2, rejected: 0 },
        totals: { amount: -2_546.76 },
        period: { from: '2023-10-17', to: '2023-10-17' },
      },
    ]);
    const one = await interpretBytes(bytes('b4a6b794dc4c'), { fileName: 'export.txt' });
    expect(one.reports).toMatchObject([{ dataset: 'budget.actuals', status: 'ready', rows: { read: 1, rejected: 0 }, totals: { amount: -1_273.38 } }]);
  });

  it('a list behind blocks of selections: head in line 31, 38 rows, 124,815,250.29', async () => {
    const file = await readBytes(bytes('715409119256'));
    const rows = file.sheets[0]?.rows ?? [];
    const head = rows.findIndex(({ number }) => number === 31);
    expect([file.kind, rows.length - head - 1]).toEqual(['list', 38]);
    const column = rows[head]?.cells.indexOf('Total Cur.') ?? -1;
    const cents = rows.slice(head + 1).map(({ cells }) => Math.round(Number(cellText(cells[column] ?? null).replaceAll(',', '')) * 100));
    expect(sum(cents)).toBe(12_481_525_029);
    const { reports } = interpret(file, { profiles: [encumbrances()] });
    expect(reports).toMatchObject([
      { dataset: 'budget.commitments', status: 'ready', headerRow: 31, rows: { read: 38, rejected: 0 }, totals: { amount: 124_665_150.29 } },
    ]);
    expect(reports[0]?.problemCounts['title-mismatch']).toBeUndefined();
  });

  it('the same list under a wrong title is taken with a warning', async () => {
    const { reports } = await interpretBytes(bytes('608cf0a46725'), { fileName: 'export.txt', profiles: [encumbrances()] });
    expect(reports).toMatchObject([{ dataset: 'budget.commitments', status: 'ready', rows: { read: 1, rejected: 0 }, totals: { amount: 100_000 } }]);
    expect(reports[0]?.problems.find(({ code }) => code === 'title-mismatch')).toMatchObject({
      severity: 'warning',
      found: 'DND Cost ZZZZZZ Center Encumbrance Report',
    });
  });
});

function encumbrances(): Profile {
  const text = readFileSync(join(import.meta.dirname, '../../../../resources/profiles/sap/encumbrances.profile.json'), 'utf8');
  return JSON.parse(text) as Profile; // shipped data, checked by its own test
}
