/**
 * The formulas of maintenance. Times are integer milliseconds coming in and hours going out; every formula takes totals and divides last.
 * Work is told apart by its explicit type, never by whether it has a plan or a due date.
 */
import { ratio } from '../../kit/ratio.ts';

export const workTypes = ['corrective', 'emergency', 'preventive', 'predictive', 'inspection', 'calibration', 'modification', 'safety', 'other'] as const;

/** Status words of an order that still waits for work; `reopened` is open on the wire and counted apart. */
export const openStatuses = ['requested', 'open', 'reopened', 'inProgress', 'onHold'] as const;
/** Status words of an order that was carried out. */
export const doneStatuses = ['done', 'closed'] as const;

/** Work planned ahead. Corrective and emergency work isn't; `other` is neither, but counts among all hours. */
export const plannedTypes = ['preventive', 'predictive', 'inspection', 'calibration', 'modification', 'safety'] as const;

export const hourMs = 3_600_000;

/** Milliseconds as hours, full precision. */
export function hours(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / hourMs;
}

export interface OrderNature {
  type: string | null;
  status: string | null;
  downtimeMs: number | null;
}

/**
 * A failure is an emergency order, or a corrective order with downtime; cancelled ones are none. Planned work that stops a machine is
 * not a failure. Source: SMRP 3.5.1, EN 15341 “failure”; what counts is the house's own rule.
 */
export function isFailure({ type, status, downtimeMs }: OrderNature): boolean {
  if (status === 'cancelled') return false;
  return type === 'emergency' || (type === 'corrective' && (downtimeMs ?? 0) > 0);
}

/**
 * Mean time between failures, hours: operating time ÷ number of failures. Null with 0 failures (a machine that never failed has no MTBF,
 * least of all 0) or while operating time is unknown. Source: SMRP 3.5.1; worked example O-11: 10,000 h, 10 failures → 1,000 h.
 */
export function meanHoursBetweenFailures(operatingMs: number | null, failures: number): number | null {
  return ratio(hours(operatingMs), failures);
}

/**
 * Mean time to repair, hours: repair time ÷ repairs, over failures with a known repair time only; from the stop until the machine runs again.
 * Null with none. Source: SMRP 3.5.2; worked example O-11: with an MTBF of 1,000 h an MTTR of 5 h is an availability of 0.995.
 */
export function meanHoursToRepair(repairMs: number | null, repairs: number): number | null {
  return ratio(hours(repairMs), repairs);
}

export interface RepairTimes {
  downtimeMs: number | null;
  /** Completed − started; null when either is not known. */
  workedMs: number | null;
}

/** How long a failure took: its downtime, else from start to completion; null when neither is known, or the dates run backwards. */
export function repairTime({ downtimeMs, workedMs }: RepairTimes): number | null {
  if (downtimeMs !== null && downtimeMs > 0) return downtimeMs;
  return workedMs !== null && workedMs >= 0 ? workedMs : null;
}

/**
 * Preventive orders done by their due date ÷ preventive orders due in the period, ratio 0–1; the due day itself is on time. Undated and
 * cancelled orders are in neither. Null when nothing was due. Source: SMRP 5.4.14 option “by due date”; worked example O-9: 318 of 384 → 82.8 %.
 */
export function pmCompliance(onTime: number, due: number): number | null {
  return ratio(onTime, due);
}

/** Hours of planned work ÷ hours of all work with a type, ratio 0–1; null without hours. Source: SMRP 5.3.1, by hours. */
export function plannedRatio(plannedMs: number | null, classifiedMs: number | null): number | null {
  return classifiedMs === null ? null : ratio(plannedMs ?? 0, classifiedMs);
}

/** Hours on failures ÷ hours of all work with a type, ratio 0–1; null without hours. Source: glossary “reactive share”, SMRP 5.4.1. */
export function reactiveShare(failureMs: number | null, classifiedMs: number | null): number | null {
  return classifiedMs === null ? null : ratio(failureMs ?? 0, classifiedMs);
}

/** Backlog in weeks: estimated hours of open orders ÷ hours the crew can work in a week; null without a known capacity. Source: SMRP 5.4.9. */
export function backlogWeeks(backlogMs: number | null, weeklyCapacityMs: number | null): number | null {
  return ratio(backlogMs, weeklyCapacityMs);
}

export const ageBuckets = ['0–7', '8–30', '31–60', '61–90', '>90'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

/** The most days of each bucket but the last. */
export const ageLimits = [7, 30, 60, 90] as const;

/** The bucket of an age in whole days, as-of − created. Source: SMRP 5.4.6. */
export function ageBucket(days: number): AgeBucket {
  const index = ageLimits.findIndex((limit) => days <= limit);
  return ageBuckets[index] ?? '>90';
}

/** Sums of one group of orders; milliseconds and minor units, null where no order says. */
export interface OrderTotals {
  key: string;
  /** Orders whose day (created, else started, due, completed) lies in the range. */
  count: number;
  opened: number;
  completed: number;
  open: number;
  overdue: number;
  reopened: number;
  failures: number;
  repairs: number;
  repairMs: number | null;
  downtimeMs: number | null;
  operatingMs: number | null;
  pmDue: number;
  pmOnTime: number;
  plannedMs: number | null;
  failureMs: number | null;
  classifiedMs: number | null;
  estimatedMs: number | null;
  laborMs: number | null;
  costMinor: number | null;
  /** Estimated time of the open orders. */
  backlogMs: number | null;
  weeklyCapacityMs: number | null;
}

/** The figures of one group: hours, ratios 0–1. */
export interface OrderFigures {
  count: number;
  opened: number;
  completed: number;
  open: number;
  overdue: number;
  reopened: number;
  failures: number;
  downtimeHours: number | null;
  mtbfHours: number | null;
  mttrHours: number | null;
  pmDue: number;
  pmOnTime: number;
  pmComplianceRatio: number | null;
  plannedRatio: number | null;
  estimatedHours: number | null;
  laborHours: number | null;
  backlogWeeks: number | null;
}

export function orderFigures(totals: OrderTotals): OrderFigures {
  return {
    count: totals.count,
    opened: totals.opened,
    completed: totals.completed,
    open: totals.open,
    overdue: totals.overdue,
    reopened: totals.reopened,
    failures: totals.failures,
    downtimeHours: hours(totals.downtimeMs),
    mtbfHours: meanHoursBetweenFailures(totals.operatingMs, totals.failures),
    mttrHours: meanHoursToRepair(totals.repairMs, totals.repairs),
    pmDue: totals.pmDue,
    pmOnTime: totals.pmOnTime,
    pmComplianceRatio: pmCompliance(totals.pmOnTime, totals.pmDue),
    plannedRatio: plannedRatio(totals.plannedMs, totals.classifiedMs),
    estimatedHours: hours(totals.estimatedMs),
    laborHours: hours(totals.laborMs),
    backlogWeeks: backlogWeeks(totals.backlogMs, totals.weeklyCapacityMs),
  };
}
