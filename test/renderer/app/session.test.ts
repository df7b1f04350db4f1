import { expect, it } from 'vitest';
import { takeSession } from '../../../renderer/app/session.ts';

function stage(hash: string) {
  const kept = new Map<string, string>();
  const shown: string[] = [];
  const place = { hash, pathname: '/', search: '' } as Location; // the parts that are read
  const history = { replaceState: (_state: unknown, _title: string, address: string) => shown.push(address) } as unknown as History; // likewise
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) } as unknown as Storage; // likewise
  return { place, history, storage, kept, shown };
}

it('takes the token once and removes it from the address at once', () => {
  const { place, history, storage, kept, shown } = stage('#token=abc%2B1');
  expect(takeSession(place, history, storage)).toBe('abc+1');
  expect([...kept.values()]).toEqual(['abc+1']);
  expect(shown).toEqual(['/#/']);
});

it('keeps it over a reload and lives without one', () => {
  const { place, history, storage, kept, shown } = stage('#/budget');
  expect(takeSession(place, history, storage)).toBeNull();
  kept.set('plant-cockpit.session', 'abc');
  expect(takeSession(place, history, storage)).toBe('abc');
  expect(shown).toEqual([]);
});
