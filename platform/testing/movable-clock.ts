import type { Clock } from '../config/index.ts';

/** A clock that stands still until a test moves it. */
export interface MovableClock extends Clock {
  set(iso: string): void;
  advance(ms: number): void;
}

/** A {@link MovableClock} that starts at `startIso`, such as `2024-04-01T09:00:00Z`. */
export function movableClock(startIso: string): MovableClock {
  let nowMs = parse(startIso);
  return {
    now: () => new Date(nowMs),
    set: (iso) => {
      nowMs = parse(iso);
    },
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

function parse(iso: string): number {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new Error(`Not a point in time: ${iso}`);
  return ms;
}
