/** What the plant expects to earn and spend in a month, before chance and story: the ground under budget and ledger alike. */
import { monthEnd, type IsoDate } from '../../shared/kit/iso-date.ts';
import { daysOfMonth, heating, isPeak, isWeekdayAtWork, monthsFrom, shiftsOf } from './calendar.ts';
import type { DemoInputs, Product } from './inputs.ts';
import { productOf, shiftMinutes, usualPerformance, type ProductionDay } from './production.ts';
import { overtimeFactor, people, shiftHours, type Timecard } from './staffing.ts';
import { laborRate, type WorkOrder } from './maintenance.ts';

/** What the simulated plant did; budget takes its quiet months as experience. */
export interface PlantHistory {
  production: readonly ProductionDay[];
  timecards: readonly Timecard[];
  orders: readonly WorkOrder[];
}

/** An amount on an account and cost center in major units, debit positive: revenue is negative. */
export interface Flow {
  account: string;
  costCenter: string;
  amount: number;
}

export const socialChargeRatio = 0.21;
export const scrapPrice = 1.15;
export const assembliesAccount = '4100';
export const partsAccount = '4000';

/** Share of the sales price that a product takes of each material. */
export const materialShares = [
  { account: '5000', costCenter: '1100', share: 0.24, text: 'Steel strip, coils' },
  { account: '5010', costCenter: '1300', share: 0.085, text: 'Fasteners and bushings' },
  { account: '5020', costCenter: '2300', share: 0.019, text: 'Cartons and pallets' },
  { account: '5030', costCenter: '1200', share: 0.016, text: 'Coating and degreaser' },
] as const;

/** Costs that hardly follow volume, a month. */
export const fixedFlows: readonly (Flow & { text: string; spread: number })[] = [
  { account: '6410', costCenter: '2100', amount: 52_000, text: 'Service contracts', spread: 0.02 },
  { account: '6420', costCenter: '2100', amount: 14_000, text: 'Hydraulic oil and grease', spread: 0.03 },
  { account: '6430', costCenter: '2400', amount: 41_000, text: 'Die repair and inserts', spread: 0.03 },
  { account: '7000', costCenter: '9000', amount: 185_000, text: 'Depreciation of machines and buildings', spread: 0 },
  { account: '7010', costCenter: '9000', amount: 62_000, text: 'Hall rent, forklift leasing', spread: 0 },
  { account: '7030', costCenter: '9000', amount: 21_000, text: 'Insurance', spread: 0 },
  { account: '7040', costCenter: '2200', amount: 12_000, text: 'Waste and coolant disposal', spread: 0.05 },
  { account: '7050', costCenter: '9000', amount: 26_000, text: 'Licenses, office supplies', spread: 0.03 },
  { account: '7060', costCenter: '9000', amount: 9_000, text: 'Training and travel', spread: 0.08 },
];

export const freightRatio = 0.021;
export const stockParts: Flow = { account: '6400', costCenter: '2100', amount: 34_000 };
export const energyShares = [
  { costCenter: '1100', share: 0.55 },
  { costCenter: '1200', share: 0.25 },
  { costCenter: '1300', share: 0.1 },
  { costCenter: '9000', share: 0.1 },
] as const;

/** Energy of a month: electricity follows the shifts worked, gas the cold. */
export function energyFlows(inputs: DemoInputs, month: IsoDate): { account: string; amount: number }[] {
  const shifts = shiftsWorked(inputs, month);
  return [
    { account: '6200', amount: 48_000 + 170 * shifts },
    { account: '6210', amount: 11_000 + 58_000 * heating(month) },
    { account: '6220', amount: 3_900 },
  ];
}

export function shiftsWorked(inputs: DemoInputs, month: IsoDate): number {
  let count = 0;
  for (const day of daysOfMonth(month)) for (const line of inputs.plant.lines) count += shiftsOf(inputs, line, day).length;
  return count;
}

export function costCenterOfLine(inputs: DemoInputs, line: string): string {
  const department = inputs.plant.lines.find((entry) => entry.code === line)?.department;
  return inputs.plant.departments.find((entry) => entry.name === department)?.costCenter ?? '2100';
}

export function salesAccount(product: Product): string {
  return product.code.startsWith('AS-') ? assembliesAccount : partsAccount;
}

/** The day the parts of an order are booked, or null while they are not. */
export function partsBookedOn(order: WorkOrder): IsoDate | null {
  return order.parts > 0 && !order.cancelled ? ((order.completed ?? order.started)?.slice(0, 10) ?? null) : null;
}

/** Cost of an order as the maintenance system shows it, major units: labor at the shop's rate plus parts. */
export function orderCost(order: WorkOrder): number {
  return Math.round((order.laborHours * laborRate + order.parts) * 100) / 100;
}

