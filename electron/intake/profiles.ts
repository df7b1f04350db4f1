/** Profiles: file layouts as data, the shipped ones and those the user saved; listing, renaming, sharing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../shared/faults.ts';
import type { Profile } from '../../shared/intake/interpretation.ts';
import type { ReadDb, WriteDb } from '../store/database.ts';
import { fingerprint, slug } from './profile-from-plan.ts';
import { parseProfileText, refuseUnknown } from './profile-schema.ts';
import { lastVersion, profileUses, putSaved, removeSaved, savedBodies, savedBody, savedByFingerprint, sourcesOf } from './profile-store.ts';
import { headerKey } from './headers.ts';
import { keysOf } from './match-profile.ts';

export interface ProfileLine {
  id: string;
  /** The system, or the name a person gave. */
  name: string;
  dataset: string;
  isSaved: boolean;
  version: number;
  confirmedOnRealFile: boolean;
  note: string | null;
  headers: string[];
  used: number;
  lastFile: string | null;
  lastUsedAt: string | null;
}

const shipped = new Map<string, Profile[]>();

/** Saved profiles first: the user's word wins over ours. */
export function loadProfiles(db: ReadDb, resourcesFolder: string): Profile[] {
  return [...savedBodies(db).map(({ body }) => parseProfile(body)), ...shippedProfiles(resourcesFolder)];
}

/** All profiles with their use, saved ones first. */
export function listProfiles(db: ReadDb, resourcesFolder: string): ProfileLine[] {
  const uses = profileUses(db);
  return loadProfiles(db, resourcesFolder).map((profile) => {
    const use = uses.get(profile.id);
    return {
      id: profile.id,
      name: profile.system,
      dataset: profile.dataset,
      isSaved: profile.saved === true,
      version: profile.version ?? 1,
      confirmedOnRealFile: profile.confirmedOnRealFile,
      note: profile.note ?? null,
      headers: profile.headers,
      used: use?.used ?? 0,
      lastFile: use?.file ?? null,
      lastUsedAt: use?.at ?? null,
    };
  });
}

export interface ProfileChange {
  profile: Profile;
  /** What it replaced: same headers, older version. */
  replaced: number | null;
}

/** Saves a profile under its fingerprint: the same layout becomes a new version of the profile it has, its former ones are kept. */
export function saveProfile(db: WriteDb, made: Omit<Profile, 'id'>, given: { at: string; resourcesFolder: string }): ProfileChange {
  const mark = fingerprint(made);
  const known = savedByFingerprint(db, mark);
  const id = known?.id ?? freeId(db, made.system, given.resourcesFolder);
  const version = Math.max(lastVersion(db, id), known?.version ?? 0) + 1;
  const source = made.source ?? (known ? parseProfile(known.body).source : undefined) ?? sourceSoFar(db, made) ?? id;
  const profile: Profile = { ...made, id, source, saved: true, version };
  refuseUnknown(profile);
  putSaved(db, { id, version, fingerprint: mark, body: JSON.stringify(profile), at: given.at });
  return { profile, replaced: known?.version ?? null };
}

// Rows of this layout already stored were keyed by a source; another one now would store them twice.
function sourceSoFar(db: ReadDb, made: Omit<Profile, 'id'>): string | undefined {
  const wanted = made.headers.flatMap((header) => keysOf(header).slice(0, 1));
  return sourcesOf(db, made.dataset).find(({ headers }) => {
    const keys = new Set(headers.map(headerKey));
    return wanted.every((key) => keys.has(key) || keys.has(key.replace(/ \d+$/u, '')));
  })?.source;
}

function freeId(db: ReadDb, name: string, resourcesFolder: string): string {
  const base = `saved-${slug(name)}`;
  const taken = new Set(loadProfiles(db, resourcesFolder).map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${String(number)}`;
    if (!taken.has(id)) return id;
  }
}

/** Gives a saved profile another name; its id and rows stay. Fault bad-input. */
export function renameProfile(db: WriteDb, input: { id: string; name: string }, at: string): { from: string } {
  const profile = saved(db, input.id);
  const version = (profile.version ?? 1) + 1;
  const body = JSON.stringify({ ...profile, system: input.name, version });
  putSaved(db, { id: profile.id, version, fingerprint: fingerprint(profile), body, at });
  return { from: profile.system };
}

/** Forgets a saved profile; what was imported through it stays. Fault bad-input. */
export function deleteProfile(db: WriteDb, id: string): { name: string } {
  const profile = saved(db, id);
  removeSaved(db, id);
  return { name: profile.system };
}

/** A profile as a file to share. Fault bad-input. */
export function exportProfile(db: ReadDb, id: string, resourcesFolder: string): { fileName: string; text: string } {
  const profile = loadProfiles(db, resourcesFolder).find((one) => one.id === id);
  if (!profile) throw unknown(id);
  const { saved: _saved, version: _version, ...shared } = profile;
  return { fileName: `${slug(profile.system)}.profile.json`, text: `${JSON.stringify(shared, null, 2)}\n` };
}

/** Takes a shared profile in. Whether it was confirmed on a real file is for this plant to see. Fault bad-input, one sentence. */
export function importProfile(db: WriteDb, text: string, given: { at: string; resourcesFolder: string }): ProfileChange {
  const { id: _theirs, version: _version, ...made } = parseProfileText(text);
  return saveProfile(db, { ...made, confirmedOnRealFile: false }, given);
}

function saved(db: ReadDb, id: string): Profile {
  const found = savedBody(db, id);
  if (!found) throw unknown(id);
  return parseProfile(found.body);
}

function unknown(id: string): Fault {
  return new Fault('bad-input', `Profiles: expected the id of a saved profile, found “${id}”; the list of profiles names them.`);
}

/** The profiles of the program's own folder. */
export function shippedProfiles(resourcesFolder: string): Profile[] {
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
