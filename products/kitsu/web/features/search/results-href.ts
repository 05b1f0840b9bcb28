/** The page of all results for a query; `action` is the address of the search page. */
export function resultsHref(action: string, q: string): string {
  return `${action}?${new URLSearchParams({ q })}`;
}
