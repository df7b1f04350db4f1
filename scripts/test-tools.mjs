/** The programs tests look through: a browser, and the tools that read our PDFs and workbooks back. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './ensure.mjs';

// program on the PATH → Debian's package
const tools = { chromium: 'chromium', pdftotext: 'poppler-utils', qpdf: 'qpdf', soffice: 'libreoffice-calc' };

/** Installs what is missing on Debian as root; elsewhere says what to install. Tests that need a missing tool say so themselves. */
export function ensureTestTools() {
  const missing = missingTools();
  if (missing.length === 0) return;
  const packages = missing.map((program) => tools[program]);
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    say(`Some tests need ${missing.join(', ')}: install ${packages.join(' ')} (on Debian: apt-get install ${packages.join(' ')}).`);
    return;
  }
  say(`Installing ${packages.join(', ')} …`);
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...packages]);
  const still = missingTools();
  if (still.length > 0) say(`Still missing: ${still.join(', ')}; the tests that need them will say so.`);
}

function missingTools() {
  return Object.keys(tools).filter((program) => !isOnPath(program));
}

function apt(commands) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=600', ...commands], { stdio: ['ignore', 2, 2], env: environment });
  if (result.status !== 0) say(`apt-get ${commands[0]} did not succeed (exit code ${String(result.status)}).`);
}

function isOnPath(program) {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program];
  return (process.env.PATH ?? '').split(delimiter).some((folder) => names.some((name) => isExecutable(join(folder, name))));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'ENOTDIR') return false;
    throw error;
  }
}
