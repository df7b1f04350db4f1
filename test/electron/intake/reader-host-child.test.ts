/** The host with the real reader child: files on disk in, answers out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryFile } from '../../../electron/core/entries.ts';
import { createReaderHost, forkTransport, type ReaderHost } from '../../../electron/intake/reader-host.ts';
import type { ReaderTransport } from '../../../electron/intake/reader-transport.ts';
import { answerWindow } from '../../../electron/intake/reader-wire.ts';
import type { ChildAnswer } from '../../../shared/intake/interpretation.ts';
import { writeXlsx } from '../../support/xlsx-writer.ts';
import { interpretInput } from '../../support/interpret-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'reader-child-'));
const entry = entryFile('reader-child');
const silent = { info: () => undefined, error: () => undefined };
let host: ReaderHost;

beforeEach(() => {
  host = createReaderHost({ transport: forkTransport({ entry }), log: silent });
});
afterEach(() => {
  host.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function onDisk(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function answers(path: string, fileName?: string): Promise<ChildAnswer[]> {
  const seen: ChildAnswer[] = [];
  await host.interpret(interpretInput(path, fileName ?? 'export.csv'), (answer) => {
    seen.push(answer);
  });
  return seen;
}

function readings(count: number): string {
  const stamp = (i: number): string => new Date(Date.UTC(2025, 0, 1) + i * 900_000).toISOString().slice(0, 16).replace('T', ' ');
  return `Date;Energy kWh\n${Array.from({ length: count }, (_, i) => `${stamp(i)};${String(i % 50)}`).join('\n')}\n`;
}

describe('the reader child', () => {
  it('tells the file, its tables and its facts, plain or gzip-compressed', async () => {
    const plain = await answers(onDisk('readings.csv', readings(500)));
    expect(plain.filter(({ type }) => type === 'file')).toEqual([{ type: 'file', id: 1, kind: 'delimited', encoding: 'utf-8', delimiter: ';', sheets: [''] }]);
    expect(plain.some(({ type }) => type === 'table')).toBe(true);
    const packed = await answers(onDisk('abc.gz', gzipSync(readings(500))));
    expect(packed.map((answer) => ({ ...answer, id: 0 }))).toEqual(plain.map((answer) => ({ ...answer, id: 0 })));
  });

  it('reads the raw text of cells for a trace', async () => {
    const path = onDisk(
      'trace.xlsx',
      writeXlsx({
        sheets: [
          { name: 'A', rows: [['x']] },
          {
            name: 'B',
            rows: [
              ['Due', 'Hours'],
              [{ value: 46_023, format: 'dd/mm/yyyy' }, 1.25],
            ],
          },
        ],
      }),
    );
    const cells = [
      { sheet: 1, row: 2, column: 1 },
      { sheet: 1, row: 2, column: 2 },
      { sheet: 0, row: 1, column: 1 },
      { sheet: 1, row: 3, column: 1 },
      { sheet: 2, row: 1, column: 1 },
    ];
    const expected = ['2026-01-01', '1.25', 'x', '', null];
    expect(await host.peek({ path, fileName: 'trace.xlsx', cells })).toEqual(expected);
    expect(await host.peek({ path, fileName: 'trace.xlsx', cells: cells.toReversed() })).toEqual(expected.toReversed());
  });

  it.each([
    ['gone.csv', null, 'file-missing'],
    ['empty.csv', '', 'file-empty'],
    ['page.xls', '%PDF-1.7', 'file-kind'],
    ['broken.gz', 'no gzip', 'file-corrupt'],
    ['bomb.gz', gzipSync(Buffer.alloc(60 * 1024 * 1024)), 'file-too-large'],
  ])('answers %s with a fault that names the file once, and lives on', async (name, content, code) => {
    const path = content === null ? join(folder, name) : onDisk(name, content);
    await expect(host.peek({ path, fileName: 'Bericht.csv', cells: [] })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^[^B]*Bericht\.csv(?!.*Bericht\.csv)/) as unknown,
    });
    expect(await host.peek({ path: onDisk('fine.csv', 'a,b\n1,2\n'), fileName: 'fine.csv', cells: [{ sheet: 0, row: 2, column: 2 }] })).toEqual(['2']);
  });

  it('dies alone of a file that needs more memory than it may have', async () => {
    host.close();
    host = createReaderHost({ transport: forkTransport({ entry, heapMegabytes: 64 }), log: silent });
    const hungry = onDisk('hungry.csv', 'a,b,c,d,e\n'.repeat(380_000));
    await expect(host.peek({ path: hungry, fileName: 'hungry.csv', cells: [] })).rejects.toMatchObject({
      code: 'reader-died',
      message: expect.stringContaining('hungry.csv') as unknown,
    });
    expect(await host.peek({ path: onDisk('fine.csv', 'a,b\n1,2\n'), fileName: 'fine.csv', cells: [{ sheet: 0, row: 2, column: 2 }] })).toEqual(['2']);
  });

  it('stops between blocks when it is cancelled, and the same child serves the next file', async () => {
    host.close();
    let starts = 0;
    const real = forkTransport({ entry });
    host = createReaderHost({ transport: { start: () => (starts++, real.start()) }, log: silent });
    const controller = new AbortController();
    const path = onDisk('long.csv', 'a,b\n'.repeat(900_000));
    const running = host.interpret(
      interpretInput(path, 'export.csv'),
      () => {
        controller.abort();
      },
      controller.signal,
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await host.peek({ path: onDisk('fine.csv', 'a,b\n1,2\n'), fileName: 'fine.csv', cells: [{ sheet: 0, row: 2, column: 2 }] })).toEqual(['2']);
    expect(starts).toBe(1);
  });

  it('never has more answers under way than the window allows', async () => {
    host.close();
    let underWay = 0;
    let most = 0;
    const real = forkTransport({ entry });
    const counting: ReaderTransport = {
      start: () => {
        const child = real.start();
        return {
          ...child,
          post: (message) => {
            if (message.type === 'ack') underWay--;
            child.post(message);
          },
          onMessage: (listener) => {
            child.onMessage((answer) => {
              most = Math.max(most, ++underWay);
              listener(answer);
            });
          },
        };
      },
    };
    host = createReaderHost({ transport: counting, log: silent });
    let seen = 0;
    await host.interpret(interpretInput(onDisk('readings.csv', readings(60_000)), 'export.csv'), async () => {
      seen++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(seen).toBeGreaterThan(answerWindow);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(answerWindow);
  });
});
