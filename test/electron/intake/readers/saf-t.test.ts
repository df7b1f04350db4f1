import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { interpret } from '../../../support/samples.ts';

interface Line {
  account: string;
  debit?: string;
  credit?: string;
  inside?: string;
}

function lineXml({ account, debit, credit, inside = '' }: Line, id: number): string {
  const amount = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}><Amount>${value}</Amount><CurrencyAmount>9</CurrencyAmount></${name}>`;
  return `<Line><RecordID>${String(id)}</RecordID><AccountID>${account}</AccountID>${inside}${amount('DebitAmount', debit)}${amount('CreditAmount', credit)}</Line>`;
}

const analysis = (kind: string, code: string): string => `<Analysis><AnalysisType>${kind}</AnalysisType><AnalysisID>${code}</AnalysisID></Analysis>`;

function auditFile(change: { debit?: string; entries?: string; lines?: Line[]; country?: string; prefix?: string } = {}): Buffer {
  const lines = change.lines ?? [
    { account: '4000', debit: '100.10', inside: `${analysis('A', '102')}${analysis('P', '7')}<Description>Tøy &amp; tråd</Description>` },
    { account: '2400', credit: '100.10', inside: '<SupplierID>2002</SupplierID>' },
  ];
  const xml = `<AuditFile xmlns="urn:StandardAuditFile"><Header><AuditFileCountry>${change.country ?? 'NO'}</AuditFileCountry></Header>
<MasterFiles><GeneralLedgerAccounts>
<Account><AccountID>4000</AccountID><AccountDescription>Varekjøp</AccountDescription><StandardAccountID>40</StandardAccountID><OpeningDebitBalance>0</OpeningDebitBalance><ClosingDebitBalance>100.10</ClosingDebitBalance></Account>
<Account><AccountID>2400</AccountID><AccountDescription>Leverandørgjeld</AccountDescription><StandardAccountID>24</StandardAccountID><OpeningCreditBalance>5</OpeningCreditBalance><ClosingCreditBalance>105.10</ClosingCreditBalance></Account>
</GeneralLedgerAccounts>
<Customers><Customer><AccountID>1500</AccountID></Customer></Customers>
<AnalysisTypeTable><AnalysisTypeTableEntry><AnalysisType>A</AnalysisType><AnalysisTypeDescription>Avdeling</AnalysisTypeDescription></AnalysisTypeTableEntry><AnalysisTypeTableEntry><AnalysisType>P</AnalysisType><AnalysisTypeDescription>Prosjekt</AnalysisTypeDescription></AnalysisTypeTableEntry></AnalysisTypeTable></MasterFiles>
<GeneralLedgerEntries><NumberOfEntries>${change.entries ?? '1'}</NumberOfEntries><TotalDebit>${change.debit ?? '100.10'}</TotalDebit><TotalCredit>100.1</TotalCredit>
<Journal><JournalID>GL</JournalID><Transaction><TransactionID>T1</TransactionID><PeriodYear>2026</PeriodYear><TransactionDate>2026-01-04</TransactionDate><Description>Faktura</Description>${lines.map((line, index) => lineXml(line, index + 1)).join('')}</Transaction></Journal></GeneralLedgerEntries>
<SourceDocuments><Invoice><Line><AccountID>9</AccountID><DebitAmount>1</DebitAmount></Line></Invoice></SourceDocuments></AuditFile>`;
  const named =
    change.prefix === undefined
      ? xml
      : xml.replace('<AuditFile xmlns=', `<AuditFile xmlns:${change.prefix}=`).replace(/<(\/?)(?=[A-Z])/g, `<$1${change.prefix}:`);
  return Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-8"?>\n${named}`);
}

