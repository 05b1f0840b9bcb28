/** Files to import; left out, titles are generated. */
export interface Sources {
  readonly dataset: string | undefined;
  readonly stats: string | undefined;
}
