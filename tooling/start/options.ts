import { parseArgs } from 'node:util';
import { EXIT_CODE } from '@seaworthy/platform/process';
import { StartFailure } from './failure.ts';
import type { Product } from './manifest.ts';

const MAX_PROCESSES = 16;

/** What was asked for on the command line. */
export interface StartOptions {
  readonly help: boolean;
  /** At least one. */
  readonly products: readonly Product[];
  /** API processes of each product. */
  readonly processes: number;
  /** Worker processes of each product that has any. */
  readonly workers: number;
}

/**
 * Reads the command line.
 *
 * @throws StartFailure with exit code 2 and a sentence that says what would be right.
 */
export function readOptions(argv: readonly string[], known: readonly Product[]): StartOptions {
  const { values, positionals } = parse(argv);
  const unknown = positionals.filter((name) => !known.some((product) => product.name === name));
  if (unknown.length > 0) {
    const what = unknown.map((name) => `"${name}"`).join(' and ');
    throw new StartFailure(`There is no product ${what}. ${choices(known)}`, EXIT_CODE.usage);
  }
  return {
    help: values.help === true,
    products:
      positionals.length === 0 ? known : known.filter((product) => positionals.includes(product.name)),
    processes: count('--processes', values.processes) ?? 1,
    workers: count('--workers', values.workers) ?? 1,
  };
}

/** How many processes of each kind a product gets. */
export interface ProcessCounts {
  /** API processes. */
  readonly processes: number;
  /** Worker processes; 0 for a product that has none. */
  readonly workers: number;
}

/** What a product gets of what was asked for. */
export function processCounts(
  product: Product,
  { processes, workers }: Pick<StartOptions, 'processes' | 'workers'>,
): ProcessCounts {
  return { processes, workers: product.worker === undefined ? 0 : workers };
}

/** The text of `--help`. */
export function helpText(known: readonly Product[]): string {
  return [
    'npm start [-- product… --processes N --workers N]',
    '',
    'Starts every product, or those named, on this machine: database, API, site.',
    '',
    `  --processes N   API processes of each product, 1 to ${MAX_PROCESSES} (1)`,
    `  --workers N     worker processes of each product that has any, 1 to ${MAX_PROCESSES} (1)`,
    '  --help          this text',
    '',
    choices(known),
    '',
    'Ctrl-C stops everything; a second one does not wait for requests in flight.',
    '',
  ].join('\n');
}

function choices(known: readonly Product[]): string {
  const width = Math.max(...known.map((product) => product.name.length));
  const lines = known.map((product) => `  ${product.name.padEnd(width)}   ${product.description}`);
  return ['The products are:', ...lines].join('\n');
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        processes: { type: 'string' },
        workers: { type: 'string' },
      },
    });
  } catch (cause) {
    const flag = argv.find((word) => word.startsWith('-')) ?? '';
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : `cannot read ${flag}`;
    throw new StartFailure(`${message}. npm start -- --help shows what there is.`, EXIT_CODE.usage, {
      cause,
    });
  }
}

function count(flag: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= 1 && value <= MAX_PROCESSES) return value;
  throw new StartFailure(
    `${flag} takes a whole number from 1 to ${MAX_PROCESSES}, not "${given}".`,
    EXIT_CODE.usage,
  );
}
