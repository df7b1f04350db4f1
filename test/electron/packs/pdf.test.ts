import { afterAll, beforeAll, expect, test } from 'vitest';
import { assemble } from '../../../electron/packs/assemble.ts';
import { createPdfCompiler, type PdfCompiler } from '../../../electron/packs/pdf.ts';
import { printableText, Substitutions } from '../../../electron/packs/printable-text.ts';
import type { PackInput } from '../../../electron/packs/pack-input.ts';
import { Fault } from '../../../shared/faults.ts';
import { hostileTexts } from '../../fixtures/packs/hostile-texts.ts';
import { monthlyInput } from '../../fixtures/packs/monthly-input.ts';
import { resourcesFolder, run, shippedFont, squeezed, textOfPdf } from '../../fixtures/packs/printing.ts';
import { cycle, withTexts } from '../../fixtures/packs/with-texts.ts';

const font = shippedFont();
let compiler: PdfCompiler;
let pdf: Uint8Array;

async function make(input: PackInput): Promise<Uint8Array> {
  return compiler.compilePdf(assemble(input, font), new AbortController().signal);
}

beforeAll(async () => {
  compiler = createPdfCompiler(resourcesFolder);
  pdf = await make(monthlyInput());
}, 120_000);
afterAll(() => compiler.close());

test('the same input gives the same bytes, from a warm and from a new worker', async () => {
  expect(Buffer.compare(await make(monthlyInput()), pdf)).toBe(0);
  const other = createPdfCompiler(resourcesFolder);
  const again = await other.compilePdf(assemble(monthlyInput(), font), new AbortController().signal);
  await other.close();
  expect(Buffer.compare(again, pdf)).toBe(0);
});

test('the file is sound, tagged, titled, dated and in English', () => {
  expect(run('qpdf', ['--check', '{file}'], pdf)).toContain('No syntax or stream encoding errors');
  const info = run('pdfinfo', ['{file}'], pdf);
  expect(info).toMatch(/Title: +Lindenau plant – Monthly report, October 2026/);
  expect(info).toMatch(/Tagged: +yes/);
  expect(info).toMatch(/JavaScript: +no/);
  expect(run('qpdf', ['--json', '--json-key=qpdf', '{file}'], pdf).includes('"/Lang": "u:en-US"')).toBe(true);
});

test('figures carry alternative text, table heads are tagged, findings are bookmarks', () => {
  const structure = run('pdfinfo', ['-struct', '{file}'], pdf);
  expect(['TH', 'Figure', 'H1', 'H2', 'Table'].filter((tag) => !new RegExp(`\\b${tag}\\b`).test(structure))).toEqual([]);
  const objects = run('qpdf', ['--json', '--json-key=qpdf', '{file}'], pdf);
  expect(objects.includes('"/Alt": "u:Bridge from budget to actual by account group."')).toBe(true);
  expect(objects.includes('"/Title": "u:PM compliance fell to 86.6 %, lowest on assets that stop a line"')).toBe(true);
});

test('every figure of the views stands on the pages as the view has it', () => {
  const text = squeezed(textOfPdf(pdf));
  const document = assemble(monthlyInput(), font);
  const figures = [
    ...document.summary.groups.flatMap((group) => group.rows.flatMap((row) => [row.label, row.value, row.comparison, row.variance])),
    ...document.sections.flatMap((section) => section.grids.flatMap((grid) => grid.rows.flatMap((row) => row.cells.map((cell) => cell.text)))),
  ];
  expect(figures.length).toBeGreaterThan(500);
  expect(figures.filter((figure) => !text.includes(squeezed(figure)))).toEqual([]);
  expect(text.includes(squeezed('44 more rows in the workbook'))).toBe(true);
  expect(text.includes('NaN')).toBe(false);
});

test('heads repeat on the next page and every page is numbered', () => {
  const pages = textOfPdf(pdf)
    .split('\f')
    .filter((page) => page.trim() !== '');
  pages.forEach((page, index) => expect(page).toContain(`Page ${String(index + 1)} of ${String(pages.length)}`));
  expect(pages.filter((page) => /Order +Asset +Work/.test(page)).length).toBe(2);
});

test('the cover names the page each finding stands on', () => {
  const pages = textOfPdf(pdf).split('\f');
  const row = /Maintenance +PM compliance fell to 86\.6 %.* (\d+)\n/.exec(pages[0] ?? '');
  expect(pages[Number(row?.[1]) - 1]).toContain('PM compliance fell to 86.6 %, lowest on assets');
});

test('markup, paths and escapes come out as plain text', async () => {
  const input = monthlyInput();
  const [first, ...others] = input.views;
  if (!first) throw new Error('no view');
  const [kpi] = first.kpis;
  if (!kpi) throw new Error('no KPI');
  const kpis = hostileTexts.map((detail, index) => ({ ...kpi, key: String(index), label: 'Measure', detail }));
  const bytes = await make({ ...input, views: [{ ...first, kpis }, ...others] });
  const text = squeezed(run('pdftotext', ['-raw', '{file}', '-'], bytes));
  expect(run('qpdf', ['--check', '{file}'], bytes)).toContain('No syntax or stream encoding errors');
  const short = hostileTexts.filter((one) => one.length < 100);
  const missing: string[] = [];
  for (const one of short) {
    const printed = squeezed(printableText(one, font.covers, new Substitutions()));
    if (!text.includes(printed)) missing.push(JSON.stringify(one));
  }
  expect(missing).toEqual([]);
  expect(text.includes('root:x:0')).toBe(false);
});

test('any text in any field leaves a sound file without links, scripts or attachments', async () => {
  const next = cycle(hostileTexts);
  const bytes = await make(withTexts(monthlyInput(), next));
  expect(run('qpdf', ['--check', '{file}'], bytes)).toContain('No syntax or stream encoding errors');
  const objects = run('qpdf', ['--json', '--json-key=qpdf', '{file}'], bytes);
  for (const banned of ['/JavaScript', '/JS"', '/Launch', '/URI', '/EmbeddedFile', '/SubmitForm', '/GoToR'])
    expect(objects.includes(banned), banned).toBe(false);
}, 120_000);

test('a plant named in characters the typeface lacks keeps its pack and says so', async () => {
  const input = monthlyInput();
  const bytes = await make({ ...input, plant: { ...input.plant, name: '工厂 😀 Nord' } });
  const text = textOfPdf(bytes);
  expect(text).toContain('□□ □ Nord');
  expect(text).toContain('U+5DE5');
  expect(text).toContain('U+1F600');
});

test('a cancelled pack ends with a fault and the next one works', async () => {
  const stop = new AbortController();
  const cancelled = compiler.compilePdf(assemble(monthlyInput(), font), stop.signal);
  stop.abort();
  await expect(cancelled).rejects.toSatisfy((error) => error instanceof Fault && error.code === 'cancelled');
  expect(Buffer.compare(await make(monthlyInput()), pdf)).toBe(0);
});

test('two packs at once are made one after the other', async () => {
  const [one, two] = await Promise.all([make(monthlyInput()), make(monthlyInput({ version: 2 }))]);
  expect(Buffer.compare(one, pdf)).toBe(0);
  expect(textOfPdf(two)).toContain('LIN_2026-10_Monthly_v2');
});
