/** How long to wait before a crashed process is started again. */
export interface Backoff {
  /** The pause in milliseconds after a crash at `nowMs`; undefined when it crashed too often to go on. */
  after(nowMs: number): number | undefined;
}

const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 8_000;
/** More crashes than this within the window: starting it again does not help. */
const MAX_CRASHES = 5;
const WINDOW_MS = 60_000;

/** Doubles the pause with each crash of the last minute, and gives up at the sixth. */
export function createBackoff(): Backoff {
  let crashesMs: number[] = [];
  return {
    after(nowMs) {
      crashesMs = [...crashesMs.filter((at) => nowMs - at < WINDOW_MS), nowMs];
      if (crashesMs.length > MAX_CRASHES) return undefined;
      return Math.min(FIRST_PAUSE_MS * 2 ** (crashesMs.length - 1), MAX_PAUSE_MS);
    },
  };
}
