/** Which dataset a table is: the first nine in several tongues are taken, their neighbours are asked about. The others: recognise-datasets.test.ts. */
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/areas/catalog.ts';
import { aliasIndex, hitsOf } from '../../../electron/intake/recognise-aliases.ts';
import { headerKey, parseHeader } from '../../../electron/intake/headers.ts';
import { interpretBytes, valuesOf } from '../../support/samples.ts';
import type { TableReport } from '../../../shared/intake/interpretation.ts';

async function report(text: string, fileName = 'export.csv'): Promise<TableReport> {
  const [first] = (await interpretBytes(Buffer.from(text), { fileName })).reports;
  if (!first) throw new Error('no table');
  return first;
}

describe('headers', () => {
  it.each([
    ['RuntimeHours', 'runtime hours'],
    ['work_order_id', 'work order #'],
    ['WO #', 'wo #'],
    ['N° OT', '# ot'],
    ["Date d'échéance", 'date echeance'],
    ['Auftragsnummer', 'auftrags #'],
    ['Fälligkeitsdatum', 'falligkeitsdatum'],
    ['Gewünschter Termin', 'gewunschter termin'],
    ['Nr zlecenia', '# zlecenia'],
    ['Iş Emri No', 'is emri #'],
    ['Łączny koszt', 'laczny koszt'],
    ['MachineID', 'machine #'],
    ['  Due \n Date ', 'due date'],
  ])('%s is “%s”', (text, key) => expect(headerKey(text)).toBe(key));

  it('keeps the unit', () => {
    expect(parseHeader('Downtime (min)')).toMatchObject({ unit: { kind: 'time', ms: 60_000 }, bare: ['downtime'] });
    expect(parseHeader('Laufzeit [h]')).toMatchObject({ unit: { kind: 'time', ms: 3_600_000 }, bare: ['laufzeit'] });
    expect(parseHeader('Budget (k€)')).toMatchObject({ unit: { kind: 'money', scale: 1000 }, bare: ['budget'] });
    expect(parseHeader('Amount EUR')).toMatchObject({ unit: { kind: 'money', scale: 1 }, bare: ['amount'] });
    expect(parseHeader('Utilization_%').unit).toEqual({ kind: 'percent' });
  });

  it('accepts other word order, units and words for “number”, and nothing softer', () => {
    const fields = (text: string): string[] => hitsOf(text).map(({ dataset, field }) => `${dataset}.${field}`);
    expect(fields('Date Due')).toContain('maintenance.workOrders.dueDate');
    expect(fields('Asset No.')).toContain('maintenance.assets.asset');
    expect(fields('Stopped Time (min)')).toContain('production.output.stopMinutes');
    expect(fields('Downtime (%)')).not.toContain('production.output.stopMinutes');
    expect(fields('Completed By')).toEqual([]);
    expect(fields('Cost')).not.toContain('budget.lines.account');
    expect(aliasIndex.likeness('Completed By', 'maintenance.workOrders')[0]).toMatchObject({ field: 'completed' });
  });

  it('finds every label of every dataset again, so that templates and exports come back', () => {
    const lost = catalog.flatMap((dataset) =>
      dataset.fields
        .filter((field) => field.name !== 'fold' && !hitsOf(field.label).some((hit) => hit.dataset === dataset.name && hit.field === field.name))
        .map((field) => `${dataset.name}.${field.name}`),
    );
    // An account's type comes from a statement's sections or our own export, never from a ledger's column of that name.
    expect(lost).toEqual(['budget.lines.amount', 'budget.actuals.line', 'budget.actuals.accountType']);
  });
});

const log = Array.from({ length: 30 }, (_, index) => `2026-01-13 00:${String(index).padStart(2, '0')},${String(index)}.5,${String(20 + (index % 7))},ok`).join(
  '\n',
);

