import type { Effect } from '../jobs/index.ts';
import type { Letter } from './content.ts';

/** What became of a letter that was handed over. */
export interface Receipt {
  /** What the other side said, in one line. */
  readonly answer: string;
  /** Committed together with the mail's being sent. */
  readonly effect?: Effect;
}

/** Takes letters to where they are to go. */
export interface Carrier {
  /**
   * Hands one letter over. Trying again is safe for the reader, since a letter keeps its Message-ID.
   *
   * @throws PermanentFailure when this letter will never be taken; any other error when a later attempt may succeed.
   */
  carry(mailId: number, letter: Letter, signal: AbortSignal): Promise<Receipt>;
  close(): Promise<void>;
}
