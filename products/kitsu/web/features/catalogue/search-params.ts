/** The query of a page as Next hands it over. */
export type PageQuery = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** The query as the platform's own type, with repeated names kept. */
export async function searchParamsOf(query: PageQuery): Promise<URLSearchParams> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await query)) {
    for (const one of [value].flat()) if (one !== undefined) params.append(name, one);
  }
  return params;
}
