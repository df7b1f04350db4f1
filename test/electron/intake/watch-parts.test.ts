/** The parts of the watch alone: which names are passed over, when a file counts as written, and being the only one. */
import fc from 'fast-check';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clipboardName } from '../../../electron/intake/pasted.ts';
import { isPassedOver, listFolder, mountKind } from '../../../electron/intake/watch-listing.ts';
import { looksWhole, Stability } from '../../../electron/intake/watch-stability.ts';
import { holdAlone } from '../../../electron/store/sole.ts';
import { temporaryFolder } from '../../support/store.ts';

describe('names', () => {
  it.each(['~$plan.xlsx', '.hidden.csv', '.~lock.plan.ods#', 'a.csv.TMP', 'a.crdownload', 'a.csv.part', '8F2B1A00', 'Thumbs.db', 'desktop.ini'])(
    '%s is passed over',
    (name) => {
      expect(isPassedOver(name)).toBe(true);
    },
  );
  it.each(['plan.xlsx', 'output 2026-10.csv', 'IW38', 'SPART.TXT', 'part.csv', 'tmp.csv', '20261001.csv'])('%s is looked at', (name) => {
    expect(isPassedOver(name)).toBe(false);
  });
});

describe('listing', () => {
  it('follows no link and goes down only where asked', async () => {
    const path = temporaryFolder();
    mkdirSync(join(path, 'below'));
    writeFileSync(join(path, 'a.csv'), '12345');
    writeFileSync(join(path, 'below', 'b.csv'), '1');
    symlinkSync(path, join(path, 'round'));
    symlinkSync('/etc/hostname', join(path, 'elsewhere.csv'));
    linkSync(join(path, 'a.csv'), join(path, 'c.csv'));
    const names = async (withSubfolders: boolean) => {
      const listing = await listFolder({ path, withSubfolders });
      return listing.state === 'listed' ? listing.files.map((file) => `${file.relativePath} ${String(file.size)}`).sort() : listing.state;
    };
    expect(await names(false)).toEqual(['a.csv 5', 'c.csv 5']);
    expect(await names(true)).toEqual(['a.csv 5', join('below', 'b.csv') + ' 1', 'c.csv 5'].sort());
    expect(await listFolder({ path: join(path, 'none'), withSubfolders: true })).toEqual({ state: 'absent' });
    expect(await listFolder({ path: join(path, 'a.csv'), withSubfolders: false })).toEqual({ state: 'absent' });
  });

  it('knows the kind of the innermost mount', () => {
    const mounts = 'overlay / overlay rw 0 0\n//server/share /mnt/sh\\040are cifs rw 0 0\ntmpfs /mnt tmpfs rw 0 0\n';
    expect(mountKind(mounts, '/mnt/sh are/exports')).toBe('cifs');
    expect(mountKind(mounts, '/mnt/sh are2')).toBe('tmpfs');
    expect(mountKind(mounts, '/home')).toBe('overlay');
    expect(mountKind('', '/home')).toBe('');
  });
});

describe('stability', () => {
  // A naive account: ready at a look when every look of the last quietMs saw the same non-empty size, the first of them at least quietMs ago.
  it('is ready exactly when nothing changed for the quiet time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.integer({ min: 1, max: 400 }), size: fc.integer({ min: 0, max: 2 }), isListed: fc.boolean() }), { maxLength: 40 }),
        (looks) => {
          const stability = new Stability(500);
          const seen: { at: number; size: number | null }[] = [];
          let now = 0;
          for (const { wait, size, isListed } of looks) {
            now += wait;
            seen.push({ at: now, size: isListed ? size : null });
            const got = stability.settled(isListed ? [{ relativePath: 'a', size, modifiedMs: 7 }] : [], now).length > 0;
            let since = seen.length - 1;
            while (since > 0 && seen[since - 1]?.size === (isListed ? size : null)) since -= 1;
            expect(got).toBe(isListed && size > 0 && now - (seen[since]?.at ?? 0) >= 500);
          }
        },
      ),
    );
  });

  it('counts a changed time as a change', () => {
    const stability = new Stability(100);
    const file = { relativePath: 'a', size: 1, modifiedMs: 1 };
    expect(stability.settled([file], 0)).toEqual([]);
    expect(stability.settled([{ ...file, modifiedMs: 2 }], 150)).toEqual([]);
    expect(stability.settled([{ ...file, modifiedMs: 2 }], 250)).toHaveLength(1);
  });

  it('sees text and zip containers that break off', () => {
    const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
    const whole = (data: Buffer) => looksWhole(data, data);
    expect(whole(bytes('a,b\n1,2\n'))).toBe(true);
    expect(whole(bytes('a,b\r1,2\r'))).toBe(true);
    expect(whole(bytes('a,b\n1,2'))).toBe(false);
    expect(whole(bytes('<html></html>  '))).toBe(true);
    expect(whole(bytes('\uFEFFa\tb\r\n1\t2\r\n', 'utf16le'))).toBe(true);
    expect(whole(bytes('\uFEFFa\tb\r\n1\t2', 'utf16le'))).toBe(false);
    const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(40), Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18)]);
    expect(whole(zip)).toBe(true);
    expect(whole(zip.subarray(0, -20))).toBe(false);
    expect(whole(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 7]))).toBe(true);
  });
});

describe('being the only one', () => {
  it('holds until it is released', () => {
    const file = join(temporaryFolder(), 'lock');
    const first = holdAlone(file);
    expect(first).not.toBeNull();
    expect(holdAlone(file)).toBeNull();
    first?.release();
    const second = holdAlone(file);
    expect(second).not.toBeNull();
    second?.release();
  });
});

describe('the name of what was pasted', () => {
  it('is the minute in the user’s own time', () => {
    expect(clipboardName('2026-11-22T22:31:07.000Z', 'UTC')).toBe('Clipboard 2026-11-22 2231.tsv');
    expect(clipboardName('2026-11-22T23:31:07.000Z', 'Europe/Berlin')).toBe('Clipboard 2026-11-23 0031.tsv');
  });
});
