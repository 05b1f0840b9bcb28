/** Runs `work` while no other process holds the lock file; see lock.mjs. */
export function withLock<T>(
  path: string,
  onWait: () => void,
  work: (handTo: (pid: number) => void) => Promise<T>,
): Promise<T>;
