/** Everything known of the samples, by digest. */
import type { KnownSamples } from '../samples-checks.ts';
import { cmmsSamples } from './cmms.ts';
import { financeSamples } from './finance.ts';
import { productionSamples } from './production.ts';
import { qualitySamples } from './quality.ts';
import { staffingSamples } from './staffing.ts';

export const knownSamples: KnownSamples = { ...productionSamples, ...cmmsSamples, ...financeSamples, ...staffingSamples, ...qualitySamples };
