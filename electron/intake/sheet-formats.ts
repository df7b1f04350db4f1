/** How columns look in the workbooks of the intake: number formats, widths, print set-up. */
import type { PageSetup } from 'exceljs';
import type { Field } from '../../shared/intake/dataset.ts';

export const headFont = { name: 'Calibri', family: 2, size: 11, bold: true } as const;

/** Landscape A4, all columns on one page's width, the head on every page. */
export const landscape: Partial<PageSetup> = {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- A4; the library’s const enum is gone at run time
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '1:1',
};

/** Texts stay texts when a cell is edited; days are days. null: as Excel likes. */
export function numberFormatOf(field: Field | null): string | null {
  switch (field?.type) {
    case undefined:
    case 'code':
    case 'text':
    case 'word':
    case 'boolean':
      return '@';
    case 'date':
      return 'yyyy-mm-dd';
    case 'timestamp':
      return 'yyyy-mm-dd hh:mm:ss';
    case 'money':
      return '#,##0.00';
    case 'count':
    case 'number':
    case 'duration':
      return null;
  }
}

/** Characters. */
export function columnWidth(head: string, field: Field | null): number {
  const least = field?.type === 'timestamp' ? 19 : field?.type === 'text' ? 24 : 11;
  return Math.min(40, Math.max(least, head.length + 3));
}
