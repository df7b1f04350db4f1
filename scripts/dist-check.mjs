/**
 * `npm run dist:check`: packs for Windows against a made-up Electron, looks into the archive, and runs the command line from it.
 * What it cannot show is in docs/only-on-real-electron.md; the installer itself needs a machine with the download.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAll, main, pinnedNode, root, say, stop } from './ensure.mjs';

const work = join(root, '.cache/dist-check');
const packed = join(work, 'dist/win-unpacked');
const asarFile = join(packed, 'resources/app.asar');
const native = 'node_modules/better-sqlite3/prebuilds/win32-x64.node';

/** Only these may be in the archive; each was looked at. */
const wanted = [
  /^package\.json$/,
  /^out\/(main|preload|renderer)\/.+\.(js|cjs|html|css|woff2?|ttf|svg|png)$/,
  /^resources\/(demo|fonts|icons|packs|profiles)\//,
  /^electron\/store\/migrations\/\d{4}-[\w-]+\.sql$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/win32-x64\.node)$/,
  /^node_modules\/@myriaddreamin\/typst-ts-web-compiler\/(package\.json|LICENSE|pkg\/.+\.(mjs|wasm))$/,
];
const needed = [
  'package.json',
  'out/main/main.js',
  'out/main/cli.js',
  'out/main/core-worker.js',
  'out/main/writer-worker.js',
  'out/main/reader-child.js',
  'out/main/typst-worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'resources/demo/plant.json',
  'resources/packs/monthly.typ',
  'electron/store/migrations/0001-foundation.sql',
  'node_modules/better-sqlite3/lib/index.js',
  native,
  'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
];

await main(async () => {
  ensureAll();
  const { makeFakeWindowsElectron } = await import('../tools/fake-win-dist.mjs');
  const { extractAll, listPackage } = await import('@electron/asar');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  makeFakeWindowsElectron(join(work, 'electron'), join(root, 'node_modules/electron/package.json'));
  pack();
  const found = listPackage(asarFile, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
  const app = join(work, 'app');
  extractAll(asarFile, app);
  const files = found.filter((path) => statSync(join(app, path)).isFile());
  const problems = [
    ...needed.filter((path) => !files.includes(path)).map((path) => `missing: ${path}`),
    ...files.filter((path) => !wanted.some((pattern) => pattern.test(path))).map((path) => `not needed: ${path}`),
    ...unpackedProblems(),
    ...runProblems(app),
  ];
  for (const problem of problems) say(problem);
  const megabytes = (statSync(asarFile).size / 1024 / 1024).toFixed(1);
  say(`${String(files.length)} files, archive ${megabytes} MB: ${problems.length === 0 ? 'as it should be' : `${String(problems.length)} problems`}`);
  return problems.length === 0 ? 0 : 1;
});

function pack() {
  const options = ['--dir', '--win', '--x64', `-c.electronDist=${join(work, 'electron')}`, `-c.directories.output=${join(work, 'dist')}`];
  const result = spawnSync(pinnedNode(), [join(root, 'node_modules/electron-builder/cli.js'), ...options], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    windowsHide: true,
  });
  if (result.status !== 0) stop(`electron-builder failed (exit code ${String(result.status)}); the lines above say why.`);
  if (!existsSync(join(packed, 'Plant Cockpit.exe'))) stop('electron-builder made no Plant Cockpit.exe.');
}

/** Native modules can't be loaded out of the archive: they lie beside it, and nothing else does. */
function unpackedProblems() {
  const folder = `${asarFile}.unpacked`;
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
    : [];
  return files.length === 1 && files[0] === native ? [] : [`unpacked beside the archive: expected only ${native}, found ${files.join(', ') || 'nothing'}`];
}

/** The packed files suffice to run: an import goes through core, reader child and SQLite, with this system's binary lent to it. */
function runProblems(app) {
  const binary = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
  if (!existsSync(join(root, binary))) return [`no SQLite binary of this system to try the packed command line with: ${binary}`];
  if (binary !== native) copyFileSync(join(root, binary), join(app, binary));
  const file = join(work, 'output.csv');
  writeFileSync(file, 'Date,Line,Good,Scrap\r\n2026-10-30,Press 1,940,12\r\n2026-10-31,Press 1,951,9\r\n');
  const result = spawnSync(pinnedNode(), [join(app, 'out/main/cli.js'), 'import', file, '--store', join(work, 'try/store.sqlite'), '--json'], {
    cwd: work,
    encoding: 'utf8',
    windowsHide: true,
  });
  if (result.status === 0 && JSON.parse(result.stdout).results[0]?.status === 'committed') return [];
  return [`the packed command line failed (exit code ${String(result.status)}): ${result.stderr.trim() || result.stdout.trim()}`];
}
