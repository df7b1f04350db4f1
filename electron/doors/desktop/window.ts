/** The one place that makes a window. Its place on the screen is remembered in a small file and used only while a screen still shows it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { BrowserWindow, screen, type Rectangle } from 'electron';
import { z } from 'zod';
import { ORIGIN, webPreferences } from './security.ts';

const Place = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int(), maximized: z.boolean() });
type Place = z.infer<typeof Place>;

const FIRST_SIZE = { width: 1440, height: 900 };
const SMALLEST = { width: 960, height: 600 };

export interface WindowChoices {
  preload: string;
  /** Where the window's place is remembered. */
  placeFile: string;
  development: boolean;
}

/** Makes the window and shows it when its page is drawn. */
export async function openWindow(choices: WindowChoices): Promise<BrowserWindow> {
  const place = rememberedPlace(choices.placeFile);
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...(place ? { x: place.x, y: place.y, width: place.width, height: place.height } : {}),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Plant Cockpit',
    webPreferences: webPreferences(choices.preload, choices.development),
  });
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    writeFileSync(choices.placeFile, JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() } satisfies Place));
  });
  await window.loadURL(`${ORIGIN}/`);
  return window;
}

/** Goes to a page of the renderer: `route` is what stands behind its #. */
export async function goTo(window: BrowserWindow, route: string): Promise<void> {
  await window.loadURL(`${ORIGIN}/#${route}`);
}

function rememberedPlace(file: string): Place | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const place = Place.safeParse(parsed(text));
  return place.success && isOnAScreen(place.data) ? place.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// A window whose title bar no screen shows can't be moved back.
function isOnAScreen(place: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
    return across >= 100 && place.y >= area.y && place.y <= area.y + area.height - 50;
  });
}
