/** What each line makes in each shift, and the stops behind it. */
import { addDays, isoWeek, type IsoDate } from '../../shared/kit/iso-date.ts';
import { chanceOf, type Chance } from './chance.ts';
import { daysFrom, isPeak, shiftsOf, wear } from './calendar.ts';
import { named, type DemoInputs, type Line, type Product } from './inputs.ts';

export interface OutputRow {
  date: IsoDate;
  shift: string;
  line: string;
  product: Product;
  target: number;
  good: number;
  scrap: number;
  rework: number;
  plannedMinutes: number;
  runMinutes: number;
  stopMinutes: number;
}

export interface Stop {
  line: string;
  shift: string;
  /** Local clock, YYYY-MM-DDTHH:MM. */
  start: string;
  end: string;
  minutes: number;
  reason: string;
  /** A breakdown that a work order was written for. */
  breakdown: boolean;
}

export interface ProductionDay {
  date: IsoDate;
  output: OutputRow[];
  stops: Stop[];
}

/** A shift of eight hours less the breaks. */
export const shiftMinutes = 450;
const targetRatio = 0.8;
/** Speed against the ideal while running. */
export const usualPerformance = 0.905;

export function productionDays(inputs: DemoInputs): ProductionDay[] {
  const chance = chanceOf(inputs.plant.seed, 'production');
  const days: ProductionDay[] = [];
  for (const date of daysFrom(inputs.plant.from, inputs.plant.to)) {
    const day: ProductionDay = { date, output: [], stops: [] };
    for (const line of inputs.plant.lines) {
      for (const shift of shiftsOf(inputs, line, date)) makeShift(inputs, chance, { day, line, shift });
    }
    if (day.output.length > 0) days.push(day);
  }
  return days;
}

/** The product a line is set up for: it changes with the calendar week. */
export function productOf(inputs: DemoInputs, line: Line, date: IsoDate): Product {
  const week = Number(isoWeek(date).slice(6));
  const code = line.products[(week + line.code.length) % line.products.length];
  return named(inputs.plant.products, (product) => product.code === code, `product of ${line.code}`);
}

function makeShift(inputs: DemoInputs, chance: Chance, at: { day: ProductionDay; line: Line; shift: string }): void {
  const { day, line, shift } = at;
  const stops = stopsOf(inputs, chance, at);
  day.stops.push(...stops);
  const stopped = stops.reduce((sum, stop) => sum + stop.minutes, 0);
  const first = productOf(inputs, line, day.date);
  const second = productOf(inputs, line, addDays(day.date, 7));
  const changed = second.code !== first.code && stops.some((stop) => stop.reason === 'Changeover') && chance.happens(0.35);
  if (!changed) {
    day.output.push(row(chance, { date: day.date, shift, line, product: first, planned: shiftMinutes, stopped }));
    return;
  }
  const split = chance.whole(12, 33) * 10;
  const before = Math.round((stopped * split) / shiftMinutes);
  day.output.push(row(chance, { date: day.date, shift, line, product: first, planned: split, stopped: before }));
  day.output.push(row(chance, { date: day.date, shift, line, product: second, planned: shiftMinutes - split, stopped: stopped - before }));
}

interface RowSetting {
  date: IsoDate;
  shift: string;
  line: Line;
  product: Product;
  planned: number;
  stopped: number;
}

function row(chance: Chance, setting: RowSetting): OutputRow {
  const { line, product, planned } = setting;
  const stopMinutes = Math.min(setting.stopped, planned);
  const runMinutes = planned - stopMinutes;
  const total = Math.floor(((runMinutes * 60) / product.idealCycleSeconds) * usualPerformance * chance.around(0.022));
  const scrap = Math.round(total * line.scrapRatio * chance.around(0.3));
  const rework = Math.round(total * 0.005 * chance.around(0.4));
  const target = Math.round((planned * 60 * targetRatio) / product.idealCycleSeconds / 5) * 5;
  return {
    date: setting.date,
    shift: setting.shift,
    line: line.code,
    product,
    target,
    good: total - scrap - rework,
    scrap,
    rework,
    plannedMinutes: planned,
    runMinutes,
    stopMinutes,
  };
}

function stopsOf(inputs: DemoInputs, chance: Chance, at: { day: ProductionDay; line: Line; shift: string }): Stop[] {
  const { line, shift } = at;
  const found: { minutes: number; reason: string; breakdown: boolean }[] = [];
  const wanted = line.stopMinutes * chance.around(0.3) * (isPeak(inputs, at.day.date) ? 0.94 : 1);
  let sum = 0;
  while (sum < wanted - 4) {
    const cause = reasonOf(inputs, chance);
    const minutes = Math.min(chance.whole(cause.minutes[0], cause.minutes[1]), Math.max(4, Math.round(wanted - sum)));
    found.push({ minutes, reason: cause.reason, breakdown: cause.reason === 'Hydraulic fault' && minutes >= 40 });
    sum += minutes;
  }
  const failing = inputs.story.failingPress;
  if (line.code === failing.line && chance.happens(failing.breakdownsPerShift * wear(inputs, at.day.date))) {
    const [shortest, longest] = failing.breakdownMinutes;
    const minutes = Math.min(chance.whole(shortest, longest), shiftMinutes - sum - 30);
    if (minutes > 0) found.push({ minutes, reason: chance.pick(failing.reasons), breakdown: true });
  }
  return placed(inputs, found, { date: at.day.date, line: line.code, shift });
}

function reasonOf(inputs: DemoInputs, chance: Chance): DemoInputs['plant']['stopReasons'][number] {
  const reasons = inputs.plant.stopReasons;
  let left = chance.unit() * reasons.reduce((sum, reason) => sum + reason.weight, 0);
  for (const reason of reasons) {
    left -= reason.weight;
    if (left < 0) return reason;
  }
  throw new RangeError('the weights of the stop reasons do not add up');
}

// Spreads the stops over the shift in turn, so that no two overlap and none runs past its end.
function placed(
  inputs: DemoInputs,
  found: { minutes: number; reason: string; breakdown: boolean }[],
  at: { date: IsoDate; line: string; shift: string },
): Stop[] {
  const shift = named(inputs.plant.shifts, (entry) => entry.code === at.shift, `shift ${at.shift}`);
  const startMinute = Number(shift.start.slice(0, 2)) * 60 + Number(shift.start.slice(3));
  const idle = shiftMinutes - found.reduce((sum, stop) => sum + stop.minutes, 0);
  const gap = Math.max(0, Math.floor(idle / (found.length + 1)));
  let minute = startMinute;
  return found.map((stop) => {
    minute += gap;
    const start = clock(at.date, minute);
    minute += stop.minutes;
    return { line: at.line, shift: at.shift, start, end: clock(at.date, minute), ...stop };
  });
}

/** Minutes after a day's midnight as local clock; past midnight it is the next day. */
export function clock(date: IsoDate, minute: number): string {
  const day = addDays(date, Math.floor(minute / 1440));
  const rest = minute % 1440;
  return `${day}T${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
}