describe('a SAF-T ledger', () => {
  it.each([undefined, 'n1'])('gives a row a line and the accounts (prefix %s)', async (prefix) => {
    const file = await readBytes(auditFile(prefix === undefined ? {} : { prefix }));
    expect(file).toMatchObject({ kind: 'saf-t', encoding: 'utf-8', notes: [] });
    expect(file.sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)])).toEqual([
      [
        'Ledger',
        [
          ['Fiscal year', 'Journal', 'Document', 'Line', 'Posting date', 'Account', 'Account name', 'Text', 'Debit', 'Credit', 'Cost center', 'Supplier ID'],
          ['2026', 'GL', 'T1', '1', '2026-01-04', '4000', 'Varekjøp', 'Tøy & tråd', 100.1, null, '102', null],
          ['2026', 'GL', 'T1', '2', '2026-01-04', '2400', 'Leverandørgjeld', 'Faktura', null, 100.1, null, '2002'],
        ],
      ],
      [
        'Accounts',
        [
          ['Account', 'Name', 'Standard account', 'Type', 'Opening balance', 'Closing balance'],
          ['4000', 'Varekjøp', '40', 'material', 0, 100.1],
          ['2400', 'Leverandørgjeld', '24', 'balance sheet', -5, -105.1],
        ],
      ],
    ]);
  });

  it('is taken as ledger and accounts without a question', async () => {
    const { reports } = interpret(await readBytes(auditFile()));
    expect(reports.map(({ sheetName, dataset, status, rows }) => [sheetName, dataset, status, rows.read])).toEqual([
      ['Ledger', 'budget.actuals', 'ready', 2],
      ['Accounts', 'budget.accounts', 'ready', 2],
    ]);
    expect(reports[0]?.totals).toMatchObject({ debit: 100.1, credit: 100.1, amount: 0 });
  });

  it('is refused with the difference when its own totals say something else', async () => {
    const wrong = interpret(await readBytes(auditFile({ debit: '100.30' })));
    expect(wrong.reports[0]?.status).toBe('refused');
    expect(wrong.reports[0]?.problems.find(({ code }) => code === 'total-mismatch')).toMatchObject({
      expected: 'TotalDebit 100.30, as the file says of itself',
      found: '100.10 (difference -0.20)',
    });
    expect(wrong.blocks.filter(({ table }) => table === 0)).toEqual([]);
    expect((await readBytes(auditFile({ entries: '53' }))).notes?.[0]).toMatchObject({ code: 'total-mismatch', found: '1 (difference -52)' });
  });

  it('leaves a line split over several cost centers without one, and another country’s accounts without a type', async () => {
    const lines = [
      { account: '4000', debit: '100.10', inside: `${analysis('A', '1')}${analysis('A', '2')}` },
      { account: '2400', credit: '100.10' },
    ];
    const file = await readBytes(auditFile({ lines, country: 'PT' }));
    expect(file.sheets[0]?.rows[0]?.cells).not.toContain('Cost center');
    expect(file.sheets[1]?.rows[0]?.cells).not.toContain('Type');
  });

  it('reads lines that are named by their side and hold their amount directly', async () => {
    const xml = `<AuditFile><GeneralLedgerEntries><NumberOfEntries>1</NumberOfEntries><TotalDebit>2.5</TotalDebit><TotalCredit>2.5</TotalCredit><Journal><JournalID>V</JournalID>
      <Transaction><TransactionID>2026-01-02 V 1</TransactionID><TransactionDate>2026-01-02</TransactionDate><CustomerID>C9</CustomerID><Lines>
      <DebitLine><RecordID>a</RecordID><AccountID>62</AccountID><DebitAmount>2.50</DebitAmount></DebitLine>
      <CreditLine><RecordID>b</RecordID><AccountID>22</AccountID><CreditAmount>2.50</CreditAmount></CreditLine></Lines></Transaction></Journal></GeneralLedgerEntries></AuditFile>`;
    const file = await readBytes(Buffer.from(xml));
    expect(file.notes).toEqual([]);
    expect(file.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['Journal', 'Document', 'Line', 'Posting date', 'Account', 'Debit', 'Credit', 'Customer ID'],
      ['V', '2026-01-02 V 1', 'a', '2026-01-02', '62', 2.5, null, 'C9'],
      ['V', '2026-01-02 V 1', 'b', '2026-01-02', '22', null, 2.5, 'C9'],
    ]);
  });

  it('is refused with a document type, without a ledger, cut off, or with an amount that is none', async () => {
    const bad = async (text: string): Promise<unknown> =>
      readBytes(Buffer.from(text)).then(
        () => null,
        (error: unknown) => error,
      );
    expect(await bad('<!DOCTYPE AuditFile [<!ENTITY a "b">]><AuditFile/>')).toMatchObject({ code: 'file-corrupt' });
    expect(await bad('<AuditFile><Header/></AuditFile>')).toMatchObject({ code: 'file-kind' });
    expect(await bad(auditFile().toString().slice(1, 1_500))).toMatchObject({ code: 'file-corrupt' });
    expect(await bad(auditFile().toString().replaceAll('100.10', '100,10'))).toMatchObject({
      code: 'file-corrupt',
      message: expect.stringMatching(/found “100,10”/u) as unknown,
    });
  });
});
