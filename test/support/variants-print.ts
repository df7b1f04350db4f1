/** Dates and figures as the locales of a recipe print them. */
import type { GridCell } from './containers.ts';
import type { Recipe } from './variants-recipes.ts';
import type { Typed } from './variants-table.ts';
import { monthName, type Tongue } from './variants-words.ts';

export interface Style {
  recipe: Recipe;
  tongue: Tongue;
  /** The container keeps numbers and dates as such. */
  workbook: boolean;
}

/** `grouped`: its whole numbers get separators too. `money`: it may carry a currency. */
export interface Figures {
  grouped: boolean;
  money: boolean;
}

export function printed(cell: Typed | null, style: Style, figures: Figures): GridCell | null {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return { text: cell.text };
    case 'number':
      return printedNumber(cell.value, style, figures);
    case 'day':
    case 'moment':
      return printedDate(cell, style);
  }
}

function printedNumber(value: number, { recipe, workbook }: Style, { grouped, money }: Figures): GridCell {
  const plain = plainNumber(value);
  if (workbook && (recipe.numbers === 'typed' || recipe.numbers === '1234.5')) return { text: plain, value, format: 'number' };
  const size = plain.replace(/^-/u, '');
  const [whole = '', rest] = size.split('.');
  const split = (mark: string): string => (grouped ? whole.replace(/\B(?=(\d{3})+$)/gu, mark) : whole);
  const sign = value < 0 ? '-' : '';
  const joined = (group: string, point: string): string => `${split(group)}${rest === undefined ? '' : `${point}${rest}`}`;
  switch (recipe.numbers) {
    case 'typed':
    case '1234.5':
      return { text: plain };
    case '1,234.5':
      return { text: `${sign}${joined(',', '.')}` };
    case '1234,5':
      return { text: plain.replace('.', ',') };
    case '1.234,5':
      return { text: `${sign}${joined('.', ',')}` };
    case '1 234,5':
      return { text: `${sign}${joined(recipe.salt % 2 === 0 ? '\u00A0' : '\u202F', ',')}` };
    case '1234.5-':
      return { text: `${size}${sign}` };
    case '€ 1,234.50':
      return money ? { text: `${sign}€ ${split(',')}.${(rest ?? '').padEnd(2, '0')}` } : { text: `${sign}${joined(',', '.')}` };
  }
}

/** Never in powers of ten. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/u, '') : text;
}

const epoch = Date.UTC(1899, 11, 30);

function printedDate(cell: Extract<Typed, { kind: 'day' | 'moment' }>, { recipe, tongue, workbook }: Style): GridCell {
  const clock = cell.kind === 'moment' ? cell.clock : null;
  const serial = (Date.parse(`${cell.day}T${clock ?? '00:00:00'}Z`) - epoch) / 86_400_000;
  const [year = '', month = '', day = ''] = cell.day.split('-');
  const tail = clock === null ? '' : ` ${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
  if (recipe.dates === 'serials') {
    return workbook ? { text: `${day}/${month}/${year}${tail}`, value: serial, format: clock === null ? 'day' : 'moment' } : { text: String(serial) };
  }
  const text = {
    iso: cell.day,
    dots: `${day}.${month}.${year}`,
    'day/month': `${day}/${month}/${year}`,
    'month/day': `${month}/${day}/${year}`,
    'named months': `${String(Number(day))} ${monthName(tongue, Number(month))} ${year}`,
    'two-digit years': `${day}/${month}/${year.slice(2)}`,
  }[recipe.dates];
  return { text: `${text}${tail}` };
}
