/** Bounds of what an import reads, so that no file can exhaust the machine. */
export interface ReadLimits {
  /** Bytes after decompression. */
  readonly totalMaxBytes: number;
  /** Decompressed bytes for each byte read, judged once a megabyte has come out: a bomb shows early. */
  readonly ratioMax: number;
  /** Bytes of one row. The largest real one known has about 20 kB. */
  readonly rowMaxBytes: number;
}

export const READ_LIMITS: ReadLimits = {
  totalMaxBytes: 2_000_000_000,
  ratioMax: 200,
  rowMaxBytes: 1_000_000,
};
