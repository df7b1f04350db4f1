/** The general ledger: vouchers from what the plant made, paid and repaired. Every voucher ties; amounts are integer cents. */
import { addDays, monthEnd, weekday, type IsoDate } from '../../shared/kit/iso-date.ts';
import { chanceOf, type Chance } from './chance.ts';
import { daysOfMonth, monthsFrom } from './calendar.ts';
import {
  costCenterOfLine,
  energyFlows,
  energyShares,
  fixedFlows,
  freightRatio,
  materialShares,
  partsBookedOn,
  salesAccount,
  scrapPrice,
  socialChargeRatio,
  stockParts,
  type PlantHistory,
} from './money-flows.ts';
import type { DemoInputs } from './inputs.ts';
import { overtimeFactor } from './staffing.ts';

export interface LedgerLine {
  date: IsoDate;
  document: string;
  line: number;
  account: string;
  costCenter: string; // '' on balance-sheet accounts
  text: string;
  debitCents: number;
  creditCents: number;
}

interface Entry {
  account: string;
  costCenter: string;
  text: string;
  cents: number; // debit positive
}

interface Voucher {
  date: IsoDate;
  entries: Entry[];
  /** Balance-sheet account that takes the other side. */
  against: string;
}

const accounts = { receivables: '1200', depreciation: '1600', bank: '1800', payables: '2000', wages: '2100' } as const;
const customers = ['Alderbrook Seating', 'Birchfield Interiors', 'Cedarline Mobility', 'Dogwood Systems'] as const;

/** Ledger lines of one month each, in posting order. */
export function ledger(inputs: DemoInputs, history: PlantHistory): { month: IsoDate; lines: LedgerLine[] }[] {
  let open = { receivables: 0, payables: 0 };
  return monthsFrom(inputs.plant.from, inputs.plant.to).map((month) => {
    const vouchers = monthVouchers(inputs, monthOf(history, month), month);
    const settled = open;
    open = { receivables: sumAgainst(vouchers, accounts.receivables), payables: -sumAgainst(vouchers, accounts.payables) };
    vouchers.push(...settlements(month, settled, -sumAgainst(vouchers, accounts.wages)));
    vouchers.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return {
      month,
      lines: vouchers.flatMap((voucher, index) => linesOf(voucher, `${month.slice(2, 4)}${month.slice(5, 7)}${String(index + 1).padStart(4, '0')}`)),
    };
  });
}

function monthOf(history: PlantHistory, month: IsoDate): PlantHistory {
  const last = monthEnd(month);
  return {
    production: history.production.filter((day) => day.date >= month && day.date <= last),
    timecards: history.timecards.filter((card) => card.date >= month && card.date <= last),
    orders: history.orders.filter((order) => {
      const booked = partsBookedOn(order);
      return booked !== null && booked >= month && booked <= last;
    }),
  };
}

function monthVouchers(inputs: DemoInputs, history: PlantHistory, month: IsoDate): Voucher[] {
  const chance = chanceOf(inputs.plant.seed, `ledger ${month.slice(0, 7)}`);
  return [
    ...salesAndMaterial(inputs, history, { month, chance }),
    ...payroll(inputs, history, month),
    ...energy(inputs, chance, month),
    ...repairs(inputs, history, { month, chance }),
    ...fixedCosts(chance, month),
  ];
}

function salesAndMaterial(inputs: DemoInputs, history: PlantHistory, at: { month: IsoDate; chance: Chance }): Voucher[] {
  const vouchers: Voucher[] = [];
  for (const { from, to } of weeksOf(at.month)) {
    const rows = history.production.filter((day) => day.date >= from && day.date <= to).flatMap((day) => day.output);
    if (rows.length === 0) continue;
    let revenue = 0;
    let scrap = 0;
    const byCustomer = new Map<string, Entry[]>();
    for (const product of inputs.plant.products) {
      const made = rows.filter((row) => row.product.code === product.code);
      const units = made.reduce((sum, row) => sum + row.good, 0);
      scrap += made.reduce((sum, row) => sum + row.scrap, 0);
      if (units === 0) continue;
      const amount = cents(units * product.price);
      revenue += amount;
      const customer = customers[inputs.plant.products.indexOf(product) % customers.length] ?? customers[0];
      const entry = { account: salesAccount(product), costCenter: '9000', text: `${customer}, ${product.name}, ${String(units)} pc`, cents: -amount };
      byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), entry]);
    }
    for (const entries of byCustomer.values()) vouchers.push({ date: to, entries, against: accounts.receivables });
    vouchers.push({
      date: to,
      against: accounts.receivables,
      entries: [{ account: '4900', costCenter: '9000', text: 'Scrap metal', cents: -cents(scrap * scrapPrice) }],
    });
    for (const material of materialShares) {
      const amount = Math.round(revenue * material.share * at.chance.around(0.012));
      vouchers.push({
        date: to,
        against: accounts.payables,
        entries: [{ account: material.account, costCenter: material.costCenter, text: material.text, cents: amount }],
      });
    }
    vouchers.push({
      date: to,
      against: accounts.payables,
      entries: [{ account: '7020', costCenter: '2300', text: 'Carrier, outbound', cents: Math.round(revenue * freightRatio * at.chance.around(0.02)) }],
    });
  }
  return vouchers;
}

