import { join } from 'node:path';
import { describeExit, startChild } from './child.ts';
import { openChildLog } from './child-log.ts';
import { type StartContext, throwIfGivenUp } from './context.ts';
import { StartFailure, StopRequested } from './failure.ts';
import { readableLine } from './log-line.ts';
import type { Command } from './manifest.ts';

/** A command of a product that ends by itself. */
export interface CommandRun {
  /** `kitsu-build`: name of its log. */
  readonly name: string;
  readonly command: Command;
  /** From the repository root; the root itself when not given. */
  readonly folder?: string;
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What the person reads when it fails, without a full stop: "The site of Kitsu could not be built". */
  readonly failure: string;
}

/**
 * Runs a command to its end and returns the last line it said. Its output goes to its log and is shown only when it
 * fails. Given up: it is ended.
 *
 * @throws StartFailure with its last lines; StopRequested when the start was given up.
 */
export async function runCommand(context: StartContext, run: CommandRun): Promise<string> {
  throwIfGivenUp(context);
  const path = join(context.settings.dataDir, 'logs', `${run.name}.log`);
  const log = openChildLog(path, (problem) => context.display.warn(`${path}: ${problem.message}`));
  const child = startChild(
    {
      entry: join(context.root, run.command.entry),
      args: run.command.args,
      folder: join(context.root, run.folder ?? ''),
      env: { ...context.env, ...run.env },
      afterDeath: 'ends at once',
    },
    { guard: context.guard, log, onLine: () => undefined },
  );
  const kill = (): void => child.kill();
  context.givenUp.addEventListener('abort', kill, { once: true });
  const exit = await child.exited;
  context.givenUp.removeEventListener('abort', kill);
  await log.close();
  if (exit.code === 0) return readableLine(log.tail().at(-1) ?? '');
  if (context.givenUp.aborted) throw new StopRequested();
  const lines = log.tail().map((line) => `  ${readableLine(line)}`);
  throw new StartFailure(
    [`${run.failure}: the command ${describeExit(exit)}.`, ...lines, `Everything it said: ${path}`].join(
      '\n',
    ),
    70,
  );
}
