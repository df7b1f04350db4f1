/** Small, clean exports of one invented plant, October 2026, as text files: what the page specs drop into the window. */

export interface PlantFile {
  name: string;
  text: string;
}

const days = Array.from({ length: 28 }, (_, index) => index + 1);
const two = (value: number): string => String(value).padStart(2, '0');

function file(name: string, head: string, rows: string[]): PlantFile {
  return { name, text: [head, ...rows].join('\n') + '\n' };
}

export const outputFile = file(
  'output.csv',
  'Date,Shift,Line,Product,Good,Scrap,Target,Planned minutes,Run minutes',
  days.flatMap((day) =>
    ['A', 'B'].flatMap((shift) =>
      ['Press 1', 'Press 2'].map(
        (line) =>
          `2026-10-${two(day)},${shift},${line},AX-${line.slice(-1)}00,${String(900 + day * 7)},${String(10 + (day % 5))},1000,480,${String(430 - day)}`,
      ),
    ),
  ),
);

const accounts = [
  { account: 4000, name: 'Sales', type: 'revenue', budget: -50_000, actual: () => -49_000 },
  { account: 5000, name: 'Steel', type: 'material', budget: 20_000, actual: () => 20_500 },
  { account: 6400, name: 'Repair parts', type: 'maintenance', budget: 5_000, actual: (month: number) => 6_100 + month * 10 },
];
const months = Array.from({ length: 12 }, (_, index) => index + 1);

export const budgetFile = file(
  'budget.csv',
  'Account,Name,Type,Period,Budget amount',
  accounts.flatMap((one) => months.map((month) => `${String(one.account)},${one.name},${one.type},2026-${two(month)},${String(one.budget)}`)),
);

export const ledgerFile = file(
  'ledger.csv',
  'Document,Line,Posting date,Account,Text,Amount',
  months
    .slice(0, 10)
    .flatMap((month) =>
      accounts.map(
        (one, index) =>
          `D${String(month)}${String(index)},1,2026-${two(month)}-${String(10 + index)},${String(one.account)},${one.name},${String(one.actual(month))}`,
      ),
    ),
);

export const timecardsFile = file(
  'timecards.csv',
  'Employee,Date,Department,Line,Regular hours,Overtime hours,Absence hours',
  days.flatMap((day) =>
    [0, 1, 2, 3].map(
      (employee) => `E${String(employee).padStart(3, '0')},2026-10-${two(day)},Pressing,Press ${String(1 + (employee % 2))},8,${day % 7 === 0 ? '1' : '0'},0`,
    ),
  ),
);

export const ordersFile = file(
  'orders.csv',
  'Work Order,Title,Status,Type,Priority,Created On,Due Date,Completed On,Asset Name,Labor hours',
  Array.from(
    { length: 24 },
    (_, index) =>
      `WO-${String(1000 + index)},Repair ${String(index)},${index % 3 ? 'Done' : 'Open'},${index % 2 ? 'Corrective' : 'Preventive'},High,2026-10-${two(1 + (index % 9))},2026-10-${String(15 + (index % 9))},${index % 3 ? `2026-10-${String(12 + (index % 9))}` : ''},Press ${String(1 + (index % 2))},${String(1 + (index % 4))}`,
  ),
);

export const plantFiles: readonly PlantFile[] = [outputFile, budgetFile, ledgerFile, timecardsFile, ordersFile];
