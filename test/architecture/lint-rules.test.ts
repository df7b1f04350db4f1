/** Each rule of style that ESLint holds catches what it is there for, and lets the lawful form pass. */
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

// Typed rules need a file of a project: the text is planted over one that exists.
const places = { shared: 'shared/kit/ratio.ts', core: 'electron/core/handle.ts', door: 'electron/main.ts', test: 'test/support/runtime.ts' } as const;
let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint();
});

async function rulesBroken(text: string, place: keyof typeof places = 'shared'): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: places[place] });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const caught: [rule: string, text: string, place?: keyof typeof places][] = [
  ['@typescript-eslint/no-explicit-any', 'export function f(x: any): void { void x; }'],
  ['@typescript-eslint/no-non-null-assertion', 'export function f(x: string | null): number { return x!.length; }'],
  ['house/reasoned-assertion', '\nexport function f(x: unknown): string {\n  const y = x;\n  return y as string;\n}'],
  ['house/reasoned-disable', '/* eslint-disable no-console */\nexport const x = 1;'],
  ['no-restricted-syntax', 'export const now = new Date();'],
  ['no-restricted-syntax', 'export const now = Date.now();'],
  ['no-restricted-syntax', 'export const now = Math.random();', 'core'],
  ['no-restricted-syntax', 'export enum Color { Red }'],
  ['no-restricted-syntax', "export * from './money.ts';"],
  ['no-restricted-imports', "export { toMinor } from './money';"],
  ['no-console', "console.log('x');", 'door'],
  ['no-empty', 'export function f(g: () => void): void { try { g(); } catch {} }'],
  ['max-lines', 'export {};\n'.repeat(401)],
  ['@typescript-eslint/max-params', 'export function f(a: 1, b: 1, c: 1, d: 1, e: 1): number { return a + b + c + d + e; }'],
  ['@typescript-eslint/no-floating-promises', 'export function f(g: () => Promise<void>): void { g(); }'],
];

const lawful: [text: string, place?: keyof typeof places][] = [
  ["export const x = ['a'] as const;"],
  ['export function f(x: unknown): string {\n  return x as string; // the caller has checked it\n}'],
  ['export const day = new Date(0);'],
  ['export const now = new Date();', 'door'],
  ["console.log('x');", 'test'],
  ['export const x = JSON.parse("1") as number;', 'test'],
];

describe('lint rules', () => {
  it.each(caught)('%s catches %j', async (rule, text, place) => {
    expect(await rulesBroken(text, place)).toContain(rule);
  });

  it.each(lawful)('let %j pass', async (text, place) => {
    expect(await rulesBroken(text, place)).toEqual([]);
  });

  it('report a suppression that suppresses nothing', async () => {
    const [result] = await eslint.lintText('// eslint-disable-next-line no-console -- nothing here\nexport const x = 1;\n', { filePath: places.shared });
    expect(result?.messages.some((message) => message.message.startsWith('Unused eslint-disable'))).toBe(true);
  });
});
