import type { Carrier } from './carrier.ts';
import { insertCaptured } from './queries.ts';

/** Keeps letters in the database instead of sending them, for an installation that somebody tries out. */
export function capturedCarrier(): Carrier {
  return {
    carry: async (mailId, letter) => ({
      answer: 'captured',
      effect: (tx) => insertCaptured(tx, mailId, letter),
    }),
    close: async () => undefined,
  };
}
