import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';
import type { StepContext } from './step.ts';
import { runVitest } from './vitest-step.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let ending: AbortController;
let context: StepContext;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seaworthy-run-'));
  ending = new AbortController();
  context = { root, signal: ending.signal, progress: () => undefined };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const script = (text: string) => ({ file: process.execPath, args: ['-e', text] });

describe('a program of a step', () => {
  it('is judged by its exit code, and all it printed is kept', async () => {
    const finished = await runCommand(
      context,
      script("console.log('a'); console.error('b'); process.exitCode = 3"),
    );
    expect(finished).toEqual({ ok: false, output: expect.stringMatching(/a\n.*b\n|b\n.*a\n/) });
    expect(await runCommand(context, script(''))).toEqual({ ok: true, output: '' });
  });

  it('that does not end is ended, with everything it started', async () => {
    const pidFile = join(folder, 'pid');
    const text = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
      setInterval(() => {}, 1000);`;
    const finished = await runCommand(context, { ...script(text), timeoutMs: 1500 });
    expect(finished.ok).toBe(false);
    expect(finished.output).toContain('Not finished after 1.5 s');
    const pid = Number(await readFile(pidFile, 'utf8'));
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  it('ends with the run', async () => {
    const running = runCommand(context, script('setInterval(() => {}, 1000)'));
    ending.abort();
    expect((await running).output).toContain('Ended with the run');
  });
});

describe('the count of tests', () => {
  it('is what vitest ran: passed, failed, not run, and files that did not load', async () => {
    const imports = "import { expect, it } from 'vitest';\n";
    await writeFile(
      join(folder, 'a.test.mjs'),
      `${imports}it('holds', () => {});\nit('breaks', () => expect(1).toBe(2));\nit.skipIf(true)('waits', () => {});`,
    );
    await writeFile(join(folder, 'b.test.mjs'), "throw new Error('does not load');");
    const outcome = await runVitest(context, await configure());
    expect(outcome).toMatchObject({ passed: 1, failed: 2, skipped: [expect.stringContaining('waits')] });
    expect(outcome.output).toContain('does not load');
  });

  it('holds a failure when vitest fails without a failing test', async () => {
    expect(await runVitest(context, await configure())).toMatchObject({ passed: 0, failed: 1 });
  });
});

/** A configuration whose root is the temporary folder; the tests in it find vitest through an alias. */
async function configure(): Promise<string> {
  const path = join(folder, 'vitest.config.mjs');
  const alias = { vitest: join(root, 'node_modules/vitest/dist/index.js') };
  const config = { root: folder, resolve: { alias }, test: { include: ['*.test.mjs'] } };
  await writeFile(path, `export default ${JSON.stringify(config)};`);
  return path;
}

/** Also false for a process that has ended and waits for its parent to notice. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
}
