/** `xmin:xmax:` and the transactions under way between them, as PostgreSQL writes snapshots. */
const SHAPE = /^([1-9]\d{0,18}):([1-9]\d{0,18}):((?:[1-9]\d{0,18})(?:,[1-9]\d{0,18})*)?$/;
const LENGTH_MAX = 4_000;

/** Whether a text that a client sent is a snapshot, so that the database can be asked with it. */
export function isMark(text: string): boolean {
  const parts = text.length > LENGTH_MAX ? null : SHAPE.exec(text);
  if (parts === null) return false;
  const [xmin = 0n, xmax = 0n] = parts.slice(1, 3).map(BigInt);
  const underWay = (parts[3]?.split(',') ?? []).map(BigInt);
  const ascends = underWay.every((id, index) => index === 0 || id > (underWay[index - 1] ?? id));
  return xmin <= xmax && ascends && underWay.every((id) => id >= xmin && id < xmax);
}
