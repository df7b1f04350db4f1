/**
 * `npm run verify`: everything needed to test, then every check. Ends with one line `N passed, N failed, N skipped`, summed over
 * all suites; a check such as lint counts as one test. Nothing stops early, so that one run tells all that is wrong.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAll, ensureDependencies, pinnedNode, root, say, SetUpFailure } from './ensure.mjs';
import { installedRuntime } from './electron.mjs';
import { ensureTestTools } from './test-tools.mjs';
import { playwrightCounts, summaryLine, sum, vitestCounts } from './counts.mjs';

const artifacts = join(root, 'artifacts');
const counts = [];

try {
  ensureDependencies();
  ensureTestTools();
  mkdirSync(artifacts, { recursive: true });
  check('type check', ['node_modules/typescript/bin/tsc', '-b']);
  check('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']);
  check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
  check('dependency rules', [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    'shared',
    'electron',
    'renderer',
    '--config',
    '.dependency-cruiser.cjs',
  ]);
  // the command line's tests run the built program
  const isBuilt = build();
  suite(
    'unit tests',
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=artifacts/unit.json'],
    'unit.json',
    vitestCounts,
  );
  if (isBuilt) {
    sayWhichElectron();
    suite('end-to-end tests', ['node_modules/@playwright/test/cli.js', 'test'], 'e2e.json', playwrightCounts);
  }
} catch (error) {
  if (!(error instanceof SetUpFailure)) throw error;
  say(error.message);
  counts.push({ passed: 0, failed: 1, skipped: 0 });
}

const total = sum(counts);
process.stdout.write(`\n${summaryLine(total)}\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

function check(name, script) {
  counts.push(pass(name, runs(name, script)));
}

function build() {
  title('build');
  try {
    ensureAll();
    counts.push(pass('build', true));
    return true;
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error;
    say(error.message);
    counts.push(pass('build', false));
    return false;
  }
}

/** A suite is counted from its own report; a run that ended badly without a failed test counts as one failure. */
function suite(name, script, reportName, countsOf) {
  const file = join(artifacts, reportName);
  rmSync(file, { force: true });
  const succeeded = runs(name, script);
  const found = existsSync(file) ? countsOf(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  if ((!succeeded && found.failed === 0) || found.passed + found.failed + found.skipped === 0) found.failed += 1;
  say(`${name}: ${summaryLine(found)}`);
  counts.push(found);
}

function runs(name, script) {
  title(name);
  const result = spawnSync(
    pinnedNode(),
    script.map((part, index) => (index === 0 ? join(root, part) : part)),
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true },
  );
  if (result.error) say(`${name} could not be started: ${result.error.message}`);
  return result.status === 0;
}

function pass(name, succeeded) {
  say(`${name}: ${succeeded ? 'passed' : 'FAILED'}`);
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

function title(name) {
  say(`\n── ${name}`);
}

function sayWhichElectron() {
  const runtime = installedRuntime();
  if (runtime) return say(`Electron: the real runtime, ${runtime}`);
  say('Electron: the stand-in of test/support (no runtime here). It cannot show:');
  const list = join(root, 'docs/only-on-real-electron.md');
  if (existsSync(list)) for (const line of readFileSync(list, 'utf8').split(/\r?\n/)) if (/^\s*[-*] /.test(line)) say(line);
}
