/** Where a Chromium is, or a sentence that says why there is none and what to do. */
export type FoundChromium =
  | { readonly path: string }
  | { readonly path?: undefined; readonly reason: string };
