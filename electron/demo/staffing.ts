/** The people of the demo plant (invented, every one) and their hours. */
import { addDays, isoWeek, parts, weekday, type IsoDate } from '../../shared/kit/iso-date.ts';
import { chanceOf, type Chance } from './chance.ts';
import { daysFrom, isPeak, isWeekdayAtWork, wear } from './calendar.ts';
import type { Department, DemoInputs } from './inputs.ts';

export interface Person {
  employee: string;
  name: string;
  department: Department;
  line: string; // '' outside production
  role: string;
  /** Crews turn through the shifts week by week; the office stays on the first. */
  crew: number;
}

export interface Timecard {
  person: Person;
  date: IsoDate;
  shift: string;
  plannedHours: number;
  regularHours: number;
  overtimeHours: number;
  absenceHours: number;
  laborCost: number; // major units, two decimals
}

export const shiftHours = 8;
export const overtimeFactor = 1.5;

export function people(inputs: DemoInputs): Person[] {
  const { given, family } = inputs.names;
  const staff: Person[] = [];
  for (const department of inputs.plant.departments) {
    const lines = inputs.plant.lines.filter((line) => line.department === department.name);
    for (let number = 0; number < department.people; number += 1) {
      const index = staff.length;
      staff.push({
        employee: `E${String(1001 + index)}`,
        name: `${cycle(given, index)} ${cycle(family, index * 7 + Math.floor(index / given.length))}`,
        department,
        line: lines.length > 0 ? cycle(lines, number).code : '',
        role: cycle(department.roles, number),
        crew: department.name === 'Administration' ? 0 : number % inputs.plant.shifts.length,
      });
    }
  }
  return staff;
}

export function timecards(inputs: DemoInputs): Timecard[] {
  const chance = chanceOf(inputs.plant.seed, 'timecards');
  const staff = people(inputs);
  const away = new Map<string, IsoDate>(); // employee → last day of an absence
  const cards: Timecard[] = [];
  for (const date of daysFrom(inputs.plant.from, inputs.plant.to)) {
    if (isWeekdayAtWork(inputs, date)) for (const person of staff) cards.push(weekdayCard(inputs, chance, { person, date, away }));
    else if (weekday(date) === 6 && isPeak(inputs, date)) cards.push(...saturdayCards(inputs, chance, { staff, date }));
  }
  return cards;
}

function weekdayCard(inputs: DemoInputs, chance: Chance, at: { person: Person; date: IsoDate; away: Map<string, IsoDate> }): Timecard {
  const { person, date, away } = at;
  if ((away.get(person.employee) ?? '') < date && chance.happens(absenceStart(date))) away.set(person.employee, addDays(date, chance.whole(0, 5)));
  const absent = (away.get(person.employee) ?? '') >= date;
  const overtime = absent ? 0 : overtimeOf(inputs, chance, { person, date });
  return card(person, {
    date,
    shift: shiftOf(inputs, person, date),
    plannedHours: shiftHours,
    regularHours: absent ? 0 : shiftHours,
    overtimeHours: overtime,
    absenceHours: absent ? shiftHours : 0,
  });
}

// The peak's Saturdays are worked as overtime by a part of each crew.
function saturdayCards(inputs: DemoInputs, chance: Chance, at: { staff: readonly Person[]; date: IsoDate }): Timecard[] {
  return at.staff
    .filter((person) => person.line !== '' && chance.happens(0.1))
    .map((person) =>
      card(person, { date: at.date, shift: shiftOf(inputs, person, at.date), plannedHours: 0, regularHours: 0, overtimeHours: 6, absenceHours: 0 }),
    );
}

function overtimeOf(inputs: DemoInputs, chance: Chance, at: { person: Person; date: IsoDate }): number {
  const { person, date } = at;
  const failing = inputs.story.failingPress;
  // Lost output is made up on the other presses, and the mechanics stay with the failing one.
  const called = person.line === failing.line ? 0.5 : person.department.name === 'Maintenance' ? 0.75 : person.department.name === 'Pressing' ? 0.12 : 0;
  const extra = called * wear(inputs, date) * (failing.overtimeHoursPerDay / 26);
  const usual = isPeak(inputs, date) ? 0.18 : 0.12;
  if (!chance.happens(Math.min(0.9, usual + extra))) return 0;
  return chance.whole(2, extra > 0 && chance.happens(extra) ? 8 : 5) / 2;
}

function absenceStart(date: IsoDate): number {
  const month = parts(date)[1];
  return (month <= 2 ? 0.019 : month === 12 ? 0.016 : 0.0125) * (weekday(date) === 1 ? 1.3 : 0.95);
}

function shiftOf(inputs: DemoInputs, person: Person, date: IsoDate): string {
  const codes = inputs.plant.shifts.map((shift) => shift.code);
  if (person.department.name === 'Administration') return cycle(codes, 0);
  return cycle(codes, person.crew + Number(isoWeek(date).slice(6)));
}

function card(person: Person, hours: Omit<Timecard, 'person' | 'laborCost'>): Timecard {
  const rate = person.department.hourlyRate;
  const paid = (hours.regularHours + hours.absenceHours) * rate + hours.overtimeHours * rate * overtimeFactor;
  return { person, ...hours, laborCost: Math.round(paid * 100) / 100 };
}

function cycle<T>(list: readonly T[], index: number): T {
  const entry = list[index % list.length];
  if (entry === undefined) throw new RangeError('nothing to choose from');
  return entry;
}
