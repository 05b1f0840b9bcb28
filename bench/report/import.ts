import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What one run of an import command took. */
export interface ImportRun {
  readonly seconds: number;
  readonly rowCount: number;
  readonly rowsPerS: number;
  /** The most memory the process ever had resident, in bytes; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  /** What the command said at its end. */
  readonly said: string;
}

const CLI = fileURLToPath(new URL('../../products/kitsu/cli/main.ts', import.meta.url));
const LOOK_EVERY_MS = 100;

/** Runs `import dataset` or `import stats` as a person would, in a process of its own, and watches it. */
export async function runImport(
  kind: 'dataset' | 'stats',
  o: { file: string; databaseUrl: string },
): Promise<ImportRun> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [CLI, 'import', kind, o.file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KITSU_DATABASE_URL: o.databaseUrl },
  });
  let said = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  let peakBytes: number | undefined;
  const looking = setInterval(async () => {
    // The system keeps the peak itself: the last look that succeeds has it.
    peakBytes = (await peakOf(child.pid ?? 0)) ?? peakBytes;
  }, LOOK_EVERY_MS);
  const [code] = await once(child, 'close');
  clearInterval(looking);
  if (code !== 0) throw new Error(`The import of ${o.file} failed: ${complaint}`);
  const seconds = (performance.now() - startedMs) / 1000;
  const rowCount = Number((/([\d,]+) rows in/.exec(said)?.[1] ?? '0').replaceAll(',', ''));
  return { seconds, rowCount, rowsPerS: rowCount / seconds, peakBytes, said: said.trim() };
}

async function peakOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