/** Everything expected of a month, without the story. */
export function expectedFlows(inputs: DemoInputs, experience: Experience, month: IsoDate): Flow[] {
  const sales = expectedSales(inputs, month);
  const revenue = sales.reduce((sum, sale) => sum + sale.amount, 0);
  const flows: Flow[] = sales.map((sale) => ({ account: sale.account, costCenter: '9000', amount: -sale.amount }));
  flows.push({ account: '4900', costCenter: '9000', amount: -expectedScrap(inputs, month) * scrapPrice });
  for (const material of materialShares) flows.push({ account: material.account, costCenter: material.costCenter, amount: revenue * material.share });
  flows.push({ account: '7020', costCenter: '2300', amount: revenue * freightRatio });
  for (const energy of energyFlows(inputs, month)) {
    for (const { costCenter, share } of energyShares) flows.push({ account: energy.account, costCenter, amount: energy.amount * share });
  }
  flows.push(...fixedFlows.map(({ account, costCenter, amount }) => ({ account, costCenter, amount })), stockParts);
  flows.push(...expectedLabor(inputs, experience, month), ...experience.parts);
  return flows;
}

function expectedSales(inputs: DemoInputs, month: IsoDate): { account: string; amount: number }[] {
  const amounts = new Map<string, number>();
  for (const day of daysOfMonth(month)) {
    for (const line of inputs.plant.lines) {
      const product = productOf(inputs, line, day);
      const units = shiftsOf(inputs, line, day).length * unitsOfShift(inputs, { line, product, day }) * (1 - line.scrapRatio - 0.005);
      amounts.set(salesAccount(product), (amounts.get(salesAccount(product)) ?? 0) + units * product.price);
    }
  }
  return [...amounts].map(([account, amount]) => ({ account, amount }));
}

function expectedScrap(inputs: DemoInputs, month: IsoDate): number {
  let scrap = 0;
  for (const day of daysOfMonth(month)) {
    for (const line of inputs.plant.lines) {
      const product = productOf(inputs, line, day);
      scrap += shiftsOf(inputs, line, day).length * unitsOfShift(inputs, { line, product, day }) * line.scrapRatio;
    }
  }
  return scrap;
}

function unitsOfShift(inputs: DemoInputs, at: { line: DemoInputs['plant']['lines'][number]; product: Product; day: IsoDate }): number {
  const stopped = at.line.stopMinutes * (isPeak(inputs, at.day) ? 0.94 : 1);
  return (((shiftMinutes - stopped) * 60) / at.product.idealCycleSeconds) * usualPerformance;
}

function expectedLabor(inputs: DemoInputs, experience: Experience, month: IsoDate): Flow[] {
  const staff = people(inputs);
  const workdays = daysOfMonth(month).filter((day) => isWeekdayAtWork(inputs, day)).length;
  return inputs.plant.departments.flatMap((department) => {
    const hours = staff.filter((person) => person.department === department).length * workdays * shiftHours;
    const wages = hours * department.hourlyRate;
    const share = experience.overtime.get(overtimeKey(department.name, isPeak(inputs, month))) ?? 0;
    const overtime = hours * share * department.hourlyRate * overtimeFactor;
    return [
      { account: department.direct ? '6000' : '6020', costCenter: department.costCenter, amount: wages },
      { account: '6010', costCenter: department.costCenter, amount: overtime },
      { account: '6030', costCenter: department.costCenter, amount: (wages + overtime) * socialChargeRatio },
    ];
  });
}

/** What the quiet months before the story teach: overtime by department and season, repair parts a month by cost center. */
export interface Experience {
  /** Overtime hours over planned hours, by `${department}/${peak}`. */
  overtime: Map<string, number>;
  parts: Flow[];
}

export function experienceOf(inputs: DemoInputs, history: PlantHistory): Experience {
  const until = inputs.story.failingPress.from;
  const hours = new Map<string, { planned: number; overtime: number }>();
  for (const card of history.timecards) {
    if (card.date >= until) break; // cards come in order of their days
    const key = overtimeKey(card.person.department.name, isPeak(inputs, card.date));
    const sums = hours.get(key) ?? { planned: 0, overtime: 0 };
    sums.planned += card.plannedHours;
    sums.overtime += card.overtimeHours;
    hours.set(key, sums);
  }
  return {
    overtime: new Map([...hours].map(([key, sums]) => [key, sums.planned === 0 ? 0 : sums.overtime / sums.planned])),
    parts: usualParts(inputs, history, until),
  };
}

function overtimeKey(department: string, peak: boolean): string {
  return `${department}/${peak ? 'peak' : 'low'}`;
}

function usualParts(inputs: DemoInputs, history: PlantHistory, until: IsoDate): Flow[] {
  const months = monthsFrom(inputs.plant.from, inputs.plant.to).filter((month) => monthEnd(month) < until).length;
  const sums = new Map<string, number>();
  for (const order of history.orders) {
    const day = partsBookedOn(order);
    if (day === null || day >= until) continue;
    const costCenter = costCenterOfLine(inputs, order.asset.line);
    sums.set(costCenter, (sums.get(costCenter) ?? 0) + order.parts);
  }
  return [...sums].sort().map(([costCenter, amount]) => ({ account: '6400', costCenter, amount: amount / Math.max(1, months) }));
}
