/** The whole path of a plant manager: drop files, preview, commit, see the figure, follow it to its cell, make the pack, find the same figure in it. */
import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import PostalMime from 'postal-mime';
import { Frame } from '../pages/frame.ts';
import { cockpit } from '../support/command-line.ts';
import { doors, launch, type Launched } from '../support/launch.ts';
import { writeXlsx } from '../support/xlsx-writer.ts';

const asOf = '2026-11-03';
const accounts = [
  { code: '5000', name: 'Raw steel', budget: 100_000, actual: [61_000.25, 45_500.5] },
  { code: '6400', name: 'Repair parts', budget: 7_400, actual: [8_250.1, 2_008.24] },
  { code: '6010', name: 'Overtime', budget: 3_800, actual: [3_100] },
];
const repairActual = '10,258.34';
const totalActual = accounts.flatMap((account) => account.actual).reduce((sum, value) => sum + value, 0);

function ledgerCsv(): Buffer {
  const lines = accounts.flatMap((account, index) =>
    account.actual.map(
      (amount, line) =>
        `${account.code},${account.name},CC1,2026-10-${String(5 + index * 3 + line).padStart(2, '0')},D${String(index)}${String(line)},${amount.toFixed(2)},`,
    ),
  );
  return Buffer.from(`Account,Account name,Cost center,Posting date,Document,Debit,Credit\n${lines.join('\n')}\n`);
}

function budgetWorkbook(): Buffer {
  const rows = accounts.map((account) => [account.code, account.name, account.budget]);
  return writeXlsx({ sheets: [{ name: 'Budget', rows: [['Northfield budget 2026'], [], ['Account', 'Account name', 'Oct 2026'], ...rows] }] });
}

async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64 ?? ''), (char) => char.charCodeAt(0))], fileName ?? ''));
      for (const type of ['dragenter', 'dragover', 'drop']) window.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, bytes.toString('base64')],
  );
}

async function importThroughScreen(page: Page, name: string, bytes: Buffer): Promise<void> {
  await dropFile(page, name, bytes);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Commit 3 rows|^Commit 5 rows/ }).click();
  await expect(page.getByText('Made so far').or(page.getByText(name).first())).toBeVisible();
}

async function packOnPage(cockpit: Launched): Promise<Map<string, Buffer>> {
  const { page } = cockpit;
  await new Frame(page).goTo('packs');
  await page.getByLabel('Month').selectOption('2026-10');
  await page.getByRole('button', { name: 'Make the monthly pack' }).click();
  await expect(page.getByText(/^Made: version 1/)).toBeVisible({ timeout: 90_000 });
  const names = await page.locator('section[aria-label="Packs made"] td:nth-child(4)').allTextContents();
  const files = new Map<string, Buffer>();
  for (const name of names) {
    const base64 = await page.evaluate(
      async ([file, headers]) => {
        const response = await fetch('/file', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ pack: 1, name: file }),
        });
        const bytes = new Uint8Array(await response.arrayBuffer());
        let text = '';
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        return btoa(text);
      },
      [name, cockpit.headers] as const,
    );
    files.set(name, Buffer.from(base64, 'base64'));
  }
  return files;
}

const sha = (bytes: Buffer | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

for (const door of doors) {
  test(`from a dropped file to the mailed pack, through the ${door} door`, async () => {
    test.setTimeout(240_000);
    const cockpit_ = await launch(door, { asOf });
    const folder = mkdtempSync(join(tmpdir(), 'cockpit-path-'));
    try {
      const { page } = cockpit_;
      await importThroughScreen(page, 'budget_2026.xlsx', budgetWorkbook());
      await importThroughScreen(page, 'ledger_2026-10.csv', ledgerCsv());

      // the figure on the page
      const frame = new Frame(page);
      await frame.goTo('budget');
      const row = page.locator('.ag-row').filter({ hasText: 'Repair parts' });
      await expect(row.locator('[col-id="actual"]')).toHaveText(/10[,.]/);

      // … followed to its cell
      await row.locator('[col-id="actual"]').click();
      const panel = page.getByRole('complementary', { name: 'Where does this number come from' });
      await expect(panel).toContainText(repairActual);
      await expect(panel).toContainText('ledger_2026-10.csv');
      await expect(panel).toContainText(/cell F4/);
      await expect(panel).toContainText('8250.10');

      // … and into the pack
      const files = await packOnPage(cockpit_);
      expect([...files.keys()]).toEqual(['MAIN_2026-10_Monthly_v1.pdf', 'MAIN_2026-10_Monthly_v1.xlsx', 'MAIN_2026-10_Monthly_v1.eml']);
      const [pdf = Buffer.alloc(0), xlsx = Buffer.alloc(0), eml = Buffer.alloc(0)] = [...files.values()];
      writeFileSync(join(folder, 'pack.pdf'), pdf);
      const shown = (await row.locator('[col-id="actual"]').count()) > 0 ? '' : await actualAsShown(page, frame);
      const text = execFileSync('pdftotext', ['-layout', join(folder, 'pack.pdf'), '-']).toString();
      expect(text).toMatch(new RegExp(`Repair parts.*${escaped(shown)}`));

      const book = new ExcelJS.Workbook();
      await book.xlsx.load(xlsx as unknown as ArrayBuffer); // exceljs types an older Buffer
      // the workbook holds the whole figure in the unit its head names (thousands), whatever the screen rounds
      expect(holds(book, 10_258.34)).toBe(true);
      expect(holds(book, totalActual)).toBe(true);
      expect(holds(book, 10_258.35)).toBe(false);

      const mail = await PostalMime.parse(eml);
      expect(mail.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
      expect(mail.attachments.map((attachment) => sha(Buffer.from(attachment.content as ArrayBuffer)))).toEqual([sha(pdf), sha(xlsx)]);

      // the same bytes from the command line
      mkdirSync(join(folder, 'out'));
      const made = await cockpit([
        '--store',
        cockpit_.storeFile,
        '--as-of',
        asOf,
        '--json',
        'pack',
        'monthly',
        '--period',
        '2026-10',
        '--out',
        join(folder, 'out'),
      ]);
      expect(made.code, made.errors).toBe(0);
      expect(readdirSync(join(folder, 'out')).sort()).toEqual([...files.keys()].sort());
      for (const [name, bytes] of files) expect([name, sha(readFileSync(join(folder, 'out', name)))]).toEqual([name, sha(bytes)]);
    } finally {
      await cockpit_.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function actualAsShown(page: Page, frame: Frame): Promise<string> {
  await frame.goTo('budget');
  return (await page.locator('.ag-row').filter({ hasText: 'Repair parts' }).locator('[col-id="actual"]').textContent()) ?? '';
}

function holds(book: ExcelJS.Workbook, amount: number): boolean {
  let found = false;
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const value = typeof cell.value === 'number' ? cell.value : cell.result;
        if (typeof value === 'number' && Math.abs(value * 1000 - amount) < 1e-6) found = true;
      });
    });
  }
  return found;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
