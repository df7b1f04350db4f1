/** One column of figures and nothing else: measured values in all likelihood, which a person confirms. */
import { qualityMeasurements } from '../../shared/areas/quality/datasets.ts';
import type { RecognitionInput } from './recognise-input.ts';
import type { Recognition } from './recognition.ts';
import { share } from './recognise-shapes.ts';

/** Null for tables of more than one column, and for another dataset asked for. */
export function loneColumn({ table, shapes, request }: RecognitionInput): Recognition | null {
  const [shape] = shapes;
  const field = qualityMeasurements.fields.find(({ name }) => name === 'value');
  if (!shape || !field || table.columns.length > 1 || share(shape, 'number') < 1) return null;
  const isAsked = request.dataset === qualityMeasurements.name;
  if (request.dataset !== null && !isAsked) return null;
  const sentence = `There is one column of figures${shape.header === '' ? '' : `, “${shape.header}”,`} and nothing that says what they are; confirm ${qualityMeasurements.label} and name the characteristic, or choose another dataset.`;
  return {
    dataset: qualityMeasurements,
    profile: null,
    mapping: { dataset: qualityMeasurements, columns: [{ column: shape.column, field, how: 'values', rank: 0 }], notes: new Map() },
    wide: [],
    score: isAsked ? 1 : 0.5,
    reasons: ['the only column holds nothing but figures'],
    question: isAsked ? null : { code: 'unsure-dataset', sentence, fields: [] },
    how: 'recognised',
    stated: {},
  };
}
