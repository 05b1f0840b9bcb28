import type { Display, Output } from './display.ts';
import { failureWord } from './failure.ts';

/** One line when a step begins and one when it ends. */
export function createPlainDisplay(output: Output): Display {
  const line = (text: string): void => void output.write(`${text}\n`);
  return {
    step(title) {
      const startedAt = performance.now();
      line(`${title} …`);
      const took = (): string => `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
      return {
        doing: () => undefined,
        progress: () => undefined,
        done: (what) => line(`${title}: ${what} (${took()})`),
        failed: (error) => line(`${title}: ${failureWord(error)} (${took()})`),
      };
    },
    line,
    warn: (text) => line(`! ${text}`),
    settle: () => undefined,
  };
}
