/** Samples that no mapping is known for, in other containers, encodings and surroundings: they ask, or are refused, in all of them. */
import { Fault } from '../../shared/faults.ts';
import { cellText } from '../../shared/intake/cells.ts';
import { contained, type Container, type Encoding, type Grid } from './containers.ts';
import { randomFrom } from './mutants.ts';
import { intake } from './variants-judge.ts';
import { requestOf, sampleFile } from './variants-table.ts';
import { rowWords, tongues } from './variants-words.ts';

/** Layouts that ask, whatever their shape: reading one without asking is wrong. */
export const asking: readonly { name: string; digest: string }[] = [
  { name: 'failures of machines', digest: 'c7796eae69be' },
  { name: 'years across', digest: '27aed37c1a37' },
  { name: 'places', digest: '82718a13bd80' },
  { name: 'meters', digest: 'e81342dd631a' },
  { name: 'statistics of a health service', digest: '7630aa2ff828' },
  { name: 'dwellings by year', digest: '38c0c3e3ddeb' },
  { name: 'library of formats', digest: 'd17a1adc43af' },
  { name: 'curricula', digest: '720e13c47c93' },
];

export interface Shaped {
  shape: string;
  statuses: readonly string[];
}

const containers: readonly Container[] = ['comma', 'semicolon', 'tab', 'pipe', 'html', 'xlsx', 'xls', 'xlsb', 'ods', 'spreadsheetml', 'zip'];
const encodings: readonly Encoding[] = ['utf-8', 'utf-8 bom', 'utf-16le', 'utf-16be', 'windows-1252'];
const mostRows = 60;

export async function shapedAnew(digest: string, seed: number): Promise<Shaped[]> {
  const random = randomFrom(seed);
  const sheet = (await sampleFile(digest)).sheets[0];
  const body = (sheet?.rows ?? [])
    .slice(0, mostRows)
    .map(({ cells }) =>
      cells.map((cell) => (cell === null ? null : typeof cell === 'number' ? { text: String(cell), value: cell } : { text: cellText(cell) })),
    );
  const made: Shaped[] = [];
  for (const container of containers) {
    const encoding = encodings[random.below(encodings.length)] ?? 'utf-8';
    const tongue = tongues[random.below(tongues.length)] ?? 'en';
    const titled = random.below(2) === 0;
    const flipped = random.below(2) === 0;
    const rows = flipped ? body.map((cells) => cells.toReversed()) : body;
    const grid: Grid = {
      rows: [...(titled ? rowWords[tongue].titles.map((text) => [{ text }]) : []), ...rows, [{ text: rowWords[tongue].footer }]],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      merges: [],
    };
    made.push({
      shape: `${container}, ${encoding}${titled ? ', titled' : ''}${flipped ? ', reversed' : ''}`,
      statuses: await statusesOf(contained(grid, container, encoding)),
    });
  }
  return made;
}

async function statusesOf(bytes: Buffer): Promise<string[]> {
  try {
    return (await intake(bytes, requestOf({}, {}))).reports.map(({ status }) => status);
  } catch (error) {
    if (error instanceof Fault) return ['refused'];
    throw error;
  }
}
