/**
 * SAF-T Financial, the audit file of many tax authorities (Norway, Denmark, Portugal, Romania, Lithuania …) → the ledger with a row a
 * line, and the chart of accounts. What the file says of itself (entries, debit, credit) is held against its lines.
 * Source: OECD Guidance for the Standard Audit File – Tax 2.0; Norwegian SAF-T Financial 1.x.
 */
import type { ReadFile, ReadNote } from '../../../../shared/intake/cells.ts';
import { Fault } from '../../../../shared/faults.ts';
import { exactAmount, exactText } from '../exact-sum.ts';
import type { ReadHooks } from '../hooks.ts';
import { xmlEncoding } from '../xml.ts';
import { walkElements } from '../xml/elements.ts';
import { SheetBuilder } from '../xml/sheets.ts';
import { accountType, isCostCenterKind } from './meanings.ts';

const lineNames = new Set(['Line', 'DebitLine', 'CreditLine', 'TransactionLine', 'JournalLine']);

/** Element → its text, of one account, transaction or line. */
type Texts = Map<string, string>;

/** Faults: file-kind for a file without a ledger, file-corrupt, file-too-large, cancelled. */
export async function readSafT(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const reader = new SafTReader(xmlEncoding(bytes));
  await walkElements(
    bytes,
    {
      open: (path) => {
        reader.open(path);
      },
      close: (path, text) => {
        reader.close(path, text);
      },
    },
    hooks,
  );
  return reader.file();
}

class SafTReader {
  private readonly ledger = new SheetBuilder('Ledger', [
    'Fiscal year',
    'Journal',
    'Document',
    'Line',
    'Posting date',
    'Account',
    'Account name',
    'Text',
    'Debit',
    'Credit',
    'Cost center',
    'Supplier ID',
    'Customer ID',
  ]);
  private readonly accounts = new SheetBuilder('Accounts', ['Account', 'Name', 'Standard account', 'Type', 'Opening balance', 'Closing balance']);
  private readonly names = new Map<string, string>();
  private readonly costCenterKinds = new Set<string>();
  private readonly claims = new Map<string, string>();
  private country = '';
  private account: Texts = new Map();
  private journal = '';
  private transaction: Texts = new Map();
  private transactions = 0;
  private line: Texts = new Map();
  private costCenters = new Set<string>();
  private analysisKind = '';
  private linesInTransaction = 0;
  private debit = 0n;
  private credit = 0n;
  private readonly encoding: string;

  constructor(encoding: string) {
    this.encoding = encoding;
  }

  open(path: readonly string[]): void {
    const name = path.at(-1) ?? '';
    if (name === 'Account' && path.at(-2)?.startsWith('GeneralLedger') === true) this.account = new Map();
    if (!path.includes('GeneralLedgerEntries')) return;
    if (name === 'Journal') this.journal = '';
    if (name === 'Transaction') {
      this.transaction = new Map();
      this.linesInTransaction = 0;
      this.transactions += 1;
    }
    if (lineNames.has(name)) {
      this.line = new Map();
      this.costCenters = new Set();
    }
  }

  close(path: readonly string[], text: string | null): void {
    const name = path.at(-1) ?? '';
    const parent = path.at(-2) ?? '';
    if (path.includes('GeneralLedgerEntries')) this.closeInLedger(name, parent, text);
    else if (name === 'AuditFileCountry' && text !== null) this.country = text;
    else if (parent === 'Account' && text !== null) this.account.set(name, text);
    else if (name === 'Account' && parent.startsWith('GeneralLedger')) this.addAccount();
    else if (parent === 'AnalysisTypeTableEntry' && text !== null) {
      if (name === 'AnalysisType') this.analysisKind = text;
      if (name === 'AnalysisTypeDescription' && isCostCenterKind(text)) this.costCenterKinds.add(this.analysisKind);
    }
  }

  file(): ReadFile {
    if (this.ledger.count === 0) {
      throw new Fault('file-kind', 'The SAF-T file holds no general ledger entries: export it again with the ledger (GeneralLedgerEntries) included.');
    }
    const sheets = this.accounts.count > 0 ? [this.ledger.sheet(), this.accounts.sheet()] : [this.ledger.sheet()];
    return { kind: 'saf-t', encoding: this.encoding, delimiter: null, sheets, notes: this.mismatches() };
  }

