/**
 * The import template of a dataset: a sheet to fill in, with the labels as heads and lists of the words allowed, and a sheet that says
 * what belongs into each column. The second one carries the mark by which a filled template is known again.
 */
import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import { headOf, requiredMark, templateMark } from './export-layout.ts';
import { columnWidth, headFont, landscape, numberFormatOf } from './sheet-formats.ts';

/** Rows below the head that come with formats and lists. */
const preparedRows = 2_000;
/** Excel takes no longer list between quotes. */
const longestList = 255;
const explainingName = 'What goes where';

export async function buildTemplate(dataset: Dataset, made: { at: string }): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Plant Cockpit';
  workbook.lastModifiedBy = 'Plant Cockpit';
  workbook.created = new Date(made.at);
  workbook.modified = new Date(made.at);
  workbook.title = `Template for ${dataset.label}`;
  writeEmptySheet(workbook, dataset);
  writeExplanation(workbook, dataset);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Whether every row needs the field, or one of a few. */
function needOf(dataset: Dataset, field: Field): 'required' | 'one of' | null {
  const group = dataset.requires.find((names) => names.includes(field.name));
  if (!group || field.fallback !== undefined) return null;
  return group.length === 1 ? 'required' : 'one of';
}

function writeEmptySheet(workbook: Workbook, dataset: Dataset): void {
  const sheet = workbook.addWorksheet(dataset.label, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: landscape });
  dataset.fields.forEach((field, index) => {
    const column = sheet.getColumn(index + 1);
    const need = needOf(dataset, field);
    const head = headOf(field) + (need === 'required' ? requiredMark : '');
    const format = numberFormatOf(field);
    column.width = columnWidth(head, field);
    if (format !== null) column.numFmt = format;
    const cell = sheet.getCell(1, index + 1);
    cell.value = head;
    cell.numFmt = '@';
    cell.font = headFont;
    cell.border = { bottom: { style: 'thin' } };
    if (need !== null) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: need === 'required' ? 'FFFFE8B8' : 'FFFFF6E0' } };
    addList(sheet, field, index + 1);
  });
}

function addList(sheet: Worksheet, field: Field, column: number): void {
  const words = wordsOf(field);
  const list = words.join(',');
  if (words.length === 0 || list.length > longestList) return;
  for (let row = 2; row <= preparedRows + 1; row += 1) {
    sheet.getCell(row, column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${list}"`],
      showErrorMessage: true,
      errorTitle: field.label,
      error: `Choose one of ${list.replaceAll(',', ', ')}.`.slice(0, 225),
    };
  }
}

function wordsOf(field: Field): string[] {
  if (field.type === 'boolean') return ['yes', 'no'];
  return field.type === 'word' ? Object.keys(field.words ?? {}) : [];
}

function writeExplanation(workbook: Workbook, dataset: Dataset): void {
  const sheet = workbook.addWorksheet(explainingName, { views: [{ state: 'frozen', ySplit: 4 }], pageSetup: { ...landscape, printTitlesRow: '4:4' } });
  sheet.getCell(1, 1).value = templateMark(dataset);
  sheet.getCell(1, 1).font = { ...headFont, size: 14 };
  sheet.getCell(2, 1).value = `One row is ${dataset.oneRowIs}. Fill in “${dataset.label}” from its second row on; leave out what you don’t have.`;
  const heads = ['Column', 'Needed', 'What it is', 'Unit', 'Words allowed', 'Example'];
  heads.forEach((head, index) => {
    const cell = sheet.getCell(4, index + 1);
    cell.value = head;
    cell.font = headFont;
    cell.border = { bottom: { style: 'thin' } };
    sheet.getColumn(index + 1).width = [26, 24, 30, 18, 44, 22][index] ?? 20;
  });
  dataset.fields.forEach((field, index) => {
    const texts = [headOf(field), needText(dataset, field), kindText(field), unitText(field), wordsOf(field).join(', '), exampleOf(field)];
    texts.forEach((text, column) => {
      const cell = sheet.getCell(5 + index, column + 1);
      cell.value = text;
      cell.numFmt = '@';
      cell.alignment = { wrapText: true, vertical: 'top' };
    });
  });
}

function needText(dataset: Dataset, field: Field): string {
  const need = needOf(dataset, field);
  if (need === 'required') return 'in every row';
  const group = dataset.requires.find((names) => names.includes(field.name)) ?? [];
  const labels = dataset.fields.filter(({ name }) => group.includes(name)).map(({ label }) => label);
  if (need === 'one of') return `one of ${labels.join(', ')}`;
  return field.fallback === undefined ? '' : `“${field.fallback}” when empty`;
}

function kindText(field: Field): string {
  switch (field.type) {
    case 'code':
      return 'a number or code, kept as text';
    case 'text':
      return 'a text';
    case 'date':
      return 'a day';
    case 'timestamp':
      return 'a day with time, local clock';
    case 'count':
      return 'a quantity';
    case 'number':
      return 'a number';
    case 'money':
      return 'an amount';
    case 'duration':
      return 'a duration';
    case 'word':
      return 'one of the words allowed';
    case 'boolean':
      return 'yes or no';
  }
}

function unitText(field: Field): string {
  if (field.type === 'money') return 'the plant’s currency';
  if (field.type !== 'duration') return '';
  return { s: 'seconds', min: 'minutes', h: 'hours', d: 'days' }[field.unit ?? 'h'];
}

/** A value as it would be typed. */
export function exampleOf(field: Field): string {
  switch (field.type) {
    case 'code':
      return '00123';
    case 'text':
      return field.label;
    case 'date':
      return '2026-10-31';
    case 'timestamp':
      return '2026-10-31 06:00:00';
    case 'count':
      return '1200';
    case 'number':
      return '12.5';
    case 'money':
      return '1234.56';
    case 'duration':
      return '7.5';
    case 'word':
    case 'boolean':
      return wordsOf(field)[0] ?? '';
  }
}
