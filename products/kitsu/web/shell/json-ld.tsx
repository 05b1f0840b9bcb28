/** A thing of schema.org; undefined parts are left out. */
export type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;

/**
 * Says in the terms of schema.org what the page shows, for search engines. It is data, not script: nothing runs it. Angle
 * brackets and ampersands are written as escapes, so that no name can end the block.
 */
export function JsonLd({ thing }: { thing: Thing }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with everything escaped that HTML would read
      dangerouslySetInnerHTML={{ __html: jsonForHtml({ '@context': 'https://schema.org', ...thing }) }}
    />
  );
}

/** JSON that can stand inside an HTML script element whatever its texts are. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
