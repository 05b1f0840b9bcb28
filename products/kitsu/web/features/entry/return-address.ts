/** The parameter that says where to go after logging in. The server reads it nowhere. */
export const RETURN_PARAMETER = 'next';

/**
 * Where to go after logging in: what the query of an address says, when that is a page of this origin. Whoever makes
 * somebody follow a link to our log-in must not choose another site to end on.
 */
export function returnAddress(search: string, origin: string): string | undefined {
  const wanted = new URLSearchParams(search).get(RETURN_PARAMETER);
  if (wanted === null || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return undefined;
  const url = new URL(wanted, origin);
  return url.origin === origin ? url.pathname + url.search + url.hash : undefined;
}

/** The query that has {@link returnAddress} answer `page`. */
export function withReturn(page: string): string {
  return `?${new URLSearchParams({ [RETURN_PARAMETER]: page })}`;
}
