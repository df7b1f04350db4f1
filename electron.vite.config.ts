/**
 * Three builds: main (ESM, every entry point of the core and the doors), preload (CommonJS, as a sandboxed one must be), renderer. Only
 * what can't be bundled stays outside: the SQLite binding and the Typst compiler with its WebAssembly file.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const external = ['electron', /^electron\//, /^node:/, 'better-sqlite3', '@myriaddreamin/typst-ts-web-compiler'];

const mainEntries = {
  main: 'electron/main.ts',
  browser: 'electron/browser.ts',
  cli: 'electron/cli.ts',
  'core-worker': 'electron/core/core-worker.ts',
  'writer-worker': 'electron/core/writer-worker.ts',
  'reader-child': 'electron/intake/reader-child.ts',
  'typst-worker': 'electron/packs/typst-worker.ts',
};

function present(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries)
      .map(([name, file]) => [name, resolve(file)] as const)
      .filter(([, file]) => existsSync(file)),
  );
}

const pageEntry = resolve('renderer/index.html');

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: present(mainEntries),
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: { input: { preload: resolve('electron/preload.ts') }, external: ['electron'], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: { outDir: 'out/renderer', sourcemap: true, chunkSizeWarningLimit: 4_000, rolldownOptions: { input: pageEntry } },
  },
});
