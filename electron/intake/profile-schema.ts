/** What a profile is as JSON: a shared file is checked by it before anything is stored, and one sentence says what is wrong. */
import { z } from 'zod';
import { catalog, datasetNamed } from '../../shared/areas/catalog.ts';
import { Fault } from '../../shared/faults.ts';
import type { Profile } from '../../shared/intake/interpretation.ts';

const text = z.string().max(500);
const name = z.string().min(1).max(200);
// a header with its spellings in all languages of a system
const header = z.string().min(1).max(2_000);

export const constantSourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('cell'), row: z.int().min(1), column: z.int().min(1) }),
  z.object({ from: z.literal('title'), after: name }),
  z.object({ from: z.literal('sheet-name') }),
  z.object({ from: z.literal('file-name') }),
]);

export const profileSchema: z.ZodType<Profile> = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/u, { message: 'expected small letters, digits and dashes' }),
  source: z.string().max(80).exactOptional(),
  system: name,
  dataset: name,
  headers: z.array(header).min(2, { message: 'expected at least two headers' }).max(500),
  columns: z.record(header, name),
  constants: z.record(name, text),
  words: z.record(name, z.record(name, name)),
  dateOrder: z.enum(['day-first', 'month-first']).nullable(),
  confirmedOnRealFile: z.boolean(),
  headRows: z.int().min(1).max(8).exactOptional(),
  constantsFrom: z.record(name, constantSourceSchema).exactOptional(),
  decimal: z.enum(['.', ',']).nullable().exactOptional(),
  missing: z.array(text).exactOptional(),
  real: z.array(text).exactOptional(),
  dropped: z.array(header).exactOptional(),
  leaveOut: z.array(z.object({ header, values: z.array(text) })).exactOptional(),
  joined: z.record(name, z.array(header).min(1)).exactOptional(),
  split: z.record(header, name).exactOptional(),
  repeats: z.array(z.array(header).min(1)).min(2).exactOptional(),
  julian: z.boolean().exactOptional(),
  reversedSign: z.boolean().exactOptional(),
  title: text.exactOptional(),
  note: z.string().max(2_000).exactOptional(),
  saved: z.boolean().exactOptional(),
  version: z.int().min(1).exactOptional(),
});

/** A profile from its JSON text. Fault bad-input, one sentence. */
export function parseProfileText(json: string): Profile {
  let value: unknown;
  try {
    value = JSON.parse(json, refusePrototypes);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('bad-input', 'The profile: expected a JSON file as “Share” writes it, found text that is no JSON; choose another file.', { cause: error });
  }
  const parsed = profileSchema.safeParse(value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const place = first && first.path.length > 0 ? `“${first.path.map(String).join('.')}”` : 'its contents';
    throw new Fault('bad-input', `The profile, ${place}: ${first?.message ?? 'not as expected'}; choose a file that “Share” wrote.`);
  }
  refuseUnknown(parsed.data);
  return parsed.data;
}

function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw new Fault('bad-input', `The profile: expected names of columns and fields, found “${key}”; choose another file.`);
  return value;
}

/** Fault bad-input when a profile names a dataset, field or word that does not exist. */
export function refuseUnknown(profile: Profile): void {
  const dataset = datasetNamed(profile.dataset);
  if (!dataset) {
    throw new Fault(
      'bad-input',
      `The profile “${profile.system}”: there is no dataset “${profile.dataset}”; choose one of ${catalog.map((one) => one.name).join(', ')}.`,
    );
  }
  const fields = new Map(dataset.fields.map((field) => [field.name, field] as const));
  const named = [
    ...Object.values(profile.columns),
    ...Object.keys(profile.constants),
    ...Object.keys(profile.words),
    ...Object.keys(profile.constantsFrom ?? {}),
    ...Object.keys(profile.joined ?? {}),
  ];
  const unknown = named.find((one) => !fields.has(one));
  if (unknown !== undefined) {
    throw new Fault(
      'bad-input',
      `The profile “${profile.system}”: ${dataset.name} has no field “${unknown}”; its fields are ${[...fields.keys()].join(', ')}.`,
    );
  }
  for (const [field, texts] of Object.entries(profile.words)) {
    const words = Object.keys(fields.get(field)?.words ?? {});
    const wrong = Object.values(texts).find((word) => !words.includes(word));
    if (wrong !== undefined) {
      throw new Fault('bad-input', `The profile “${profile.system}”: “${wrong}” is no word of ${field}; the words are ${words.join(', ')}.`);
    }
  }
}
