/**
 * “Order type” heads two things: words (“Preventive”), and a system's own codes (PM01), which mean what each site made of them. Words a
 * shipped or remembered alias knows are the work type; codes none knows are kept as codes, and no work type is guessed from them.
 */
import { cellText } from '../../shared/intake/cells.ts';
import { readWord, wordBook } from './coerce-words.ts';
import type { Mapping } from './map-columns.ts';
import { hitsOf } from './recognise-aliases.ts';
import type { RecognitionInput } from './recognise-input.ts';

const looked = 2_000;

/** Moves the column of order types to the field its values are for. */
export function orderTypesByValues(mapping: Mapping, input: RecognitionInput): Mapping {
  if (mapping.dataset.name !== 'maintenance.workOrders') return mapping;
  const type = mapping.dataset.fields.find(({ name }) => name === 'type');
  const code = mapping.dataset.fields.find(({ name }) => name === 'orderType');
  const mapped = mapping.columns.find(({ field }) => field === type) ?? mapping.columns.find(({ field }) => field === code);
  if (!type || !code || !mapped) return mapping;
  const header = input.shapes.find(({ column }) => column === mapped.column)?.header ?? '';
  if (!hitsOf(header).some((hit) => hit.dataset === mapping.dataset.name && hit.field === 'orderType')) return mapping;
  const book = wordBook(type, [input.layout.profile?.words['type'], input.request.words[`${mapping.dataset.name}.type`]]);
  const texts = new Set(input.table.rows.slice(0, looked).map((row) => cellText(row.cells[mapped.column - 1] ?? null).trim()));
  texts.delete('');
  const known = [...texts].some((text) => readWord(text, book, type) !== null);
  const wanted = !known && texts.size > 0 && [...texts].every((text) => /^\p{Lu}{1,3}\d{1,3}$/u.test(text)) ? code : known ? type : mapped.field;
  if (mapped.field !== wanted && !mapping.columns.some(({ field }) => field === wanted)) mapped.field = wanted;
  return mapping;
}
