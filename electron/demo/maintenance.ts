/** The asset register and the work orders: planned rounds, everyday faults, and the breakdowns that production saw. */
import { addDays, daysBetween, type IsoDate } from '../../shared/kit/iso-date.ts';
import { chanceOf, type Chance } from './chance.ts';
import { daysFrom, isWeekdayAtWork, wear } from './calendar.ts';
import { named, type DemoInputs } from './inputs.ts';
import type { ProductionDay, Stop } from './production.ts';

export interface Asset {
  asset: string;
  name: string;
  parent: string;
  line: string; // '' for utilities
  category: string;
  criticality: string;
}

export interface WorkOrder {
  order: string;
  title: string;
  type: 'Corrective' | 'Emergency' | 'Preventive' | 'Inspection' | 'Safety';
  priority: 'Low' | 'Medium' | 'High' | 'Critical';
  asset: Asset;
  craft: 'Mechanical' | 'Electrical';
  crew: string;
  created: string; // local clock
  dueDate: IsoDate;
  started: string | null;
  completed: string | null;
  cancelled: boolean;
  waiting: boolean; // for parts, once started
  estimatedHours: number;
  laborHours: number;
  downtimeMinutes: number;
  /** Parts only, major units; the order's cost adds its labor. */
  parts: number;
  partName: string;
}

export const laborRate = 42;

const components = ['Main drive', 'Hydraulic unit', 'Feeder', 'Control cabinet', 'Guarding', 'Lubrication system', 'Extraction'];
const utilities = [
  'Compressor 1',
  'Compressor 2',
  'Cooling tower',
  'Boiler',
  'Crane 1',
  'Crane 2',
  'Forklift 1',
  'Forklift 2',
  'Forklift 3',
  'Water treatment',
];
const faults = [
  'Oil leak',
  'Loose sensor',
  'Noisy bearing',
  'Worn belt',
  'Sticking valve',
  'Broken limit switch',
  'Air leak',
  'Overheating',
  'Damaged cable',
  'Blocked filter',
];

export function assets(inputs: DemoInputs): Asset[] {
  const register: Asset[] = [];
  for (const line of inputs.plant.lines) {
    const main = `${line.assetPrefix}-00`;
    register.push({ asset: main, name: line.code, parent: '', line: line.code, category: 'Production machine', criticality: 'A' });
    components.forEach((component, index) => {
      const asset = `${line.assetPrefix}-${String(index + 1).padStart(2, '0')}`;
      register.push({
        asset,
        name: `${line.code} ${component.toLowerCase()}`,
        parent: main,
        line: line.code,
        category: component,
        criticality: index < 2 ? 'A' : 'B',
      });
    });
  }
  utilities.forEach((name, index) => {
    register.push({ asset: `UT-${String(index + 1).padStart(2, '0')}`, name, parent: '', line: '', category: 'Utility', criticality: index < 4 ? 'A' : 'C' });
  });
  return register;
}

/** All orders of the range by creation, numbered in that order. */
export function workOrders(inputs: DemoInputs, production: readonly ProductionDay[]): WorkOrder[] {
  const register = assets(inputs);
  const orders = [...plannedOrders(inputs, register), ...everydayOrders(inputs, register), ...breakdownOrders(inputs, register, production)];
  orders.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : a.asset.asset < b.asset.asset ? -1 : 1));
  return orders.map((order, index) => ({ ...order, order: `WO-${String(10_001 + index)}` }));
}

/** The status word an export on the evening of a day would show; null when the order was not yet there. */
export function statusOn(order: WorkOrder, day: IsoDate): string | null {
  if (order.created.slice(0, 10) > day) return null;
  if (order.cancelled) return 'Cancelled';
  if (order.completed !== null && order.completed.slice(0, 10) <= day) return daysBetween(order.completed.slice(0, 10), day) < 5 ? 'Done' : 'Closed';
  if (order.started !== null && order.started.slice(0, 10) <= day) return order.waiting ? 'On hold' : 'In progress';
  return order.priority === 'Low' && daysBetween(order.created.slice(0, 10), day) < 3 ? 'Requested' : 'Open';
}

function plannedOrders(inputs: DemoInputs, register: readonly Asset[]): WorkOrder[] {
  const chance = chanceOf(inputs.plant.seed, 'planned orders');
  const orders: WorkOrder[] = [];
  for (const asset of register) {
    const everyDays = asset.criticality === 'A' ? 28 : asset.criticality === 'B' ? 56 : 84;
    for (let due = addDays(inputs.plant.from, chance.whole(3, everyDays)); due <= addDays(inputs.plant.to, 14); due = addDays(due, everyDays)) {
      const created = addDays(due, -14);
      if (created < inputs.plant.from) continue;
      const inspection = asset.category === 'Guarding' || asset.name.startsWith('Crane');
      // The failing press takes the mechanics' time: planned rounds slip.
      const late = chance.happens(0.05 + 0.16 * wear(inputs, due));
      const completedOn = workday(inputs, addDays(due, late ? chance.whole(2, 16) : -chance.whole(0, 6)));
      const hours = quarter(chance.between(0.75, 3.5));
      orders.push({
        ...blank(asset, chance),
        title: `${inspection ? 'Safety inspection' : 'Service round'} ${asset.name}`,
        type: inspection ? 'Inspection' : 'Preventive',
        priority: 'Medium',
        created: `${created}T06:00`,
        dueDate: due,
        ...worked(inputs, { on: completedOn, clock: '13:30', startedDaysBefore: 0 }),
        estimatedHours: hours,
        laborHours: quarter(hours * chance.around(0.15)),
        parts: cents(chance.between(8, 65)),
        partName: 'filters and grease',
      });
    }
  }
  return orders;
}

