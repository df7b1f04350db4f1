/** Profiles: file layouts as data, the shipped ones and those the user saved. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../../shared/intake/interpretation.ts';
import type { ReadDb } from '../store/database.ts';
import { savedProfiles } from './store.ts';

const shipped = new Map<string, Profile[]>();

/** Saved profiles first: the user's word wins over ours. */
export function loadProfiles(db: ReadDb, resourcesFolder: string): Profile[] {
  const saved = savedProfiles(db).map(parseProfile);
  return [...saved, ...shippedProfiles(resourcesFolder)];
}

function shippedProfiles(resourcesFolder: string): Profile[] {
  const known = shipped.get(resourcesFolder);
  if (known) return known;
  const folder = join(resourcesFolder, 'profiles');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.profile.json')) : [];
  const profiles = files.sort().map((name) => parseProfile(readFileSync(join(folder, name), 'utf8')));
  shipped.set(resourcesFolder, profiles);
  return profiles;
}

function parseProfile(text: string): Profile {
  return JSON.parse(text) as Profile; // shipped data, checked by a test; saved ones were written by this program
}