describe('the nine datasets', () => {
  it.each<[string, string, Record<string, number>, string]>([
    [
      'production.output',
      'good pieces in German',
      { good: 1950, scrap: 20, target: 2200 },
      'Datum;Schicht;Linie;Artikel;Gutteile;Ausschuss;Soll\n13.01.2026;1;L1;P1;1.000;10;1.100\n14.01.2026;1;L1;P1;950;10;1.100\n',
    ],
    ['production.output', 'French', { total: 1750 }, 'Date;Ligne;Quantité produite\n13/01/2026;L1;950\n14/01/2026;L1;800\n'],
    [
      'production.downtime',
      'minutes from start and end',
      { minutes: 75 },
      'Line,Start,End,Reason\nL1,2026-01-13 06:00,2026-01-13 06:30,Jam\nL1,2026-01-14 06:00,2026-01-14 06:45,Jam\n',
    ],
    [
      'production.downtime',
      'a machine as the line',
      { minutes: 42.5 },
      'Maschine;Beginn;Dauer (min);Grund\nM1;13.01.2026 06:00;30;Störung\nM2;14.01.2026 06:00;12,5;Rüsten\n',
    ],
    ['budget.accounts', 'types in German', {}, 'Kontonummer;Kontobezeichnung;Kontenart\n4000;Umsatz;Erlöse\n5000;Stahl;Material\n'],
    [
      'budget.lines',
      'months across with a total',
      { amount: 12_003 },
      'Budget 2026\n\nAccount;Cost center;Jan;Feb;Mar;Apr;Total\n4000;100;1.000,50;2.000,00;3.000,00;1,00;6.001,50\n4100;100;1.000,50;2.000,00;3.000,00;1,00;6.001,50\nTotal;;2.001,00;4.000,00;6.000,00;2,00;12.003,00\n',
    ],
    ['budget.lines', 'thousands of euros by month', { amount: 4000 }, 'Konto;Monat;Budget (k€)\n4000;2026-01;1,5\n4000;2026-02;2,5\n'],
    ['budget.lines', 'year and month apart', { amount: 300 }, 'Account,Year,Month,Budget\n4000,2026,1,100.00\n4000,2026,2,200.00\n'],
    ['budget.actuals', 'fiscal year and period', { amount: 300 }, 'GL Account,Fiscal Year,Period,Amount\n4000,2026,1,100.00\n4000,2026,2,200.00\n'],
    [
      'budget.actuals',
      'SAP line items',
      { amount: -2_546.76 },
      'Cost Ctr|Cost Elem.|RefDocNo|ValCOArCur|Postg Date|Per\n46722A|1101|7000008167|1,273.38-|2023.10.17|1\n46722A|1101|7000008168|1,273.38-|2023.10.17|2\n',
    ],
    [
      'budget.actuals',
      'a balance as of its title',
      { debit: 500, credit: 500, amount: 0 },
      'Company X\nTrial Balance as of 10/31/2025\n\nAccount,Name,Debit,Credit\n1000,Bank,500.00,\n3000,Equity,,500.00\nTotal,,500.00,500.00\n',
    ],
    [
      'staffing.timecards',
      'a row a pay code',
      { regularHours: 8, overtimeHours: 2, absenceHours: 8 },
      'Person Number,Pay Code Name,Apply Date,Actual Hours\n1,Regular,2026-01-13,8\n1,Overtime,2026-01-13,2\n2,Sick,2026-01-13,8\n',
    ],
    ['staffing.timecards', 'payroll', { regularHours: 16, overtimeHours: 2 }, 'Employee Name,Date,Reg Hours,O/T Hours\nA,1/13/2026,8,2\nB,1/14/2026,8,\n'],
    ['maintenance.assets', 'Turkish', {}, 'Varlık No,Varlık Adı,Seri Numarası,Üretici\nA1,Pres,123,X\nA2,Torna,124,Y\n'],
    [
      'maintenance.workOrders',
      'Maximo attributes',
      { estimatedHours: 4 },
      'WONUM,DESCRIPTION,STATUS,WORKTYPE,REPORTDATE,ESTLABHRS\n1001,Pump leaks,WAPPR,CM,2026-01-13,1.5\n1002,Grease,COMP,PM,2026-01-14,2.5\n',
    ],
    [
      'maintenance.workOrders',
      'Swedish',
      {},
      'Arbetsorder;Rubrik;Status;Prioritet;Förfallodatum\n1;Pump läcker;Pågående;Hög;2026-01-31\n2;Smörjning;Klar;Låg;2026-02-28\n',
    ],
    [
      'maintenance.workOrders',
      'Dutch',
      {},
      'Werkorder;Omschrijving;Status;Aangemaakt op;Vervaldatum\n1;Pomp lekt;In behandeling;13-01-2026;31-01-2026\n2;Smeren;Gereed;14-01-2026;28-02-2026\n',
    ],
    [
      'maintenance.workOrders',
      'Portuguese',
      {},
      'Ordem de serviço;Título;Status;Tipo de manutenção;Data de abertura\n1;Bomba vaza;Em andamento;Corretiva;13/01/2026\n2;Lubrificar;Concluída;Preventiva;14/01/2026\n',
    ],
    ['readings.points', 'tags across', { kW: 450, Temp: 685 }, `Timestamp,kW,Temp,State\n${log}\n`],
  ])('%s: %s', async (dataset, _name, totals, text) => {
    const found = await report(text);
    expect({ dataset: found.dataset, status: found.status, fault: found.fault }).toEqual({ dataset, status: 'ready', fault: null });
    for (const [key, sum] of Object.entries(totals)) expect(found.totals[key]).toBeCloseTo(sum, 6);
  });

  it('dates a column of months by the first day and keeps the column', async () => {
    const { blocks } = await interpretBytes(Buffer.from('Budget\nAccount,2026-01,02/2026,Mar 2026\n4000,1,2,3\n'), { fileName: 'x.csv' });
    expect(valuesOf(blocks, 'date')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect(blocks[0]?.sourceColumns).toEqual([2, 3, 4]);
    expect(valuesOf(blocks, 'amount')).toEqual([100, 200, 300]);
  });
});

describe('plans', () => {
  it.each([
    ['year and month apart', 'Account,Year,Month,Budget\n4000,2026,1,100.00\n4000,2026,2,200.00\n', 'x.csv'],
    ['months across', 'Budget 2026\nAccount,Cost center,Jan,Feb,Mar\n4000,1,100,150,50\n', 'x.csv'],
    ['months across with a year column', 'Account,Year,Jan,Feb,Mar\n4000,2026,100,150,50\n', 'budget.csv'],
    [
      'date and time apart',
      `Date,Time,kW\n${Array.from({ length: 24 }, (_, index) => `13/01/2026,${String(index).padStart(2, '0')}:00:00,${String(index)}.5`).join('\n')}\n`,
      'x.csv',
    ],
  ])('%s: confirming what was recognised changes nothing', async (_name, text, fileName) => {
    const first = await interpretBytes(Buffer.from(text), { fileName });
    const [seen] = first.reports;
    expect(seen?.status).toBe('ready');
    const columns = (seen?.columns ?? []).map(({ column, field }) => ({ column, field }));
    const plan = {
      sheet: 0,
      headerRow: seen?.headerRow ?? 1,
      dataset: seen?.dataset ?? '',
      columns,
      constants: {},
      words: {},
      dateOrder: null,
      decimal: null,
      missing: [],
      real: [],
    };
    const second = await interpretBytes(Buffer.from(text), { fileName, plans: [plan] });
    expect(second.reports[0]).toMatchObject({ status: 'ready', totals: seen?.totals, period: seen?.period });
    expect(second.blocks.map(({ values }) => values)).toEqual(first.blocks.map(({ values }) => values));
  });
});

describe('neighbours of the nine', () => {
  it.each<[string, string]>([
    [
      'incidents',
      'Incident No,Date,Location,Type,Description,Severity,Status\nI1,2026-01-13,Hall 1,Injury,Cut finger,Minor,Closed\nI2,2026-01-14,Hall 2,Near miss,Slip,None,Open\n',
    ],
    [
      'commitments',
      'PO Number,Line,Vendor,Cost Center,Account,Amount,Delivery Date\n45001,10,X,100,4000,500.00,2026-01-31\n45002,10,Y,100,4000,700.00,2026-02-28\n',
    ],
    ['sales', 'Date,Customer,Product,Quantity,Amount\n2026-01-13,C1,P1,5,100\n2026-01-14,C1,P1,5,100\n'],
    ['receipts', 'Document,Line,Item,Quantity,Price,Amount,Date\n1,1,A,5,2,10,2026-01-13\n2,1,B,5,2,10,2026-01-14\n'],
    ['budget against actual', 'Account,Month,Budget,Actual,Variance\n4000,2026-01,100,110,10\n4100,2026-01,100,90,-10\n'],
    ['months across, budget or actual unsaid', 'Account,2026-01,2026-02,2026-03\n4000,1,2,3\n'],
    ['a bank statement', 'Date,Description,Amount,Balance\n2026-01-13,Fee,-5.00,100\n2026-01-14,Fee,-5.00,95\n'],
    [
      'events in random order',
      `Date,Lot,Yield\n${Array.from({ length: 30 }, (_, index) => `2026-01-${String(((index * 7) % 28) + 1).padStart(2, '0')} 10:00,${String(index)},${String(index + 80)}`).join('\n')}\n`,
    ],
  ])('%s: asked', async (_name, text) => {
    const found = await report(text);
    expect(found.status).toBe('needs-mapping');
    expect(found.fault?.message).toMatch(/choose|confirm/u);
  });
});
