/**
 * What speaks for a dataset beside its required columns, and what speaks against it: headers that could stand over anything, columns a
 * dataset can't be without, and columns left over that belong to a neighbour.
 */
import { catalog } from '../../shared/areas/catalog.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import { headerKey } from './headers.ts';
import type { Mapping } from './map-columns.ts';
import { hitsOf } from './recognise-aliases.ts';
import type { ColumnShape } from './recognise-shapes.ts';

const weakKeys = new Map<string, ReadonlySet<string>>();

/** Whether a header says nothing about which dataset its table is. */
export function saysLittle(dataset: Dataset, header: string): boolean {
  let keys = weakKeys.get(dataset.name);
  if (!keys) weakKeys.set(dataset.name, (keys = new Set((dataset.evidence?.weak ?? []).map(headerKey))));
  return keys.has(headerKey(header));
}

/**
 * How much a column says for a dataset that knows its header, by column: one over the number of datasets that know it, too. One whose
 * indispensable columns aren't there has no say.
 */
export function columnWeights(shapes: readonly ColumnShape[]): Map<number, number> {
  const heads = shapes.filter(({ header }) => header !== '');
  const away = new Set(catalog.filter((dataset) => !conceivable(dataset, heads)).map(({ name }) => name));
  return new Map(
    shapes.map((shape) => {
      const datasets = new Set(hitsOf(shape.header).flatMap((hit) => (away.has(hit.dataset) ? [] : [hit.dataset])));
      return [shape.column, datasets.size === 0 ? 0 : 1 / datasets.size] as const;
    }),
  );
}

// By its headers alone: every indispensable column has one that could be it.
function conceivable(dataset: Dataset, heads: readonly ColumnShape[]): boolean {
  const must = dataset.evidence?.must;
  if (!must) return true;
  const heard = (group: readonly string[]): boolean =>
    heads.some((shape) => !saysLittle(dataset, shape.header) && hitsOf(shape.header).some((hit) => hit.dataset === dataset.name && group.includes(hit.field)));
  return must.every(heard);
}

/** Whether a mapping has what its dataset can't be without, and leaves no column of a neighbour over. */
export function admissible(mapping: Mapping, shapes: readonly ColumnShape[]): boolean {
  const { dataset, columns } = mapping;
  const { must = [], unless = [] } = dataset.evidence ?? {};
  const filled = new Map(shapes.filter((shape) => shape.filled > 0).map((shape) => [shape.column, shape] as const));
  const telling = new Set(
    columns.flatMap(({ column, field }) => {
      const shape = filled.get(column);
      return shape && !saysLittle(dataset, shape.header) ? [field.name] : [];
    }),
  );
  if (!must.every((group) => group.some((name) => telling.has(name)))) return false;
  const mapped = new Set(columns.map(({ column }) => column));
  return ![...filled.values()].some((shape) => !mapped.has(shape.column) && hitsOf(shape.header).some((hit) => unless.includes(`${hit.dataset}.${hit.field}`)));
}

/** Whether the rows of a register can be told apart by the column that names them; others may repeat theirs. */
export function tellsApart(mapping: Mapping, shapes: readonly ColumnShape[]): boolean {
  const { dataset, columns } = mapping;
  if (dataset.sameKey !== 'error' || dataset.key.filter((name) => name !== 'source').length > 1) return true;
  return (dataset.requires[0] ?? []).some((name) => {
    const mapped = columns.find(({ field }) => field.name === name);
    const shape = shapes.find(({ column }) => column === mapped?.column);
    return shape !== undefined && shape.filled > 0 && shape.distinct >= shape.filled * 0.8 - 1;
  });
}
