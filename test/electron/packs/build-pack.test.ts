import PostalMime from 'postal-mime';
import { afterAll, expect, test } from 'vitest';
import { buildPack, type PackFormat } from '../../../electron/packs/build-pack.ts';
import { createPdfCompiler } from '../../../electron/packs/pdf.ts';
import type { PackFile, PackInput } from '../../../electron/packs/pack-input.ts';
import { Fault } from '../../../shared/faults.ts';
import { monthlyInput } from '../../fixtures/packs/monthly-input.ts';
import { resourcesFolder } from '../../fixtures/packs/printing.ts';

const compiler = createPdfCompiler(resourcesFolder);
afterAll(() => compiler.close());

function build(
  input: PackInput,
  formats?: PackFormat[],
  onProgress: (step: { step: string; done: number; total: number }) => void = () => undefined,
): Promise<PackFile[]> {
  return buildPack(input, {
    resourcesFolder,
    compilePdf: compiler.compilePdf,
    signal: new AbortController().signal,
    onProgress,
    ...(formats ? { formats } : {}),
  });
}

test('three files, byte for byte the same twice; the draft carries the other two', async () => {
  const steps: string[] = [];
  const first = await build(monthlyInput(), undefined, (progress) => steps.push(`${progress.step} ${String(progress.done)}/${String(progress.total)}`));
  const second = await build(monthlyInput());
  expect(first.map((file) => file.name)).toEqual(['LIN_2026-10_Monthly_v1.pdf', 'LIN_2026-10_Monthly_v1.xlsx', 'LIN_2026-10_Monthly_v1.eml']);
  first.forEach((file, index) => expect(Buffer.compare(file.bytes, second[index]?.bytes ?? new Uint8Array()), file.name).toBe(0));
  const mail = await PostalMime.parse(first[2]?.bytes ?? new Uint8Array());
  mail.attachments.forEach((attachment, index) =>
    expect(Buffer.compare(Buffer.from(attachment.content as ArrayBuffer), first[index]?.bytes ?? new Uint8Array())).toBe(0),
  ); // postal-mime gives an ArrayBuffer unless told otherwise
  expect(steps).toEqual(['Typesetting the PDF 0/3', 'Writing the workbook 1/3', 'Composing the e-mail 2/3', 'Done 3/3']);
});

test('only the formats asked for', async () => {
  expect((await build(monthlyInput(), ['xlsx'])).map((file) => file.name)).toEqual(['LIN_2026-10_Monthly_v1.xlsx']);
  expect((await build(monthlyInput(), ['eml'])).map((file) => file.name)).toEqual(['LIN_2026-10_Monthly_v1.eml']);
});

test('another figure, another file', async () => {
  const input = monthlyInput();
  const changed = structuredClone(input);
  const kpi = changed.views[1]?.kpis[1];
  if (!kpi) throw new Error('no KPI');
  kpi.value = 0.755;
  const [one, two] = [await build(input, ['pdf']), await build(changed, ['pdf'])];
  expect(Buffer.compare(one[0]?.bytes ?? new Uint8Array(), two[0]?.bytes ?? new Uint8Array())).not.toBe(0);
});

test('a month without any data is a fault, one with a single area is not', async () => {
  const input = monthlyInput();
  const none = input.views.map((view) => ({ ...view, kpis: [], charts: [], grids: [], empty: { message: 'Nothing', datasets: [] } }));
  await expect(build({ ...input, views: none })).rejects.toSatisfy((error) => error instanceof Fault && error.code === 'nothing-to-report');
  expect(await build({ ...input, views: [...input.views.slice(0, 1), ...none.slice(1)] })).toHaveLength(3);
});

test('a cancelled pack makes nothing', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(
    buildPack(monthlyInput(), { resourcesFolder, compilePdf: compiler.compilePdf, signal: stop.signal, onProgress: () => undefined }),
  ).rejects.toSatisfy((error) => error instanceof Fault && error.code === 'cancelled');
});
