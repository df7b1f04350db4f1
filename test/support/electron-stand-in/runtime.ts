/** The one browser and the one carrier of this process. */
import { Carrier } from './carrier.ts';
import { Chromium } from './chromium.ts';

export const chromium = new Chromium();
export const carrier = new Carrier();