  private closeInLedger(name: string, parent: string, text: string | null): void {
    if (lineNames.has(name)) this.addLine();
    else if (text === null) return;
    else if (parent === 'GeneralLedgerEntries') this.claims.set(name, text);
    else if (parent === 'Journal' && name === 'JournalID') this.journal = text;
    else if (parent === 'Transaction') this.transaction.set(name, text);
    else if (lineNames.has(parent)) this.line.set(name, text);
    else if (name === 'Amount' && (parent === 'DebitAmount' || parent === 'CreditAmount')) this.line.set(parent, text);
    else if (parent === 'Analysis') {
      if (name === 'AnalysisType') this.analysisKind = text;
      if (name === 'AnalysisID' && this.costCenterKinds.has(this.analysisKind)) this.costCenters.add(text);
    }
  }

  private addAccount(): void {
    const { account } = this;
    const code = account.get('AccountID') ?? '';
    const name = account.get('AccountDescription') ?? '';
    const standard = account.get('StandardAccountID') ?? account.get('TaxonomyCode') ?? '';
    this.names.set(code, name);
    const balance = (which: string): number | undefined => {
      const debit = account.get(`${which}DebitBalance`);
      const credit = account.get(`${which}CreditBalance`);
      return debit === undefined && credit === undefined ? undefined : Number(exactText(amountOf(debit, code) - amountOf(credit, code)));
    };
    this.accounts.add([code, name, standard, accountType(this.country, standard, code), balance('Opening'), balance('Closing')]);
  }

  private addLine(): void {
    const { line, transaction } = this;
    const account = line.get('AccountID') ?? '';
    const place = `${transaction.get('TransactionID') ?? ''} ${line.get('RecordID') ?? ''}`.trim();
    const debit = line.get('DebitAmount');
    const credit = line.get('CreditAmount');
    this.linesInTransaction += 1;
    this.debit += amountOf(debit, place);
    this.credit += amountOf(credit, place);
    const [costCenter] = this.costCenters;
    this.ledger.add([
      transaction.get('PeriodYear'),
      this.journal,
      transaction.get('TransactionID'),
      line.get('RecordID') ?? String(this.linesInTransaction),
      (transaction.get('TransactionDate') ?? transaction.get('GLPostingDate') ?? '').slice(0, 10),
      account,
      this.names.get(account),
      line.get('Description') ?? transaction.get('Description'),
      debit === undefined ? undefined : Number(debit),
      credit === undefined ? undefined : Number(credit),
      // A line split over several cost centers belongs to none of them alone.
      this.costCenters.size === 1 ? costCenter : undefined,
      line.get('SupplierID') ?? transaction.get('SupplierID'),
      line.get('CustomerID') ?? transaction.get('CustomerID'),
    ]);
  }

  private mismatches(): ReadNote[] {
    const notes: ReadNote[] = [];
    const say = (what: string, claimed: string, found: string, difference: string): void => {
      notes.push({
        code: 'total-mismatch',
        sheet: 0,
        row: null,
        expected: `${what} ${claimed}, as the file says of itself`,
        found: `${found} (difference ${difference})`,
        fix: 'Lines are missing or were changed after the export; export the file again.',
      });
    };
    const entries = Number(this.claims.get('NumberOfEntries') ?? NaN);
    if (Number.isInteger(entries) && entries !== this.transactions && entries !== this.ledger.count) {
      say('NumberOfEntries', String(entries), String(this.transactions), String(this.transactions - entries));
    }
    for (const [what, sum] of [
      ['TotalDebit', this.debit],
      ['TotalCredit', this.credit],
    ] as const) {
      const claimed = this.claims.get(what);
      const amount = claimed === undefined ? sum : amountOf(claimed, what);
      if (amount !== sum) say(what, exactText(amount), exactText(sum), exactText(sum - amount));
    }
    return notes;
  }
}

function amountOf(text: string | undefined, place: string): bigint {
  const amount = text === undefined ? 0n : exactAmount(text);
  if (amount === null) {
    throw new Fault(
      'file-corrupt',
      `The SAF-T file, ${place}: expected an amount with a decimal point, found “${(text ?? '').slice(0, 40)}”; export it again.`,
    );
  }
  return amount;
}
