import type { ImportProgress } from '../features/imports/index.ts';

const BAR_CELLS = 24;
const PLAIN_EVERY_MS = 5_000;

/** Shows how far the reading of a file has come. */
export interface ProgressDisplay {
  update(progress: Pick<ImportProgress, 'rowCount' | 'readBytes' | 'sizeBytes'>): void;
  /** Leaves the line free for what comes. */
  end(): void;
}

/** One line that moves on a terminal; elsewhere a plain line every few seconds. */
export function showProgress(stream: NodeJS.WriteStream): ProgressDisplay {
  const startedMs = performance.now();
  let lastPlainMs = startedMs;
  return {
    update({ rowCount, readBytes, sizeBytes }) {
      const nowMs = performance.now();
      const share = sizeBytes === 0 ? 1 : Math.min(1, readBytes / sizeBytes);
      const perSecond = Math.round(rowCount / Math.max(0.001, (nowMs - startedMs) / 1_000));
      const text = `${String(Math.floor(share * 100)).padStart(3)} %  ${rowCount.toLocaleString('en')} rows  ${perSecond.toLocaleString('en')} rows/s`;
      if (stream.isTTY) {
        const full = Math.round(share * BAR_CELLS);
        stream.write(`\r\x1b[2K${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)} ${text}`);
      } else if (nowMs - lastPlainMs >= PLAIN_EVERY_MS) {
        lastPlainMs = nowMs;
        stream.write(`${text.trim()}\n`);
      }
    },
    end() {
      if (stream.isTTY) stream.write('\r\x1b[2K');
    },
  };
}
