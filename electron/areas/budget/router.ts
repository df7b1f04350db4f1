/** budget.variance, budget.trialBalance and the page. Money leaves as major units. */
import { rangeInput, rangeOrFiscalInput, unassigned } from '../../../shared/areas/range.ts';
import { available, sides } from '../../../shared/areas/budget/measures.ts';
import { toMajor } from '../../../shared/kit/money.ts';
import { query, router } from '../../core/procedures.ts';
import type { ReadDb } from '../../store/database.ts';
import { resolvePlant, type Plant } from '../../store/plants.ts';
import { varianceInput, type VarianceInput } from './inputs.ts';
import { sumLedgerSides } from './store.ts';
import { accountsOf, scopeOf, varianceLines } from './summary.ts';
import { budgetView } from './view.ts';

export const budgetRouter = router({
  variance: query({
    summary: 'Budget against ledger by account, cost center, type or month: variance = actual − budget, with F and U by account type.',
    input: varianceInput,
    run: (db, input) => variances(db, input, resolvePlant(db, input.plant)),
  }),
  trialBalance: query({
    summary: 'Debit, credit and balance of every account over the days asked for.',
    input: rangeOrFiscalInput,
    run: (db, input) => {
      const plant = resolvePlant(db, input.plant);
      const scope = scopeOf(input, plant);
      const accounts = accountsOf(db, scope);
      const major = (minor: number): number => toMajor(minor, plant.minorDigits);
      return sumLedgerSides(db, scope).map((sum) => {
        const { debit, credit } = sides(sum.debit, sum.credit, sum.amount);
        return { account: sum.account || unassigned, name: accounts.name(sum.account), debit: major(debit), credit: major(credit), balance: major(sum.amount) };
      });
    },
  }),
  view: query({
    summary: 'The budget page: figures, bridge, months and the grid of accounts.',
    input: rangeInput,
    run: (db, input, context) => budgetView(db, { ...input, plant: resolvePlant(db, input.plant) }, context.caller.asOf ?? context.clock.today()),
  }),
});

function variances(db: ReadDb, input: VarianceInput, plant: Plant) {
  const major = (minor: number | null): number | null => (minor === null ? null : toMajor(minor, plant.minorDigits));
  return varianceLines(db, scopeOf(input, plant), { by: input.by, version: input.version }).map((line) => {
    const [budget, actual] = [major(line.budget), major(line.actual)];
    const commitments: number | null = null; // budget.commitments is not among the datasets yet
    return {
      key: line.key,
      name: line.name,
      type: line.type,
      typeAssumed: line.typeAssumed,
      budget,
      actual,
      variance: major(line.variance),
      varianceRatio: line.varianceRatio,
      effect: line.effect,
      flexBudget: null as number | null, // needs budget.standards
      commitments,
      available: available(budget, actual, commitments),
      forecast: null as number | null, // needs a forecast dataset
      priorYear: major(line.priorYear),
    };
  });
}