/** One voucher a cost center, from the hours on the timecards. */
function payroll(inputs: DemoInputs, history: PlantHistory, month: IsoDate): Voucher[] {
  return inputs.plant.departments.map((department) => {
    let [regular, overtime] = [0, 0];
    for (const card of history.timecards) {
      if (card.person.department !== department) continue;
      regular += card.regularHours + card.absenceHours;
      overtime += card.overtimeHours;
    }
    const wages = cents(regular * department.hourlyRate);
    const extra = cents(overtime * department.hourlyRate * overtimeFactor);
    const entry = (account: string, text: string, amount: number): Entry => ({
      account,
      costCenter: department.costCenter,
      text: `${text} ${department.name} ${month.slice(0, 7)}`,
      cents: amount,
    });
    return {
      date: monthEnd(month),
      against: accounts.wages,
      entries: [
        entry(department.direct ? '6000' : '6020', 'Wages', wages),
        entry('6010', 'Overtime', extra),
        entry('6030', 'Social charges', Math.round((wages + extra) * socialChargeRatio)),
      ],
    };
  });
}

function energy(inputs: DemoInputs, chance: Chance, month: IsoDate): Voucher[] {
  const overspend = inputs.story.energyOverspend;
  const texts: Record<string, string> = { '6200': 'Electricity', '6210': 'Natural gas', '6220': 'Water' };
  return energyFlows(inputs, month).map(({ account, amount }) => {
    const surprise = account === overspend.account ? (overspend.months[month.slice(0, 7)] ?? 0) : 0;
    const total = amount * chance.around(0.012) * (1 + surprise);
    const text = `${texts[account] ?? 'Energy'} ${month.slice(0, 7)}${surprise > 0 ? ', cold snap surcharge' : ''}`;
    return {
      date: addDays(monthEnd(month), -1),
      against: accounts.payables,
      entries: energyShares.map(({ costCenter, share }) => ({ account, costCenter, text, cents: cents(total * share) })),
    };
  });
}

function repairs(inputs: DemoInputs, history: PlantHistory, at: { month: IsoDate; chance: Chance }): Voucher[] {
  const vouchers: Voucher[] = [];
  for (const order of history.orders) {
    const date = partsBookedOn(order);
    if (date === null) continue;
    const text = `${order.asset.line || order.asset.name} ${order.partName}, ${order.order}`;
    vouchers.push({
      date,
      against: accounts.payables,
      entries: [{ account: '6400', costCenter: costCenterOfLine(inputs, order.asset.line), text, cents: cents(order.parts) }],
    });
  }
  for (const { to } of weeksOf(at.month)) {
    const amount = (stockParts.amount / weeksOf(at.month).length) * at.chance.around(0.03);
    vouchers.push({
      date: to,
      against: accounts.payables,
      entries: [{ account: stockParts.account, costCenter: stockParts.costCenter, text: 'Spare parts for stock', cents: cents(amount) }],
    });
  }
  const contract = inputs.story.failingPress.contractByMonth[at.month.slice(0, 7)];
  if (contract !== undefined) {
    const text = `${inputs.story.failingPress.line} service engineer, call-out`;
    vouchers.push({
      date: addDays(at.month, 20),
      against: accounts.payables,
      entries: [{ account: '6410', costCenter: '2100', text, cents: cents(contract) }],
    });
  }
  return vouchers;
}

function fixedCosts(chance: Chance, month: IsoDate): Voucher[] {
  return fixedFlows.map((flow) => {
    const amount = flow.amount * (flow.spread === 0 ? 1 : chance.around(flow.spread / 2));
    const date = flow.spread === 0 ? monthEnd(month) : addDays(month, chance.whole(4, 24));
    return {
      date,
      against: flow.account === '7000' ? accounts.depreciation : accounts.payables,
      entries: [{ account: flow.account, costCenter: flow.costCenter, text: flow.text, cents: cents(amount) }],
    };
  });
}

/** Money in and out: what was open at the start of the month, and the month's wages. */
function settlements(month: IsoDate, open: { receivables: number; payables: number }, wages: number): Voucher[] {
  const pay = (day: number, account: string, text: string, amount: number): Voucher => ({
    date: addDays(month, day),
    against: accounts.bank,
    entries: [{ account, costCenter: '', text, cents: amount }],
  });
  const vouchers = [
    pay(11, accounts.receivables, 'Customers, payments received', -open.receivables),
    pay(13, accounts.payables, 'Suppliers, payment run', open.payables),
    { ...pay(0, accounts.wages, 'Wages and social charges paid', wages), date: monthEnd(month) },
  ];
  return vouchers.filter((voucher) => voucher.entries.some((entry) => entry.cents !== 0));
}

function linesOf(voucher: Voucher, document: string): LedgerLine[] {
  const entries = voucher.entries.filter((entry) => entry.cents !== 0);
  const balance = entries.reduce((sum, entry) => sum + entry.cents, 0);
  const other: Entry = { account: voucher.against, costCenter: '', text: entries[0]?.text ?? '', cents: -balance };
  return [...entries, other].map((entry, index) => ({
    date: voucher.date,
    document,
    line: index + 1,
    account: entry.account,
    costCenter: entry.costCenter,
    text: entry.text,
    debitCents: Math.max(entry.cents, 0),
    creditCents: Math.max(-entry.cents, 0),
  }));
}

// What the vouchers book on a balance-sheet account, debit positive.
function sumAgainst(vouchers: readonly Voucher[], account: string): number {
  let sum = 0;
  for (const voucher of vouchers) if (voucher.against === account) for (const entry of voucher.entries) sum -= entry.cents;
  return sum;
}

/** The weeks of a month up to Friday, cut at the month's ends; posted on each one's last day. */
function weeksOf(month: IsoDate): { from: IsoDate; to: IsoDate }[] {
  const weeks: { from: IsoDate; to: IsoDate }[] = [];
  let from = month;
  for (const day of daysOfMonth(month)) {
    if (weekday(day) !== 5 && day !== monthEnd(month)) continue;
    weeks.push({ from, to: day });
    from = addDays(day, 1);
  }
  return weeks;
}

function cents(major: number): number {
  return Math.round(major * 100);
}
