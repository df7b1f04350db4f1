import { describe, expect, it } from 'vitest';
import * as measures from '../../../../shared/areas/budget/measures.ts';

const { effect, effectOf, nature, operatingResult, outlook, resultImpact, sides, variance, varianceRatio } = measures;
type AccountType = measures.AccountType;

/** A published or hand-worked example: true when the formula gives its answer. */
type Check<F> = (formula: F) => boolean;

const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

// Worked example O-18 (CellBase): actual 240,200 revenue, 132,400 variable and 55,000 fixed cost, against a flexible budget of
// 10,600 units × 22, × 12, and 54,000: 7,000 F, 5,200 U, 1,000 U; flex-budget variance 800 F, static-budget variance 20,800 F.
const flex = { revenue: 10_600 * 22, material: 10_600 * 12, otherCost: 54_000 };
const fixed = { revenue: 8_600 * 22, material: 8_600 * 12, otherCost: 54_000 };
const actual = { revenue: 240_200, material: 132_400, otherCost: 55_000 };

const checks = {
  variance: ((f) =>
    f(actual.revenue, flex.revenue) === 7_000 &&
    f(actual.material, flex.material) === 5_200 &&
    f(actual.otherCost, flex.otherCost) === 1_000 &&
    f(null, 1) === null &&
    f(1, null) === null) satisfies Check<typeof variance>,
  varianceRatio: ((f) =>
    near(f(28_583.4, 74_000), 0.38626216216216) && f(10, 0) === null && f(null, 5) === null && f(10, -100) === 0.1 && f(-10, -100) === -0.1) satisfies Check<
    typeof varianceRatio
  >,
  effect: ((f) =>
    f('revenue', 7_000) === 'F' &&
    f('material', 5_200) === 'U' &&
    f('otherCost', 1_000) === 'U' &&
    f('revenue', -1) === 'U' &&
    f('labor', -1) === 'F' &&
    f('energy', 1) === 'U' &&
    f('maintenance', 1) === 'U' &&
    f('unknown', 1) === 'U' &&
    f('statistical', 1) === null &&
    f('balanceSheet', -1) === null &&
    f('revenue', 0) === null &&
    f('labor', null) === null) satisfies Check<typeof effect>,
  operatingResult: ((f) =>
    f(actual.revenue, actual.material + actual.otherCost) === 52_800 &&
    f(flex.revenue, flex.material + flex.otherCost) === 52_000 &&
    f(fixed.revenue, fixed.material + fixed.otherCost) === 32_000 &&
    f(null, null) === null &&
    f(null, 5) === -5) satisfies Check<typeof operatingResult>,
  outlook: ((f) => f(7_805.8, 1_703.3) === 9_509.1 && f(null, 1) === null && f(1, null) === null) satisfies Check<typeof outlook>,
  sides: ((f) => {
    const [booked, net, both] = [f(500, 200, 300), f(null, null, -300), f(500, null, 450)];
    return booked.debit === 500 && booked.credit === 200 && net.debit === 0 && net.credit === 300 && both.debit === 500 && both.credit === 50;
  }) satisfies Check<typeof sides>,
};

describe('budget formulas', () => {
  it('give the worked examples', () => {
    expect({
      variance: checks.variance(variance),
      varianceRatio: checks.varianceRatio(varianceRatio),
      effect: checks.effect(effect),
      operatingResult: checks.operatingResult(operatingResult),
      outlook: checks.outlook(outlook),
      sides: checks.sides(sides),
    }).toEqual({ variance: true, varianceRatio: true, effect: true, operatingResult: true, outlook: true, sides: true });
  });

  it('split the static-budget variance into flex-budget and volume variance (O-18)', () => {
    const result = (from: typeof flex): number => operatingResult(from.revenue, from.material + from.otherCost) ?? Number.NaN;
    expect(variance(result(actual), result(flex))).toBe(800);
    expect(variance(result(flex), result(fixed))).toBe(20_000);
    expect(variance(result(actual), result(fixed))).toBe(20_800);
    const impacts = (['revenue', 'material', 'otherCost'] as const).map((type) => resultImpact(type, actual[type] - flex[type]));
    expect(impacts).toEqual([7_000, -5_200, -1_000]);
    expect(effectOf(impacts.reduce((sum, impact) => sum + impact, 0))).toBe('F');
  });

  it('turn the effect where both sides state income as credits', () => {
    expect(effectOf(resultImpact('revenue', -200, -1))).toBe('F');
    expect(effectOf(resultImpact('material', 200, -1))).toBe('U');
  });

  it('know every account type, and take any other word as unknown', () => {
    expect(measures.accountTypes.map((type) => [type, nature(type)])).toEqual([
      ['revenue', 'income'],
      ['material', 'cost'],
      ['labor', 'cost'],
      ['energy', 'cost'],
      ['maintenance', 'cost'],
      ['otherCost', 'cost'],
      ['unknown', 'cost'],
      ['statistical', 'none'],
      ['balanceSheet', 'none'],
    ]);
    expect([measures.accountType('labor'), measures.accountType('?'), measures.accountType(null)]).toEqual(['labor', 'unknown', 'unknown']);
  });

  it('leave what may still be spent unknown while commitments are', () => {
    expect(measures.available(100, 60, 10)).toBe(30);
    expect(measures.available(100, 60, null)).toBeNull();
  });
});

describe('the checks notice a changed formula', () => {
  const never = (): null => null;
  it.each<[string, boolean]>([
    ['variance turned round', checks.variance((a, b) => (a === null || b === null ? null : b - a))],
    ['variance with missing as 0', checks.variance((a, b) => (a ?? 0) - (b ?? 0))],
    ['ratio over the signed budget', checks.varianceRatio((d, b) => (d === null || b === null || b === 0 ? null : d / b))],
    ['ratio over budget 0 as 0', checks.varianceRatio((d, b) => (d === null || b === null ? null : b === 0 ? 0 : d / Math.abs(b)))],
    ['ratio in percent', checks.varianceRatio((d, b) => (d === null || b === null || b === 0 ? null : (d / Math.abs(b)) * 100))],
    ['effect by raw sign', checks.effect((_, d) => (d === null || d === 0 ? null : d > 0 ? 'F' : 'U'))],
    ['effect with everything a cost', checks.effect((_, d) => (d === null || d === 0 ? null : d > 0 ? 'U' : 'F'))],
    ['effect of statistical accounts', checks.effect((type: AccountType, d) => (type === 'statistical' ? 'U' : effect(type, d)))],
    ['effect of unknown left out', checks.effect((type: AccountType, d) => (type === 'unknown' ? null : effect(type, d)))],
    ['effect of nothing', checks.effect((type: AccountType, d) => effect(type, d === 0 ? 1 : d))],
    ['result with cost added', checks.operatingResult((income, cost) => (income === null && cost === null ? null : (income ?? 0) + (cost ?? 0)))],
    ['outlook without the rest', checks.outlook((a) => a)],
    ['outlook never known', checks.outlook(never)],
    ['sides netted', checks.sides((_d, _c, amount) => ({ debit: Math.max(amount, 0), credit: Math.max(-amount, 0) }))],
    ['sides without the net', checks.sides((d, c) => ({ debit: d ?? 0, credit: c ?? 0 }))],
  ])('%s', (_, passes) => {
    expect(passes).toBe(false);
  });
});
