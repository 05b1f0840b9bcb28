/** Something that writes committed files from other files of the repository, always the same from the same input. */
export interface Generator {
  /** Shown to people; names product and result. */
  readonly name: string;
  /** Files and folders it writes, by path from the root; a folder's whole content belongs to the generator. */
  readonly outputs: readonly string[];
  /**
   * Writes every output below `into`, at its path from the root.
   *
   * @throws Error with a sentence when an input is missing or wrong.
   */
  run(into: string): Promise<void>;
}
