/**
 * Which profile a table's headers belong to. A profile is taken only when all its headers are there; nearly is never enough, and two
 * profiles of different datasets that fit equally well are no answer.
 */
import type { InterpretRequest, Profile } from '../../shared/intake/interpretation.ts';
import { headerKey } from './headers.ts';

export interface HeadedColumn {
  column: number; // 1-based
  header: string;
}

/** Normalised header → column. The second column of one header is “… 2”, the third “… 3”. */
export function columnsByKey(columns: readonly HeadedColumn[]): Map<string, number> {
  const keys = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const { column, header } of columns) {
    const key = headerKey(header);
    if (key === '') continue;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    keys.set(times === 1 ? key : `${key} ${String(times)}`, column);
  }
  return keys;
}

/** The column a profile's header, or one of its alternatives “a | b”, stands in; null when none is there. */
export function columnOf(header: string, keys: ReadonlyMap<string, number>): number | null {
  for (const one of keysOf(header)) {
    const column = keys.get(one);
    if (column !== undefined) return column;
  }
  return null;
}

const known = new Map<string, string[]>();

/** The normalised alternatives of a profile's header. */
export function keysOf(header: string): string[] {
  const cached = known.get(header);
  if (cached) return cached;
  const keys = header.split('|').map(normalised);
  if (known.size > 20_000) known.clear();
  known.set(header, keys);
  return keys;
}

// A key is its own key, so that a saved profile and a label written by hand both work; the number of a repeated header survives.
function normalised(text: string): string {
  return headerKey(text.trim());
}

/** The profile whose headers are all there: the one asked for, else a saved one, else the shipped one with most headers. */
export function findProfile(columns: readonly HeadedColumn[], request: Pick<InterpretRequest, 'profiles' | 'profile' | 'dataset'>): Profile | null {
  const keys = columnsByKey(columns);
  const fitting = request.profiles.filter(
    (profile) =>
      (request.profile === null || profile.id === request.profile) &&
      (request.dataset === null || profile.dataset === request.dataset) &&
      profile.headers.length > 0 &&
      profile.headers.every((header) => columnOf(header, keys) !== null),
  );
  const best = Math.max(...fitting.map(rank));
  const first = fitting.filter((profile) => rank(profile) === best);
  const [only] = first;
  return only && first.every(({ dataset }) => dataset === only.dataset) ? only : null;
}

// A person's own layout goes before any of ours.
function rank(profile: Profile): number {
  return profile.headers.length + (profile.saved === true ? 10_000 : 0);
}

export interface NearProfile {
  profile: Profile;
  missing: string[];
}

/** The saved profile most of whose headers are there (four of five); null when none is near. */
export function nearestSaved(columns: readonly HeadedColumn[], profiles: readonly Profile[]): NearProfile | null {
  const keys = columnsByKey(columns);
  let near: NearProfile | null = null;
  for (const profile of profiles) {
    if (profile.saved !== true || profile.headers.length < 5) continue;
    const missing = profile.headers.filter((header) => columnOf(header, keys) === null);
    if (missing.length === 0 || missing.length > profile.headers.length / 5) continue;
    if (near === null || missing.length < near.missing.length) near = { profile, missing };
  }
  return near;
}
