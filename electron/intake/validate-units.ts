/** A column of units beside quantities nobody keeps apart by unit: pieces and kilograms would be added. That is asked. */
import { cellText } from '../../shared/intake/cells.ts';
import type { FoundTable } from './found-table.ts';
import { headerKey, isUnitWord } from './headers.ts';
import type { Mapping } from './map-columns.ts';
import type { ColumnShape } from './recognise-shapes.ts';

const unitHeads: ReadonlySet<string> = new Set(
  `uom|unit|units|unit measure|base unit measure|bun|me|einheit|mengeneinheit|basismengeneinheit|basiseinheit|unite|unidad|unidad medida|unidade|
   unita|unita misura|eenheid|jednostka|jm|enhet|birim`
    .split('|')
    .map((head) => head.trim()),
);

/** The sentence to ask with, when a mapped quantity would be summed over several units; null otherwise. */
export function mixedUnits(table: FoundTable, shapes: readonly ColumnShape[], mapping: Mapping): string | null {
  const counted = mapping.columns.filter(({ field }) => field.type === 'count' && field.measure === true && field.per === undefined);
  const [first] = counted;
  if (!first) return null;
  const taken = new Set(mapping.columns.map(({ column }) => column));
  for (const shape of shapes) {
    if (taken.has(shape.column) || shape.distinct < 2 || shape.texts < shape.filled * 0.9 || !unitHeads.has(headerKey(shape.header))) continue;
    const units = new Set(
      table.rows.slice(0, 5_000).map((row) =>
        cellText(row.cells[shape.column - 1] ?? null)
          .trim()
          .toUpperCase(),
      ),
    );
    units.delete('');
    if (units.size < 2 || units.size > 40 || [...units].filter((unit) => isUnitWord(unit) || /^[\p{L}\d²³]{1,4}$/u.test(unit)).length * 2 < units.size)
      continue;
    const named = [...units].slice(0, 4).join(', ');
    return `Column “${shape.header}” mixes units (${named}), and ${first.field.label} would be added across them; leave rows of other units out, or choose a dataset with a unit.`;
  }
  return null;
}
