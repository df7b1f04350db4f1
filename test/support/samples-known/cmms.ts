/** Files of maintenance systems among the samples. */
import { headRow, rowsRead, says, type Known, type KnownSamples } from '../samples-checks.ts';
import { count, distinct, planOf, span, stored, sumOf, texts, total, type SampleRun, type StoredRow } from '../samples-run.ts';

const assets = (run: SampleRun): StoredRow[] => stored(run, 'maintenance.assets');
const orders = (run: SampleRun): StoredRow[] => stored(run, 'maintenance.workOrders');

const isRoot = ({ parent }: StoredRow): boolean => parent === null || parent === '0';

function depth(rows: readonly StoredRow[], row: StoredRow): number {
  const above = isRoot(row) ? undefined : rows.find(({ name }) => name === row['parent']);
  return above ? 1 + depth(rows, above) : 0;
}

/** The fields of a template’s columns by position: the same whatever its language. */
const fieldsOf = (run: SampleRun): string =>
  (run.first[0]?.columns ?? [])
    .map(({ field }) => field ?? '')
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();

function template(name: string, of: { size: [number, number]; fields: string; says?: string }): Known {
  return {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says(of.says ?? `${String(of.size[0])} rows x ${String(of.size[1])} cols`, [...of.size, of.size[0]], (run) => [
        rowsRead(run),
        run.first[0]?.columns.length,
        stored(run, name).length,
      ]),
      ...(of.says === undefined ? [says('header mapping must give same fields in every language present', of.fields, fieldsOf)] : []),
    ],
  };
}

const orderTemplate = template('maintenance.workOrders', {
  size: [3, 19],
  fields: 'order title status priority description dueDate estimatedHours location craft assignedTo assetName completed',
});
const assetTemplate = template('maintenance.assets', { size: [3, 20], fields: 'asset name description status location parent category serialNumber' });
const partTemplate = template('inventory.stock', { size: [4, 15], fields: 'item itemName price category onHand location minimum' });

export const cmmsSamples: KnownSamples = {
  '2a4752c1f183': {
    first: 'ready',
    checks: [
      says('header row 1', 1, headRow),
      says('5485 rows', 5_485, (run) => orders(run).length),
      says('Cost=17,506,162.76 (94.63 more than raw file = the mis-split row)', 17_506_162.76, (run) => total(orders(run), 'cost')),
      says('PM01=5217', 5_217, (run) => count(texts(run, 'PMType'), 'PM01')),
      says('RunningTime filled 5328', 5_328, (run) => texts(run, 'RunningTime').filter((text) => text !== '').length),
    ],
  },
  b710ffc33379: {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [planOf(first[0], 'inventory.stock', { 'Material Number': 'item', 'Material Description': 'itemName', Stock: 'onHand' })],
    }),
    checks: [
      says('header 1', 1, headRow),
      says('446 rows', 446, (run) => stored(run, 'inventory.stock').length),
      says('Req=941', 941, (run) => sumOf(run, 'Req')),
      says('Stock=9,234', 9_234, (run) => total(stored(run, 'inventory.stock'), 'onHand')),
      says('Outs With=941', 941, (run) => sumOf(run, 'Outs With')),
      says('leading zeros kept', true, (run) => stored(run, 'inventory.stock').every(({ item }) => /^0{9}\d{9}$/u.test(String(item)))),
    ],
  },
  '7bbf76aa5ced': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('8 assets', 8, (run) => assets(run).length),
      says('2 roots', 2, (run) => assets(run).filter(isRoot).length),
      says('depth 2', 2, (run) => Math.max(...assets(run).map((row) => depth(assets(run), row)))),
    ],
  },
  '455a20b4d31d': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('1 part', 1, (run) => stored(run, 'inventory.stock').length),
      says('Quantity 10, Price 10.62', [10, 10.62], (run) => stored(run, 'inventory.stock').flatMap(({ onHand, price }) => [onHand, price])),
    ],
  },
  de3e21445b2d: {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('2 PMs', 2, (run) => stored(run, 'maintenance.plans').length),
      says('start 2020-10-18 and 2020-10-24', ['2020-10-18', '2020-10-24'], (run) => stored(run, 'maintenance.plans').map(({ start }) => start)),
    ],
  },
  '58129435f04a': {
    first: 'ready',
    checks: [says('header 1', 1, headRow), says('10 rows (+1 blank line at end)', [10, 10], (run) => [assets(run).length, rowsRead(run)])],
  },
  '82718a13bd80': {
    first: 'needs-mapping',
    answers: (first) => ({ plans: [planOf(first[0], 'maintenance.assets', { Name: 'name', Address: 'location', 'Parent Location': 'parent' })] }),
    checks: [
      says('header 1', 1, headRow),
      says('12 locations', 12, (run) => assets(run).length),
      says('9th field empty on every row must not shift data', [8, true], (run) => [
        run.first[0]?.columns.length,
        assets(run).every(
          ({ name, location, parent }) =>
            /^\p{L}/u.test(String(name)) && /^\d{3} /u.test(String(location)) && !/^\d/u.test(parent === null ? '' : String(parent)),
        ),
      ]),
    ],
  },
  e81342dd631a: {
    first: 'needs-mapping',
    answers: (first) => ({ plans: [planOf(first[0], 'maintenance.assets', { Name: 'name', Category: 'category', 'Location Name': 'location' })] }),
    checks: [says('header 1', 1, headRow), says('10 rows (+1 blank line at end)', [10, 10], (run) => [assets(run).length, rowsRead(run)])],
  },
  ec2000d69626: {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [planOf(first[0], 'inventory.stock', { 'Part Number': 'item', Name: 'itemName', Cost: 'price', Location: 'location', Quantity: 'onHand' })],
    }),
    checks: [says('header 1', 1, headRow), says('10 rows (+1 blank line at end)', [10, 10], (run) => [stored(run, 'inventory.stock').length, rowsRead(run)])],
  },
  caee32920501: {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('15 work orders', 15, (run) => orders(run).length),
      says('Estimated Duration=41', 41, (run) => total(orders(run), 'estimatedHours')),
      says('On Hold 5, In Progress 5, Open 4, Complete 1', [5, 5, 4, 1], (run) => {
        const found = orders(run).map(({ status }) => status);
        return ['onHold', 'inProgress', 'open', 'done'].map((word) => count(found, word));
      }),
      says('first due 08/08/2025 = 8 Aug', '2025-08-08', (run) => orders(run)[0]?.['dueDate']),
    ],
  },
  b640d6f5eb47: orderTemplate,
  d4b2c1331dd1: assetTemplate,
  '2fa7e3c9f1aa': partTemplate,
  '27039d11ab86': orderTemplate,
  '31611982a113': assetTemplate,
  '9f92201a3317': partTemplate,
  '96f5f3b04184': assetTemplate,
  b54d6ae07953: partTemplate,
  d9cc7f493695: template('maintenance.plans', { size: [4, 21], fields: '', says: '4 rows x21 cols' }),
  '09a0f577a74a': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('60 rows', [60, 60], (run) => [orders(run).length, distinct(orders(run).map(({ order }) => order))]),
      says('created 2026-05-01..2026-06-14', '2026-05-01..2026-06-14', (run) => span(orders(run).map(({ created }) => created))),
      says('Open 18 In Progress 16 Waiting 11 Completed 11 Reopened 4', [18, 16, 11, 11, 4], (run) => {
        const found = orders(run).map(({ status }) => status);
        return ['open', 'inProgress', 'onHold', 'done', 'reopened'].map((word) => count(found, word));
      }),
    ],
  },
};
