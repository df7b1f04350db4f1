/** What the demo plant is made of: resources/demo/*.json, checked when read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isoDay } from '../../shared/areas/range.ts';

const minutesRange = z.tuple([z.number(), z.number()]);

const plantSchema = z.object({
  code: z.string(),
  name: z.string(),
  currency: z.string(),
  fiscalStartMonth: z.number(),
  from: isoDay,
  to: isoDay,
  seed: z.string(),
  shifts: z.array(z.object({ code: z.string(), start: z.string() })),
  products: z.array(z.object({ code: z.string(), name: z.string(), idealCycleSeconds: z.number(), price: z.number() })),
  lines: z.array(
    z.object({
      code: z.string(),
      assetPrefix: z.string(),
      department: z.string(),
      products: z.array(z.string()),
      stopMinutes: z.number(), // mean a shift
      scrapRatio: z.number(),
      nightInLowSeason: z.boolean(),
    }),
  ),
  stopReasons: z.array(z.object({ reason: z.string(), weight: z.number(), minutes: minutesRange })),
  holidays: z.array(isoDay),
  departments: z.array(
    z.object({ name: z.string(), costCenter: z.string(), people: z.number(), direct: z.boolean(), hourlyRate: z.number(), roles: z.array(z.string()) }),
  ),
});

const storySchema = z.object({
  failingPress: z.object({
    line: z.string(),
    from: isoDay,
    to: isoDay,
    reasons: z.array(z.string()),
    breakdownsPerShift: z.number(), // at the end of the story
    breakdownMinutes: minutesRange,
    parts: z.array(z.string()),
    partsCost: minutesRange,
    overtimeShare: z.number(), // of the usual call-ins of such a press; 1 at full
    contractByMonth: z.record(z.string(), z.number()),
  }),
  peakMonths: z.array(z.number()),
  energyOverspend: z.object({ account: z.string(), months: z.record(z.string(), z.number()) }),
});

const accountSchema = z.array(z.object({ account: z.string(), name: z.string(), type: z.string() }));
const namesSchema = z.object({ given: z.array(z.string()), family: z.array(z.string()) });

export type Plant = z.infer<typeof plantSchema>;
export type Story = z.infer<typeof storySchema>;
export type Line = Plant['lines'][number];
export type Product = Plant['products'][number];
export type Department = Plant['departments'][number];
export type Account = z.infer<typeof accountSchema>[number];

export interface DemoInputs {
  plant: Plant;
  story: Story;
  accounts: Account[];
  names: z.infer<typeof namesSchema>;
}

/** Reads resources/demo; a file that does not fit its shape is a bug and throws. */
export function readDemoInputs(resourcesFolder: string): DemoInputs {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(resourcesFolder, 'demo', name), 'utf8'));
  return {
    plant: plantSchema.parse(read('plant.json')),
    story: storySchema.parse(read('story.json')),
    accounts: accountSchema.parse(read('accounts.json')),
    names: namesSchema.parse(read('names.json')),
  };
}

export function named<T>(list: readonly T[], matches: (entry: T) => boolean, what: string): T {
  const found = list.find(matches);
  if (found === undefined) throw new Error(`resources/demo names no ${what}`);
  return found;
}
