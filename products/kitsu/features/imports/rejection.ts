/** A row that was not taken, and why. */
export interface Rejection {
  readonly rowNumber: number;
  readonly label: string;
  readonly reason: string;
}

const LABEL_MAX = 80;
/** What would be taken for commands by a terminal, or refused by the database. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;

/** A {@link Rejection} whose label, taken from the file, is fit to be stored and shown. */
export function rejection(rowNumber: number, label: string, reason: string): Rejection {
  return { rowNumber, label: label.slice(0, LABEL_MAX).replace(UNPRINTABLE, ''), reason };
}
