/**
 * Which profile a table's headers belong to. A profile is taken only when all its headers are there; nearly is never enough, and two
 * profiles of different datasets that fit equally well are no answer.
 */
import type { InterpretRequest, Profile } from '../../shared/intake/interpretation.ts';
import { fold } from '../../shared/kit/fold.ts';
import { headerKey } from './headers.ts';

export interface HeadedColumn {
  column: number; // 1-based
  header: string;
}

/** The columns of a table by what their headers say. */
export interface HeaderKeys {
  /** As written, but for case and accents: “Slutförd av” and “Slutförd” stay apart. */
  literal: ReadonlyMap<string, number>;
  /** Normalised. The second column of one header is “… 2”, the third “… 3”. */
  normal: ReadonlyMap<string, number>;
}

export function columnsByKey(columns: readonly HeadedColumn[]): HeaderKeys {
  const literal = new Map<string, number>();
  const normal = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const { column, header } of columns) {
    const key = headerKey(header);
    if (key === '') continue;
    const text = literally(header);
    if (!literal.has(text)) literal.set(text, column);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    normal.set(times === 1 ? key : `${key} ${String(times)}`, column);
  }
  return { literal, normal };
}

/** The column a profile's header, or one of its alternatives “a | b”, stands in; null when none is there. */
export function columnOf(header: string, keys: HeaderKeys): number | null {
  const alternatives = alternativesOf(header);
  for (const { text } of alternatives) {
    const column = keys.literal.get(text);
    if (column !== undefined) return column;
  }
  for (const { key } of alternatives) {
    const column = keys.normal.get(key);
    if (column !== undefined) return column;
  }
  return null;
}

interface Alternative {
  text: string;
  key: string;
}

const known = new Map<string, Alternative[]>();

function alternativesOf(header: string): Alternative[] {
  const cached = known.get(header);
  if (cached) return cached;
  const alternatives = header.split('|').map((text) => ({ text: literally(text), key: headerKey(text.trim()) }));
  if (known.size > 20_000) known.clear();
  known.set(header, alternatives);
  return alternatives;
}

function literally(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}

/** The normalised alternatives of a profile's header. */
export function keysOf(header: string): string[] {
  return alternativesOf(header).map(({ key }) => key);
}

const vocabularies = new WeakMap<readonly Profile[], ReadonlySet<string>>();

/** Whether a text is a header of any of these profiles: a head in words no dataset knows is found by it. */
export function isProfileHeader(text: string, profiles: readonly Profile[]): boolean {
  let words = vocabularies.get(profiles);
  if (!words) {
    const headers = profiles.flatMap((profile) => [...profile.headers, ...Object.keys(profile.columns), ...(profile.dropped ?? [])]);
    vocabularies.set(profiles, (words = new Set(headers.flatMap((header) => alternativesOf(header).map((one) => one.text)))));
  }
  return words.has(literally(text));
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
