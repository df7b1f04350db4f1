/** The sixteen later datasets in many tongues and systems' own words: each layout is taken without asking, each column for what it is. */
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/areas/catalog.ts';
import { interpretBytes } from '../../support/samples.ts';
import { layouts, values } from '../../fixtures/intake/dataset-layouts.ts';

/** A layout is “header = field | header = field”; its rows come from the values of the fields. */
function parse(layout: string): { header: string; field: string }[] {
  return layout.split('|').map((part) => {
    const at = part.lastIndexOf('=');
    return { header: part.slice(0, at).trim(), field: part.slice(at + 1).trim() };
  });
}

function csv(dataset: string, columns: readonly { header: string; field: string }[]): string {
  const rows = [0, 1, 2].map((row) =>
    columns.map(({ field }) => {
      const list = values[dataset]?.[field];
      if (!list) throw new Error(`no values for ${dataset}.${field}`);
      return list[row] ?? '';
    }),
  );
  return `${[columns.map(({ header }) => header), ...rows].map((line) => line.join(';')).join('\n')}\n`;
}

describe('the later datasets', () => {
  const cases = Object.entries(layouts).flatMap(([dataset, list]) => list.map((layout) => [dataset, layout] as const));

  it.each(cases)('%s: %s', async (dataset, layout) => {
    const columns = parse(layout);
    const [report] = (await interpretBytes(Buffer.from(csv(dataset, columns)), { fileName: 'export.csv' })).reports;
    expect(`${report?.dataset ?? ''} ${report?.status ?? ''}: ${report?.fault?.message ?? ''}`).toBe(`${dataset} ready: `);
    expect(report?.columns.map(({ header, field }) => ({ header, field }))).toEqual(columns);
  });

  it('has at least six layouts of each, in more than three tongues', () => {
    const first = new Set([
      'production.output',
      'production.downtime',
      'budget.accounts',
      'budget.lines',
      'budget.actuals',
      'staffing.timecards',
      'maintenance.assets',
      'maintenance.workOrders',
      'readings.points',
    ]);
    for (const { name } of catalog) if (!first.has(name)) expect(layouts[name]?.length ?? 0, name).toBeGreaterThanOrEqual(6);
  });

  it('has values that are those of the fields', () => {
    for (const [name, fields] of Object.entries(values)) {
      const dataset = catalog.find((one) => one.name === name);
      for (const field of Object.keys(fields))
        expect(
          dataset?.fields.some((one) => one.name === field),
          `${name}.${field}`,
        ).toBe(true);
    }
  });
});

