/** Where a process tells what happens to it. A pino logger fits. */
export interface ProcessLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The life of a running process, as its `start` sees it. */
export interface Lifecycle {
  /** Aborted as soon as the process begins to stop; hand it to loops and long calls. */
  readonly stopping: AbortSignal;
  /**
   * Registers what must be closed before the process ends. Closed one after the other, the last registered first,
   * so that what was opened on top of something goes before it. What is registered during the stop is closed too.
   */
  onShutdown(what: string, close: () => Promise<void> | void): void;
  /** From now on start, stop and failures are told here rather than on stderr. */
  reportTo(log: ProcessLog): void;
}

interface Closer {
  readonly what: string;
  close(): Promise<void> | void;
}

/** A {@link Lifecycle} and the means to end it. */
export interface OwnedLifecycle extends Lifecycle {
  /** Closes everything, newest first; resolves with the failures. Never rejects; call it once. */
  close(reason: string): Promise<readonly Error[]>;
  /** Tells what happened, on the log when there is one, else on stderr (failures only). */
  report(level: 'info' | 'error', fields: object, message: string): void;
}

/** Makes a lifecycle in which nothing is registered yet. */
export function createLifecycle(name: string): OwnedLifecycle {
  const closers: Closer[] = [];
  const controller = new AbortController();
  let log: ProcessLog | undefined;

  return {
    stopping: controller.signal,
    onShutdown(what, close) {
      closers.push({ what, close });
    },
    reportTo(given) {
      log = given;
    },
    report(level, fields, message) {
      if (log !== undefined) log[level](fields, message);
      else if (level === 'error') process.stderr.write(`${name}: ${message}\n`);
    },
    async close(reason) {
      controller.abort(new Error(reason));
      const failures: Error[] = [];
      for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) {
        await closeOne(closer, failures);
      }
      return failures;
    },
  };
}

async function closeOne(closer: Closer, failures: Error[]): Promise<void> {
  try {
    await closer.close();
  } catch (cause) {
    failures.push(new Error(`Closing the ${closer.what} failed: ${text(cause)}`, { cause }));
  }
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
