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

/** What a day is to everybody: worked out once, not for each person. */
interface Workday {
  date: IsoDate;
  peak: boolean;
  wear: number;
  /** Chance that a person's absence starts. */
  absence: number;
  week: number;
  shifts: string[];
}

export function timecards(inputs: DemoInputs): Timecard[] {
  const chance = chanceOf(inputs.plant.seed, 'timecards');
  const staff = people(inputs);
  const away = new Map<string, IsoDate>(); // employee → last day of an absence
  const cards: Timecard[] = [];
  for (const date of daysFrom(inputs.plant.from, inputs.plant.to)) {
    const atWork = isWeekdayAtWork(inputs, date);
    if (!atWork && !(weekday(date) === 6 && isPeak(inputs, date))) continue;
    const day = workdayOf(inputs, date);
    if (atWork) for (const person of staff) cards.push(weekdayCard(inputs, chance, { person, day, away }));
    else cards.push(...saturdayCards(chance, staff, day));
  }
  return cards;
}

function workdayOf(inputs: DemoInputs, date: IsoDate): Workday {
  const month = parts(date)[1];
  const absence = (month <= 2 ? 0.019 : month === 12 ? 0.016 : 0.0125) * (weekday(date) === 1 ? 1.3 : 0.95);
  return {
    date,
    peak: isPeak(inputs, date),
    wear: wear(inputs, date),
    absence,
    week: Number(isoWeek(date).slice(6)),
    shifts: inputs.plant.shifts.map((shift) => shift.code),
  };
}

function weekdayCard(inputs: DemoInputs, chance: Chance, at: { person: Person; day: Workday; away: Map<string, IsoDate> }): Timecard {
  const { person, day, away } = at;
  if ((away.get(person.employee) ?? '') < day.date && chance.happens(day.absence)) away.set(person.employee, addDays(day.date, chance.whole(0, 5)));
  const absent = (away.get(person.employee) ?? '') >= day.date;
  return card(person, {
    date: day.date,
    shift: shiftOf(person, day),
    plannedHours: shiftHours,
    regularHours: absent ? 0 : shiftHours,
    overtimeHours: absent ? 0 : overtimeOf(inputs, chance, { person, day }),
    absenceHours: absent ? shiftHours : 0,
  });
}

// The peak's Saturdays are worked as overtime by a part of each crew.
function saturdayCards(chance: Chance, staff: readonly Person[], day: Workday): Timecard[] {
  return staff
    .filter((person) => person.line !== '' && chance.happens(0.1))
    .map((person) => card(person, { date: day.date, shift: shiftOf(person, day), plannedHours: 0, regularHours: 0, overtimeHours: 6, absenceHours: 0 }));
}

function overtimeOf(inputs: DemoInputs, chance: Chance, at: { person: Person; day: Workday }): number {
  const { person, day } = at;
  const failing = inputs.story.failingPress;
  // Lost output is made up on the other presses, and the mechanics stay with the failing one.
  const called = person.line === failing.line ? 0.5 : person.department.name === 'Maintenance' ? 0.75 : person.department.name === 'Pressing' ? 0.12 : 0;
  const extra = called * day.wear * failing.overtimeShare;
  if (!chance.happens(Math.min(0.9, (day.peak ? 0.18 : 0.12) + extra))) return 0;
  return chance.whole(2, extra > 0 && chance.happens(extra) ? 8 : 5) / 2;
}

function shiftOf(person: Person, day: Workday): string {
  return cycle(day.shifts, person.department.name === 'Administration' ? 0 : person.crew + day.week);
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
