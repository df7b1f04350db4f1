/** The set-up commands' own arithmetic: what verify counts, and when dependencies have to be installed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface CountsModule {
  vitestCounts(report: unknown): Counts;
  playwrightCounts(report: unknown): Counts;
  sum(counts: Counts[]): Counts;
  summaryLine(counts: Counts): string;
}

interface EnsureModule {
  missingDependency(folder: string): string | null;
}

let counts: CountsModule;
let ensure: EnsureModule;
const folder = mkdtempSync(join(tmpdir(), 'set-up-'));

beforeAll(async () => {
  // The scripts are plain JavaScript, so that they start on any Node.
  counts = (await import(pathToFileURL(resolve('scripts/counts.mjs')).href)) as CountsModule;
  ensure = (await import(pathToFileURL(resolve('scripts/ensure.mjs')).href)) as EnsureModule;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what verify counts', () => {
  it('takes a test file that could not be loaded for one failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(counts.vitestCounts(report)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('takes a flaky test for a failed one', () => {
    expect(counts.playwrightCounts({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }, errors: [{}] })).toEqual({
      passed: 5,
      failed: 3,
      skipped: 3,
    });
  });

  it('ends in one line over all suites', () => {
    const total = counts.sum([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 40, failed: 2, skipped: 3 },
    ]);
    expect(counts.summaryLine(total)).toBe('41 passed, 2 failed, 3 skipped');
  });
});

describe('dependencies are installed', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/other-system': { version: '1.0.0', optional: true } } };

  function install(installed: Record<string, { version: string }> | null): void {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'node_modules/a'), { recursive: true });
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    if (installed) writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }

  it('when there are none, one is missing, or one is of another version', () => {
    install(null);
    expect(ensure.missingDependency(folder)).toBe('nothing installed yet');
    install({});
    expect(ensure.missingDependency(folder)).toBe('a is missing');
    install({ 'node_modules/a': { version: '0.9.0' } });
    expect(ensure.missingDependency(folder)).toBe('a is 0.9.0, the lockfile says 1.0.0');
  });

  it('and not when they are what the lockfile says', () => {
    install({ 'node_modules/a': { version: '1.0.0' } });
    expect(ensure.missingDependency(folder)).toBeNull();
    rmSync(join(folder, 'node_modules/a'), { recursive: true });
    expect(ensure.missingDependency(folder)).toBe('a is gone');
  });
});
