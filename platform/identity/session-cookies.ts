/** One cookie of ours, as the texts of `Set-Cookie`. */
export interface OwnCookie {
  readonly name: string;
  set(value: string, maxAgeS: number): string;
  /** Has the browser forget it. */
  clear(): string;
}

/** The cookies by which a browser is known. */
export interface SessionCookies {
  /** Opens the session. */
  readonly session: OwnCookie;
  /** Stays when the session ends: it only says that somebody signed in on this device before. */
  readonly device: OwnCookie;
}

/**
 * The cookies of an installation: for this host only, out of reach of scripts, not sent along by other sites' forms.
 * Secure ones are named `__Host-…`, which browsers hold us to; they need https. The others are for trying things out on
 * the own machine: not every browser takes a secure cookie there.
 */
export function sessionCookies(options: { readonly secure: boolean }): SessionCookies {
  return { session: ownCookie('session', options.secure), device: ownCookie('device', options.secure) };
}

function ownCookie(plainName: string, secure: boolean): OwnCookie {
  const name = secure ? `__Host-${plainName}` : plainName;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name,
    set: (value, maxAgeS) => `${name}=${value}; Max-Age=${maxAgeS}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}
