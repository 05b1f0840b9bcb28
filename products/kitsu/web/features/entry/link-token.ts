import { useEffect, useState } from 'react';

/**
 * The token that the link of a mail carries behind its `#`: undefined until the page runs, null when there is none. It is
 * taken out of the address at once, so that it stays in no history and is not passed on with it.
 */
export function useLinkToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>();
  useEffect(() => {
    const { hash, pathname, search } = window.location;
    const found = new URLSearchParams(hash.slice(1)).get('token');
    setToken((before) => before ?? found);
    if (found !== null) window.history.replaceState(window.history.state, '', pathname + search);
  }, []);
  return token;
}
