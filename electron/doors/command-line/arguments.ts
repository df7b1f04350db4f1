/** The command line's words, as interfaces.md lists them; anything else is wrong usage (exit 2) with one sentence. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Fault } from '../../../shared/faults.ts';
import { isIsoDate } from '../../../shared/kit/iso-date.ts';

export interface GlobalOptions {
  storeFile: string | null;
  json: boolean;
  asOf: string | null;
}

export interface Invocation {
  globals: GlobalOptions;
  command: string;
  positionals: string[];
  values: Record<string, string | boolean | string[] | undefined>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

const globals = { store: { type: 'string' }, json: { type: 'boolean' }, 'as-of': { type: 'string' }, help: { type: 'boolean' } } as const satisfies Options;

const commandOptions: Record<string, { usage: string; options: Options; least: number; most: number }> = {
  import: {
    usage:
      'import <file or folder>… [--dataset D] [--profile P] [--plant CODE] [--set field=value]… [--sheet NAME] [--allow-partial] [--full-snapshot] [--dry-run] | import undo <batch>',
    options: {
      dataset: { type: 'string' },
      profile: { type: 'string' },
      plant: { type: 'string' },
      set: { type: 'string', multiple: true },
      sheet: { type: 'string' },
      'allow-partial': { type: 'boolean' },
      'full-snapshot': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    },
    least: 1,
    most: 100_000,
  },
  imports: { usage: 'imports', options: {}, least: 0, most: 0 },
  call: { usage: `call <procedure> ['{"json":"input"}']`, options: {}, least: 1, most: 2 },
  procedures: { usage: 'procedures', options: {}, least: 0, most: 0 },
  datasets: { usage: 'datasets', options: {}, least: 0, most: 0 },
  template: { usage: 'template <dataset> --out FILE', options: { out: { type: 'string' } }, least: 1, most: 1 },
  export: {
    usage: 'export <dataset> --out FILE.xlsx|csv [--from DATE] [--to DATE] [--plant CODE]',
    options: { out: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, plant: { type: 'string' } },
    least: 1,
    most: 1,
  },
  pack: {
    usage: 'pack monthly --period <2026-10> --out DIR [--formats pdf,xlsx,eml] [--plant CODE]',
    options: { period: { type: 'string' }, out: { type: 'string' }, formats: { type: 'string' }, plant: { type: 'string' } },
    least: 1,
    most: 1,
  },
  demo: { usage: 'demo', options: {}, least: 0, most: 0 },
  doctor: { usage: 'doctor', options: {}, least: 0, most: 0 },
  backup: { usage: 'backup FILE', options: {}, least: 1, most: 1 },
  restore: { usage: 'restore FILE', options: {}, least: 1, most: 1 },
  serve: { usage: 'serve [--port N] [--open]', options: { port: { type: 'string' }, open: { type: 'boolean' } }, least: 0, most: 0 },
};

export const usage = [
  'Usage: cockpit [--store FILE] [--json] [--as-of YYYY-MM-DD] <command>',
  ...Object.values(commandOptions).map((command) => `  ${command.usage}`),
].join('\n');

/** Reads the words. Fault bad-input names what was expected. */
export function readInvocation(words: string[]): Invocation {
  const command = firstCommand(words);
  if (command === null) throw new Fault('bad-input', `command: expected one of ${Object.keys(commandOptions).join(', ')}, found none; see --help.`);
  const spec = Object.hasOwn(commandOptions, command) ? commandOptions[command] : undefined;
  if (!spec) throw new Fault('bad-input', `command: expected one of ${Object.keys(commandOptions).join(', ')}, found “${command}”; see --help.`);
  const parsed = parse(words, spec.options);
  const positionals = parsed.positionals.slice(1);
  if (positionals.length < spec.least || positionals.length > spec.most) {
    throw new Fault('bad-input', `${command}: expected “${spec.usage}”, found ${String(positionals.length)} argument(s); see --help.`);
  }
  return { command, positionals, values: parsed.values, globals: globalOptions(parsed.values) };
}

export function wantsHelp(words: string[]): boolean {
  return words.length === 0 || words.includes('--help');
}

/** A text option, or undefined; parseArgs knows no other type for it. */
export function textOption(invocation: Invocation, name: string): string | undefined {
  const value = invocation.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** `--set a=b` pairs. */
export function settings(invocation: Invocation): Record<string, string> {
  const pairs = invocation.values['set'];
  const constants: Record<string, string> = {};
  for (const pair of Array.isArray(pairs) ? pairs : []) {
    const at = pair.indexOf('=');
    if (at < 1) throw new Fault('bad-input', `--set: expected field=value, found “${pair}”; for example --set date=2026-10-31.`);
    constants[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  return constants;
}

function firstCommand(words: string[]): string | null {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--store' || word === '--as-of') index += 1;
    else if (!word.startsWith('-')) return word;
  }
  return null;
}

function parse(words: string[], options: Options) {
  try {
    return parseArgs({ args: words, options: { ...globals, ...options }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Fault('bad-input', `${error instanceof Error ? error.message.split('. To specify')[0] : String(error)}; see --help.`, { cause: error });
  }
}

function globalOptions(values: Invocation['values']): GlobalOptions {
  const asOf = typeof values['as-of'] === 'string' ? values['as-of'] : null;
  if (asOf !== null && !isIsoDate(asOf)) throw new Fault('bad-input', `--as-of: expected a day such as 2026-10-31, found “${asOf}”.`);
  return { storeFile: typeof values['store'] === 'string' ? values['store'] : null, json: values['json'] === true, asOf };
}
