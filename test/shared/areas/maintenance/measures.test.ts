import { describe, expect, it } from 'vitest';
import {
  ageBucket,
  backlogWeeks,
  hourMs,
  hours,
  isFailure,
  meanHoursBetweenFailures,
  meanHoursToRepair,
  pmCompliance,
  plannedRatio,
  reactiveShare,
  repairTime,
} from '../../../../shared/areas/maintenance/measures.ts';

type Check<F> = (formula: F) => boolean;
const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

const checks = {
  // worked example O-11: 10,000 h and 10 failures → 1,000 h; never failed → not defined, rather than 0
  mtbf: ((f) => f(10_000 * hourMs, 10) === 1_000 && f(10_000 * hourMs, 0) === null && f(null, 3) === null) satisfies Check<typeof meanHoursBetweenFailures>,
  // worked example O-11: MTTR 5 h beside an MTBF of 1,000 h gives an availability of 0.995
  mttr: ((f) => {
    const mttr = f(50 * hourMs, 10);
    return mttr === 5 && Math.abs(1_000 / (1_000 + mttr) - 0.995) < 1e-4 && f(0, 0) === null && f(null, 0) === null;
  }) satisfies Check<typeof meanHoursToRepair>,
  // worked example O-9: 384 PMs due, 318 on time → 82.8 %
  compliance: ((f) => near(f(318, 384), 0.828125) && (f(318, 384) ?? 0).toFixed(3) === '0.828' && f(0, 0) === null && f(0, 5) === 0) satisfies Check<
    typeof pmCompliance
  >,
  planned: ((f) => f(30, 40) === 0.75 && f(null, 40) === 0 && f(null, null) === null && f(0, 0) === null) satisfies Check<typeof plannedRatio>,
  reactive: ((f) => f(30, 120) === 0.25 && f(null, 40) === 0 && f(5, null) === null) satisfies Check<typeof reactiveShare>,
  backlog: ((f) => f(224 * hourMs, 40 * hourMs) === 5.6 && f(100, null) === null && f(null, 40) === null && f(100, 0) === null) satisfies Check<
    typeof backlogWeeks
  >,
  failure: ((f) =>
    f({ type: 'emergency', status: 'open', downtimeMs: null }) &&
    f({ type: 'corrective', status: 'closed', downtimeMs: 1 }) &&
    !f({ type: 'corrective', status: 'closed', downtimeMs: 0 }) &&
    !f({ type: 'corrective', status: 'closed', downtimeMs: null }) &&
    !f({ type: 'preventive', status: 'closed', downtimeMs: 60 }) &&
    !f({ type: 'emergency', status: 'cancelled', downtimeMs: 60 }) &&
    !f({ type: null, status: null, downtimeMs: 60 })) satisfies Check<typeof isFailure>,
  repair: ((f) =>
    f({ downtimeMs: 5, workedMs: 9 }) === 5 &&
    f({ downtimeMs: null, workedMs: 9 }) === 9 &&
    f({ downtimeMs: 0, workedMs: 9 }) === 9 &&
    f({ downtimeMs: null, workedMs: -1 }) === null &&
    f({ downtimeMs: null, workedMs: null }) === null) satisfies Check<typeof repairTime>,
  age: ((f) => [0, 7, 8, 30, 31, 60, 61, 90, 91].map(f).join() === '0–7,0–7,8–30,8–30,31–60,31–60,61–90,61–90,>90') satisfies Check<typeof ageBucket>,
};

describe('maintenance formulas', () => {
  it('give the worked examples', () => {
    expect([
      checks.mtbf(meanHoursBetweenFailures),
      checks.mttr(meanHoursToRepair),
      checks.compliance(pmCompliance),
      checks.planned(plannedRatio),
      checks.reactive(reactiveShare),
      checks.backlog(backlogWeeks),
      checks.failure(isFailure),
      checks.repair(repairTime),
      checks.age(ageBucket),
    ]).toEqual([true, true, true, true, true, true, true, true, true]);
    expect([hours(5_400_000), hours(null)]).toEqual([1.5, null]);
  });
});

describe('the checks notice a changed formula', () => {
  it.each<[string, boolean]>([
    ['MTBF with failures + 1 (ISO 22400-2)', checks.mtbf((time, failures) => (time === null ? null : time / hourMs / (failures + 1)))],
    ['MTBF of 0 for a machine that never failed', checks.mtbf((time, failures) => (failures === 0 ? 0 : meanHoursBetweenFailures(time, failures)))],
    ['MTTR in milliseconds', checks.mttr((time, repairs) => (time === null || repairs === 0 ? null : time / repairs))],
    ['MTTR 0 for none', checks.mttr((time, repairs) => meanHoursToRepair(time, repairs) ?? 0)],
    ['compliance of nothing due as kept', checks.compliance((onTime, due) => (due === 0 ? 1 : onTime / due))],
    ['compliance turned round', checks.compliance((onTime, due) => (onTime === 0 ? null : due / onTime))],
    ['planned as reactive', checks.planned((planned, all) => (planned === null || all === null || all === 0 ? null : 1 - planned / all))],
    ['reactive with unknown as null', checks.reactive((failed, all) => (failed === null || all === null ? null : failed / all))],
    ['backlog at 40 h a person', checks.backlog((backlog) => (backlog === null ? null : backlog / (80 * hourMs)))],
    ['failure: every corrective order', checks.failure(({ type, status }) => status !== 'cancelled' && (type === 'emergency' || type === 'corrective'))],
    ['failure: anything with downtime', checks.failure(({ type, downtimeMs }) => type === 'emergency' || (downtimeMs ?? 0) > 0)],
    ['failure: cancelled too', checks.failure((order) => isFailure({ ...order, status: 'closed' }))],
    ['repair: labor instead of downtime', checks.repair(({ workedMs }) => workedMs)],
    ['repair: dates that run backwards', checks.repair(({ downtimeMs, workedMs }) => (downtimeMs !== null && downtimeMs > 0 ? downtimeMs : workedMs))],
    ['age: 7 days in the second bucket', checks.age((days) => ageBucket(days + 1))],
  ])('%s', (_, passes) => {
    expect(passes).toBe(false);
  });
});
