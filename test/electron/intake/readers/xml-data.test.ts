/** XML that is data: project files, and any other whose elements repeat. */
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { hours } from '../../../../electron/intake/readers/ms-project/read.ts';
import { interpret } from '../../../support/samples.ts';

async function sheetsOf(text: string | Buffer): Promise<[string, unknown[][]][]> {
  return (await readBytes(Buffer.from(text))).sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)]);
}

describe('a Microsoft Project file', () => {
  const project = `<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project"><Name>Shutdown</Name>
    <Tasks><Task><UID>0</UID><ID>0</ID><Name>Shutdown</Name><OutlineLevel>0</OutlineLevel><Duration>PT40H0M0S</Duration></Task>
    <Task><UID>7</UID><ID>1</ID><Name>Open &amp; clean kiln</Name><Start>2026-03-02T08:00:00</Start><Finish>2026-03-02T16:30:00</Finish><Duration>PT8H30M0S</Duration><PercentComplete>25</PercentComplete><Milestone>0</Milestone><Summary>0</Summary><OutlineLevel>1</OutlineLevel>
      <PredecessorLink><PredecessorUID>3</PredecessorUID></PredecessorLink>
      <Baseline><Number>0</Number><Start>2026-03-01T08:00:00</Start><Finish>2026-03-01T16:00:00</Finish><Duration>PT8H0M0S</Duration></Baseline></Task>
    <Task><UID>8</UID><ID>2</ID><IsNull>1</IsNull></Task>
    <Task><UID>9</UID><ID>3</ID><Name>Restart</Name><Start>2026-03-03T06:00:00</Start><Milestone>1</Milestone><Summary>0</Summary></Task></Tasks>
    <Resources><Resource><UID>0</UID><ID>0</ID></Resource><Resource><UID>1</UID><ID>1</ID><Name>Mechanics</Name><MaxUnits>2.5</MaxUnits></Resource></Resources>
    <Assignments><Assignment><UID>1</UID><TaskUID>7</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units><Work>PT17H0M0S</Work></Assignment></Assignments></Project>`;

  it('gives its tasks, resources and assignments', async () => {
    expect(await sheetsOf(project)).toEqual([
      [
        'Tasks',
        [
          [
            'UID',
            'ID',
            'Name',
            'Start',
            'Finish',
            'Duration (h)',
            'Percent complete',
            'Milestone',
            'Summary',
            'Outline level',
            'Baseline start',
            'Baseline finish',
            'Baseline duration (h)',
            'Resource names',
          ],
          [
            '7',
            '1',
            'Open & clean kiln',
            '2026-03-02 08:00:00',
            '2026-03-02 16:30:00',
            8.5,
            { kind: 'percent', value: 0.25 },
            false,
            false,
            '1',
            '2026-03-01 08:00:00',
            '2026-03-01 16:00:00',
            8,
            'Mechanics',
          ],
          ['9', '3', 'Restart', '2026-03-03 06:00:00', null, null, null, true, false, null, null, null, null, null],
        ],
      ],
      [
        'Resources',
        [
          ['UID', 'ID', 'Name', 'Max units'],
          ['1', '1', 'Mechanics', 2.5],
        ],
      ],
      [
        'Assignments',
        [
          ['UID', 'Task UID', 'Task', 'Resource UID', 'Resource', 'Units', 'Work (h)'],
          ['1', '7', 'Open & clean kiln', '1', 'Mechanics', 1, 17],
        ],
      ],
    ]);
  });

  it('reads durations as hours and leaves what it can’t read', () => {
    expect(['PT8H0M0S', 'PT0H0M0S', 'PT1H30M36S', '-PT2H', 'P1DT1H', 'eight', undefined].map(hours)).toEqual([8, 0, 1.51, -2, 25, 'eight', undefined]);
  });

  it('asks rather than being refused', async () => {
    const { reports } = interpret(await readBytes(Buffer.from(project)));
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.every(({ status }) => status !== 'ready')).toBe(true);
  });
});

describe('any other XML', () => {
  it('gives a sheet for each repeating element, with attributes, leaves and one level inside as columns', async () => {
    const xml = `<plant><site code="1">A</site><line id="L1" area="é"><name>Press</name><speed unit="m/min">12</speed><skill>a</skill><skill>b</skill><deep><x><y>no</y></x></deep>
      <stop reason="jam"><min>5</min></stop><stop reason="belt"><min>7</min></stop></line><line id="L2"><name>Oven</name><note><![CDATA[<5 °C & cold>]]></note></line></plant>`;
    expect(await sheetsOf(xml)).toEqual([
      [
        'stop',
        [
          ['line.id', 'line.area', 'reason', 'min'],
          ['L1', 'é', 'jam', '5'],
          ['L1', 'é', 'belt', '7'],
        ],
      ],
      [
        'line',
        [
          ['id', 'area', 'name', 'speed.unit', 'speed', 'skill', 'note'],
          ['L1', 'é', 'Press', 'm/min', '12', 'a; b', null],
          ['L2', null, 'Oven', null, null, null, '<5 °C & cold>'],
        ],
      ],
    ]);
  });

  it('reads element names and text in UTF-16 and Latin-1', async () => {
    const xml = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><r><Größe a="1" b="ü"/><Größe a="2" b="ß"/></r>`;
    const table = [
      [
        'Größe',
        [
          ['a', 'b'],
          ['1', 'ü'],
          ['2', 'ß'],
        ],
      ],
    ];
    expect(await sheetsOf(Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le'))).toEqual(table);
    expect(await sheetsOf(Buffer.from(xml('ISO-8859-1'), 'latin1'))).toEqual(table);
    expect(await readBytes(Buffer.from(xml('ISO-8859-1'), 'latin1'))).toMatchObject({ kind: 'xml', encoding: 'iso-8859-1' });
  });

  it('keeps names that mean something to the language', async () => {
    expect(await sheetsOf('<r><a __proto__="x" constructor="1"/><a __proto__="y" constructor="2"/></r>')).toEqual([
      [
        'a',
        [
          ['__proto__', 'constructor'],
          ['x', '1'],
          ['y', '2'],
        ],
      ],
    ]);
  });

  it('without repeating elements, or with a document type, is refused', async () => {
    await expect(readBytes(Buffer.from('<a><b>1</b></a>'))).rejects.toMatchObject({ code: 'file-kind' });
    await expect(readBytes(Buffer.from('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><b>&x;</b></a>'))).rejects.toMatchObject({
      code: 'file-corrupt',
    });
  });

  it('stays linear on hostile text', async () => {
    const hostile = [
      `<a>${'<b c="1"/>'.repeat(9_000)}</a>`,
      `<a>${'<b>'.repeat(120)}${'</b>'.repeat(120)}${'<c>x</c>'.repeat(12_000)}</a>`,
      `<a>${Array.from({ length: 200 }, (_, at) => `<k${String(at)}/><k${String(at)}/>`).join('')}</a>`,
      `<a ${'x'.repeat(60_000)}></a>`,
      `<a><b>${'&amp;'.repeat(20_000)}</b></a>`,
      `<a>${'<!-- '.repeat(20_000)}`,
    ];
    for (const text of hostile) {
      const before = process.cpuUsage();
      await readBytes(Buffer.from(text)).catch(() => null);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
    }
  });
});