function everydayOrders(inputs: DemoInputs, register: readonly Asset[]): WorkOrder[] {
  const chance = chanceOf(inputs.plant.seed, 'everyday orders');
  const orders: WorkOrder[] = [];
  for (const day of daysFrom(inputs.plant.from, inputs.plant.to)) {
    if (!isWeekdayAtWork(inputs, day)) continue;
    const count = chance.whole(0, 3);
    for (let number = 0; number < count; number += 1) {
      const asset = chance.pick(register);
      const fault = chance.pick(faults);
      const priority = chance.pick(['Low', 'Low', 'Medium', 'Medium', 'High'] as const);
      const allowed = priority === 'High' ? 3 : priority === 'Medium' ? 10 : 28;
      const took = chance.happens(0.06) ? chance.whole(35, 120) : Math.round(allowed * chance.between(0.2, 1.25) * (1 + 0.5 * wear(inputs, day)));
      const hours = quarter(chance.between(0.5, 5));
      orders.push({
        ...blank(asset, chance),
        title: `${fault}, ${asset.name}`,
        type: asset.category === 'Guarding' ? 'Safety' : 'Corrective',
        priority,
        created: `${day}T${String(chance.whole(6, 21)).padStart(2, '0')}:${chance.pick(['05', '20', '40', '55'])}`,
        dueDate: workday(inputs, addDays(day, allowed)),
        ...worked(inputs, { on: workday(inputs, addDays(day, Math.max(1, took))), clock: '15:10', startedDaysBefore: chance.whole(0, 2) }),
        cancelled: chance.happens(0.015),
        waiting: chance.happens(0.3),
        estimatedHours: hours,
        laborHours: quarter(hours * chance.around(0.25)),
        parts: cents(chance.happens(0.65) ? chance.between(35, 1650) : 0),
        partName: `${fault.toLowerCase()} repair kit`,
      });
    }
  }
  return orders;
}

function breakdownOrders(inputs: DemoInputs, register: readonly Asset[], production: readonly ProductionDay[]): WorkOrder[] {
  const chance = chanceOf(inputs.plant.seed, 'breakdown orders');
  const orders: WorkOrder[] = [];
  for (const day of production) for (const stop of day.stops) if (stop.breakdown) orders.push(breakdownOrder(inputs, chance, { register, stop }));
  return orders;
}

function breakdownOrder(inputs: DemoInputs, chance: Chance, at: { register: readonly Asset[]; stop: Stop }): WorkOrder {
  const { stop } = at;
  const category = stop.reason === 'Hydraulic fault' ? 'Hydraulic unit' : 'Main drive';
  const asset = named(at.register, (entry) => entry.line === stop.line && entry.category === category, `${category} of ${stop.line}`);
  const failing = inputs.story.failingPress;
  const partOfStory = stop.line === failing.line && stop.start.slice(0, 10) >= failing.from;
  const hours = quarter((stop.minutes / 60) * chance.between(1.4, 2.2));
  return {
    ...blank(asset, chance),
    title: `${stop.reason}, ${stop.line}`,
    type: stop.minutes >= 90 ? 'Emergency' : 'Corrective',
    priority: stop.minutes >= 90 ? 'Critical' : 'High',
    created: stop.start,
    dueDate: addDays(stop.start.slice(0, 10), 1),
    started: stop.start,
    completed: stop.end,
    estimatedHours: quarter(stop.minutes / 60),
    laborHours: hours,
    downtimeMinutes: stop.minutes,
    parts: cents(partOfStory ? chance.between(failing.partsCost[0], failing.partsCost[1]) : chance.between(90, 700)),
    partName: partOfStory ? chance.pick(failing.parts) : 'seals and hoses',
  };
}

function blank(
  asset: Asset,
  chance: Chance,
): Omit<WorkOrder, 'title' | 'type' | 'priority' | 'created' | 'dueDate' | 'estimatedHours' | 'laborHours' | 'parts' | 'partName'> {
  const electrical = asset.category === 'Control cabinet' || (asset.category === 'Utility' && chance.happens(0.4));
  return {
    order: '',
    asset,
    craft: electrical ? 'Electrical' : 'Mechanical',
    crew: `Crew ${chance.pick(['A', 'B', 'C'])}`,
    started: null,
    completed: null,
    cancelled: false,
    waiting: false,
    downtimeMinutes: 0,
  };
}

function worked(inputs: DemoInputs, at: { on: IsoDate; clock: string; startedDaysBefore: number }): { started: string | null; completed: string | null } {
  const started = addDays(at.on, -at.startedDaysBefore);
  return {
    started: started <= inputs.plant.to ? `${started}T08:00` : null,
    completed: at.on <= inputs.plant.to ? `${at.on}T${at.clock}` : null,
  };
}

function workday(inputs: DemoInputs, day: IsoDate): IsoDate {
  let found = day;
  while (!isWeekdayAtWork(inputs, found)) found = addDays(found, 1);
  return found;
}

function quarter(hours: number): number {
  return Math.max(0.25, Math.round(hours * 4) / 4);
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
