/** A template of every dataset, filled in by someone who reads its second sheet, imports without a question. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/areas/catalog.ts';
import type { Dataset, Field } from '../../../shared/intake/dataset.ts';
import { buildTemplate } from '../../../electron/intake/template-workbook.ts';
import { interpretBytes } from '../../support/samples.ts';

const at = '2026-11-05T08:00:00.000Z';

async function templateOf(dataset: Dataset): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await buildTemplate(dataset, { at });
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer); // not shared
  return workbook;
}

function typed(field: Field, row: number): string | number | Date {
  switch (field.type) {
    case 'code':
      return field.name === 'period' ? `2026-${String(row).padStart(2, '0')}` : field.name === 'fiscalYear' ? '2026' : `00${String(row)}-${field.name}`;
    case 'text':
      return `${field.label} ${String(row)}`;
    case 'date':
      return new Date(Date.UTC(2026, 9, row));
    case 'timestamp':
      return new Date(Date.UTC(2026, 9, row, field.name === 'end' || field.name === 'completed' ? 9 : 6, 15, 30));
    case 'count':
    case 'number':
      return field.name === 'fold' ? 0 : 100 + row;
    case 'money':
      // debit and credit of a document tie
      return ['debit', 'credit'].includes(field.name) ? 1000.25 : 1000.25 + row;
    case 'duration':
      return 1.5;
    case 'word':
      return Object.keys(field.words ?? {})[0] ?? '';
    case 'boolean':
      return 'yes';
  }
}

async function filled(dataset: Dataset, leave: (field: Field) => boolean = () => false): Promise<Buffer> {
  const workbook = await templateOf(dataset);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  for (let row = 1; row <= 6; row += 1) {
    dataset.fields.forEach((field, index) => {
      if (!leave(field)) sheet.getCell(row + 1, index + 1).value = typed(field, row);
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe.each(catalog.map((dataset) => ({ name: dataset.name, dataset })))('$name', ({ dataset }) => {
  it('asks nothing when every column is filled', async () => {
    const { reports, blocks } = await interpretBytes(await filled(dataset), { fileName: 'template.xlsx' });
    expect(reports.map(({ status, dataset: name, rows, fault }) => ({ status, name, rows, fault }))).toEqual([
      { status: 'ready', name: dataset.name, rows: { read: 6, rejected: 0 }, fault: null },
    ]);
    const [block] = blocks;
    for (const [index, field] of dataset.fields.entries()) {
      if (field.type === 'code') expect(block?.values[index]?.[0], field.name).toBe(String(typed(field, 1)));
      if (field.type === 'duration') expect(block?.values[index]?.[0], field.name).toBe(1.5 * { s: 1e3, min: 6e4, h: 36e5, d: 864e5 }[field.unit ?? 'h']);
      if (field.type === 'word') expect(block?.values[index]?.[0], field.name).toBe(typed(field, 1));
      if (field.type === 'date') expect(block?.values[index]?.[0], field.name).toBe('2026-10-01');
      if (field.type === 'timestamp') expect(block?.values[index]?.[0], field.name).toMatch(/^2026-10-01T0[69]:15:30$/u);
      if (field.type === 'money') expect(block?.values[index]?.[0], field.name).toBe(Math.round(Number(typed(field, 1)) * 100));
    }
  });

  it('asks nothing when only what is needed is filled', async () => {
    const needed = new Set(dataset.requires.flatMap((group) => group.slice(0, 1)));
    const { reports } = await interpretBytes(await filled(dataset, (field) => needed.size > 0 && !needed.has(field.name)), { fileName: 'template.xlsx' });
    const wanted = needed.size === 0 ? 'ready' : reports[0]?.status;
    expect(reports).toHaveLength(1);
    expect(wanted).toBe('ready');
  });

  it('explains every column', async () => {
    const sheet = (await templateOf(dataset)).worksheets[1];
    const labels = sheet?.getColumn(1).values.slice(5).map(String) ?? [];
    expect(labels).toHaveLength(dataset.fields.length);
    for (const field of dataset.fields) expect(labels.some((label) => label.startsWith(field.label))).toBe(true);
  });
});

it('refuses a template nobody filled in', async () => {
  const dataset = catalog.find(({ name }) => name === 'staffing.people');
  if (!dataset) throw new Error('no such dataset');
  await expect(interpretBytes(Buffer.from(await buildTemplate(dataset, { at })), { fileName: 'template.xlsx' })).rejects.toThrow();
});