describe('neighbours of the later datasets', () => {
  it.each<[string, string]>([
    // production.orders, production.products
    ['a purchase list', 'PO Number,Vendor,Item,Ordered Qty,Due Date,Status\n45001,Acme,M1,50,2026-01-31,open\n45002,Bolt,M2,60,2026-02-28,open\n'],
    ['sales orders without what was made', 'Order,Customer,Date,Amount\n1,C1,2026-01-13,500\n2,C2,2026-01-14,600\n'],
    ['maintenance material', 'Order Number,Description,Material Number,Req,Stock\n4700,Reseal,M1,6,6\n4701,Reseal,M2,4,0\n'],
    ['a price list', 'Product,Description,Price\nP1,A,12.5\nP2,B,11.5\n'],
    ['a catalog', 'SKU,Name,Brand,Color\n1,A,X,red\n2,B,Y,blue\n'],
    // quality
    ['tests without what failed', 'Date,Test Batch ID,Tests Conducted,Pass Rate (%)\n2026-01-13,T1,963,92.17\n2026-01-14,T2,412,93.06\n'],
    ['defects without what was inspected', 'Date,Line,Defect,Defects\n2026-01-13,L1,scratch,2\n2026-01-14,L1,dent,3\n'],
    ['scrap with units', 'Material,Scrap Quantity,UOM,Cost Center\n28062616,6.989,LB,JM03\n25315846,2,PC,JM03\n'],
    ['a laboratory order', 'Sample,Client,Analysis,Price\n1,C1,pH,12.5\n2,C2,Zn,13.5\n'],
    ['limits of tags', 'Tag,Lower Limit,Upper Limit\nT1,1.5,20.5\nT2,2.5,30.5\n'],
    ['a survey', 'Group,Value,Comment\nA,3,ok\nB,4,ok\n'],
    // budget
    ['open invoices', 'Document,Vendor,Invoice Date,Due Date,Open Amount\n1,Acme,2026-01-13,2026-01-31,500.00\n2,Bolt,2026-01-14,2026-02-28,700.00\n'],
    [
      'purchase orders with a plain amount',
      'PO Number,Vendor,Cost Center,Amount,Delivery Date\n45001,Acme,100,500.00,2026-01-31\n45002,Bolt,100,700.00,2026-02-28\n',
    ],
    ['contracts', 'Contract,Vendor,Start,End,Value\nK1,Acme,2026-01-01,2026-12-31,500.00\nK2,Bolt,2026-01-01,2026-12-31,700.00\n'],
    ['a price list of suppliers', 'Item,Supplier,Price,Valid from\nM1,Acme,2.50,2026-01-13\nM2,Bolt,3.50,2026-01-14\n'],
    ['tasks of a project', 'Task,Start,Finish,Duration,Resource\nDig,2026-01-13,2026-01-14,1 day,X\nPour,2026-01-14,2026-01-15,1 day,Y\n'],
    ['projects without a value', 'Project,Owner,Start,End,Status\nX1,A,2026-01-13,2026-03-31,open\nX2,B,2026-01-14,2026-03-31,open\n'],
    // staffing
    ['hours without a date', 'Employee ID,Name,Department,Role,Shift,Hours Worked,Overtime Hours\n1,A,P1,Op,N,39,19\n2,B,P1,Op,N,49,2\n'],
    ['customers', 'ID,Name,City,Phone\n1,A,X,123\n2,B,Y,456\n'],
    ['a curriculum without people', 'Curriculum;Training Title;Initial Due (derived in)\nMarket;Publications;30\nMarket;Studies;90\n'],
    ['absences', 'Employee,From,To,Absence Type\n1,2026-01-13,2026-01-14,Sick\n2,2026-01-15,2026-01-16,Vacation\n'],
    ['certificates of equipment', 'Asset,Serial Number,Certificate,Valid until\nA1,123,C1,2026-01-31\nA2,124,C2,2026-02-28\n'],
    [
      'hands a shift with what they made',
      'Date,Shift,Line,Hands,Production\n2026-01-13,A,L1,20,500\n2026-01-13,A,L1,20,500\n2026-01-13,A,L1,20,500\n2026-01-13,A,L1,20,500\n',
    ],
    ['a list of meetings', 'Date,Start,End,Subject\n2026-01-13,10:00,11:00,Budget\n2026-01-14,10:00,11:00,Safety\n'],
    // maintenance.plans
    ['meters', 'ID,Name,Unit,Update Frequency,Location Name\n1,Flow,m3,7,H1\n2,Power,kWh,30,H1\n'],
    ['subscriptions', 'Name,Frequency,Amount,Next Date\nRent,monthly,500.00,2026-01-31\nWater,monthly,70.00,2026-02-28\n'],
    ['a bus timetable', 'Line,Interval,First,Last\n1,7,06:00,22:00\n2,10,06:00,22:00\n'],
    ['inspections of a route', 'Route,Stop,Interval\nR1,Pump,7\nR2,Fan,30\n'],
    ['backups', 'Plan,Server,Status\nB1,S1,ok\nB2,S2,ok\n'],
    ['a telephone plan', 'Plan,Price,Minutes\nS,10.00,100\nL,20.00,500\n'],
    // inventory
    ['a parts list without stock', 'Part Number,Description,Quantity,Unit\nA1,Bolt,4,EA\nA2,Nut,4,EA\n'],
    ['goods issues', 'Date,Item,Location,Quantity\n2026-01-13,A1,W1,4\n2026-01-14,A2,W1,5\n'],
    ['order lines', 'Order,Item,Quantity,Price,Location\n1,A1,4,2.50,W1\n2,A2,5,3.50,W1\n'],
    ['locations', 'Location,Name,Address\nW1,Main,X\nW2,Side,Y\n'],
    ['invoice lines', 'Invoice,Item,Quantity,Price,Amount,Date\n1,A,5,2,10,2026-01-13\n2,B,5,2,10,2026-01-14\n'],
    ['shipments', 'Delivery Note,Customer,Item,Quantity,Date\n1,C1,A,5,2026-01-13\n2,C2,B,5,2026-01-14\n'],
    // compliance
    ['software licences', 'License,Vendor,Seats,Expires\nL1,Acme,5,2026-01-31\nL2,Bolt,6,2026-02-28\n'],
    ['service-desk incidents', 'Incident,Priority,Assigned To,Opened,Status\nINC1,P1,A,2026-01-13,open\nINC2,P2,B,2026-01-14,open\n'],
    ['complaints', 'Complaint,Customer,Date,Description,Status\n1,C1,2026-01-13,late,open\n2,C2,2026-01-14,broken,open\n'],
    ['actions', 'Action,Owner,Due Date,Status\nFit guard,X,2026-01-31,open\nLabel,Y,2026-02-28,open\n'],
    ['an audit plan', 'Audit,Date,Auditor\nISO 9001,2026-01-13,X\n5S,2026-01-14,Y\n'],
    ['contracts that end', 'Number,Name,Valid until,Owner\n1,Lease,2026-01-31,X\n2,Rent,2026-02-28,Y\n'],
  ])('%s: asked', async (_name, text) => {
    const [report] = (await interpretBytes(Buffer.from(text), { fileName: 'export.csv' })).reports;
    expect(`${report?.status ?? ''} ${report?.status === 'ready' ? (report.dataset ?? '') : ''}`.trim()).toBe('needs-mapping');
    expect(report?.fault?.message).toMatch(/choose|confirm/iu);
  });
});
