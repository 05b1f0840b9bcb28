import type { Environment } from '@seaworthy/platform/config';
import { EXIT_CODE, exitCodeFor } from '@seaworthy/platform/process';
import { bringUp } from './bring-up.ts';
import { childEnv } from './child-env.ts';
import type { StartContext } from './context.ts';
import { createDisplay } from './create-display.ts';
import { prepareDataDir } from './data-dir.ts';
import { readDemoLogIns } from './demo-log-ins.ts';
import type { Display, Output } from './display.ts';
import { StartFailure, StopRequested } from './failure.ts';
import { startGuard } from './guard.ts';
import { findProducts, type Product } from './manifest.ts';
import { helpText, processCounts, readOptions, type StartOptions } from './options.ts';
import { checkPorts, wantedPorts } from './ports.ts';
import { readStartSettings, type StartSettings, settingsOf } from './settings.ts';
import { listenForStop, type StopRequest, signalExitCode } from './stop-request.ts';
import { summaryLines } from './summary.ts';

/** Where a start happens. */
export interface Surroundings {
  /** Repository root, absolute. */
  readonly root: string;
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly output: Output;
  readonly errors: Output;
}

/**
 * Starts products and keeps them running until it is told to stop. Resolves with the exit code when nothing of the
 * start is left:
 *
 * - 0: stopped on request while everything ran, and everything ended by itself
 * - 1: the same, but something had to be ended
 * - 130, 143: stopped before everything ran, or a second Ctrl-C or SIGTERM ended what still drained
 * - 2 wrong command line, 69 a taken port or a dead database, 70 our mistake, 73 a folder that cannot be written,
 *   75 a data directory in use, 78 wrong settings
 */
export async function run(surroundings: Surroundings): Promise<number> {
  const display = createDisplay(surroundings.output, surroundings.env);
  try {
    const known = await findProducts(surroundings.root);
    if (known.length === 0)
      throw new StartFailure('There is no product in this folder yet.', EXIT_CODE.usage);
    const options = readOptions(surroundings.argv, known);
    if (options.help) {
      surroundings.output.write(helpText(known));
      return EXIT_CODE.ok;
    }
    const env = { ...surroundings.env, SEAWORTHY_MODE: 'demo' };
    const settings = readStartSettings(surroundings.root, options.products, env);
    await checkBefore(settings, options);
    return await startAndStay({ surroundings, display, known, options, settings });
  } catch (error) {
    display.settle();
    surroundings.errors.write(`\n${sentence(error)}\n`);
    return codeOf(error);
  }
}

/** What can be known to fail before anything is started. */
async function checkBefore(settings: StartSettings, options: StartOptions): Promise<void> {
  const ports = options.products.flatMap((product) =>
    wantedPorts(product, settingsOf(settings, product), processCounts(product, options)),
  );
  await checkPorts(ports);
  await prepareDataDir(settings.dataDir);
}

interface Start {
  readonly surroundings: Surroundings;
  readonly display: Display;
  readonly known: readonly Product[];
  readonly options: StartOptions;
  readonly settings: StartSettings;
}

async function startAndStay(start: Start): Promise<number> {
  const { display, options, settings, surroundings } = start;
  const stop = listenForStop();
  const failed = new AbortController();
  const givenUp = AbortSignal.any([stop.soft, failed.signal]);
  const ends: (() => Promise<boolean>)[] = [];
  const guard = startGuard();
  const context: StartContext = {
    root: surroundings.root,
    settings,
    env: childEnv(surroundings.env, start.known, { root: surroundings.root, dataDir: settings.dataDir }),
    display,
    guard,
    // What goes wrong once somebody asked to stop is part of stopping.
    fail: (error) => (stop.soft.aborted ? undefined : failed.abort(error)),
    givenUp,
    hard: stop.hard,
    onEnd: (end) => void ends.push(end),
  };
  let clean = true;
  let everythingRan = false;
  try {
    await bringUp(context, options);
    everythingRan = true;
    tellSummary(start);
    await aborted(givenUp);
  } catch (error) {
    if (!(error instanceof StopRequested)) context.fail(error);
  } finally {
    display.settle();
    clean = await endAll(ends, display);
    await guard.close();
  }
  if (failed.signal.aborted) throw failed.signal.reason;
  return exitCode(stop, everythingRan, clean);
}

function tellSummary({ display, options, settings, surroundings }: Start): void {
  const lines = summaryLines({
    products: options.products.map((product) => ({
      product,
      settings: settingsOf(settings, product),
      logIns: readDemoLogIns(settings, product),
      ...processCounts(product, options),
    })),
    tookMs: performance.now(),
    dataDir: settings.dataDir,
    root: surroundings.root,
  });
  lines.forEach(display.line);
}

async function endAll(ends: (() => Promise<boolean>)[], display: Display): Promise<boolean> {
  const startedAt = performance.now();
  let clean = true;
  if (ends.length === 0) return clean;
  display.line('Stopping …');
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    const ended = await end().catch((error: unknown) => {
      display.warn(sentence(error));
      return false;
    });
    clean = ended && clean;
  }
  display.line(`Stopped after ${((performance.now() - startedAt) / 1_000).toFixed(1)} s.`);
  return clean;
}

function exitCode(stop: StopRequest, everythingRan: boolean, clean: boolean): number {
  if (!everythingRan || stop.hard.aborted) return signalExitCode(stop.signal());
  return clean ? EXIT_CODE.ok : EXIT_CODE.unclean;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // Listening for a signal keeps no process alive; this timer does.
    const alive = setInterval(() => undefined, 60_000);
    const end = (): void => {
      clearInterval(alive);
      resolve();
    };
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
}

/** Errors that say themselves what the exit code is (the embedded database's do) are believed. */
function codeOf(error: unknown): number {
  if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number')
    return error.exitCode;
  return exitCodeFor(error);
}

/** What is expected to go wrong comes as a sentence; a mistake of ours with its stack. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return codeOf(error) === EXIT_CODE.internal && !(error instanceof StartFailure)
    ? (error.stack ?? error.message)
    : error.message;
}
