/** What must not be in the repository: sample files' names, machine paths, registry hosts, secrets, files too long to read. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from '../support/tracked-files.ts';

const textKinds = new Set(['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.md', '.sql', '.css', '.html', '.yml', '.typ', '.svg', '.txt', '.csv', '']);
const texts = trackedFiles()
  .filter((file) => textKinds.has(extname(file)))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

// Written in pieces, so that this file is not its own find. A home called “me” is nobody's.
const findings: Record<string, RegExp> = {
  'a path of one machine': new RegExp(['(?<![\\w.])/(wo', 'rk|ro', 'ot|ho', 'me)/(?!me/)[a-z][\\w.-]*/|[A-Z]:\\\\\\\\?Us', 'ers\\\\'].join('')),
  'a package registry’s host': new RegExp(['regis', 'try\\.[a-z0-9-]+\\.[a-z]{2,}|"resol', 'ved": "https?:'].join('')),
  'a private key': new RegExp(['BEGIN [A-Z ]*PRI', 'VATE KEY'].join('')),
  'a token': new RegExp(['(gh[pousr]_|npm_|xox[bp]-)[A-Za-z0-9]{2', '0,}|AKIA[0-9A-Z]{16}'].join('')),
};

function found(pattern: RegExp, sources: readonly { file: string; text: string }[]): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

describe('the repository', () => {
  it.each(Object.keys(findings))('holds no trace of %s', (what) => {
    expect(found(findings[what] ?? /$^/, texts)).toEqual([]);
  });

  it('would be caught holding them', () => {
    const planted = [
      ['see /ho', 'me/someone/plant.xlsx'],
      ['C:\\Us', 'ers\\someone'],
      ['regis', 'try.example.org'],
      ['-----BEGIN PRI', 'VATE KEY-----'],
      ['ghp_', 'a'.repeat(36)],
    ].map((pieces) => ({ file: pieces.join(''), text: pieces.join('') }));
    const caught = Object.values(findings).flatMap((pattern) => found(pattern, planted));
    expect(caught).toHaveLength(planted.length);
  });

  it('names no sample file', (context) => {
    const index = '../shared/samples/INDEX.tsv';
    if (!existsSync(index)) return context.skip('samples not present');
    const names = readFileSync(index, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => basename(line.split('\t')[0] ?? ''))
      .filter((name) => name !== '');
    const repositories = names.map((name) => name.split('__').slice(0, 2).join('/')).filter((name) => name.includes('/'));
    expect(names.length).toBeGreaterThan(20);
    const named = texts.flatMap(({ file, text }) => [...names, ...repositories].filter((name) => text.includes(name)).map((name) => `${file}: ${name}`));
    expect(named).toEqual([]);
  });

  it('has no code file over 400 lines', () => {
    // A migration is one state of the whole schema, and is never split after it ran.
    const long = texts
      .filter(({ file }) => !file.startsWith('electron/store/migrations/') && /\.(tsx?|mjs|cjs|js|sql|typ|css)$/.test(file))
      .map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  it('has no note to do later', () => {
    const marks = new RegExp(['\\b(TO', 'DO|FIX', 'ME|XX', 'X)\\b'].join(''));
    expect(
      found(
        marks,
        texts.filter(({ file }) => /\.(tsx?|mjs|cjs|js|sql|typ|css)$/.test(file)),
      ),
    ).toEqual([]);
  });
});
