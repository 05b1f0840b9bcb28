import { hash } from 'node:crypto';

/** A page whose scripts are named by what is in them instead of by a nonce. */
export type HashedPage = {
  readonly body: string;
  /** Sources for `script-src`, quotes included. */
  readonly scriptHashes: readonly string[];
};

const SCRIPT = /<script(\s[^>]*)?>([\s\S]*?)<\/script>/g;

/**
 * Makes a rendered page that carries a nonce into one that can be kept: its nonce is taken out, and each inline script that
 * bore it is named by its SHA-256. What did not bear the nonce was not written by the renderer and gets no hash, so a
 * script that somebody smuggled into a page stays as forbidden as it was.
 */
export function hashScripts(html: string, nonce: string): HashedPage {
  const attribute = ` nonce="${nonce}"`;
  const inline = [...html.matchAll(SCRIPT)].filter(([, attributes = '']) => {
    return attributes.includes(attribute) && !attributes.includes(' src="');
  });
  const withoutNonce = (text: string) => text.replaceAll(attribute, '').replaceAll(nonce, '');
  const hashes = inline.map(([, , script = '']) => {
    return `'sha256-${hash('sha256', withoutNonce(script), 'base64')}'`;
  });
  return { scriptHashes: [...new Set(hashes)], body: withoutNonce(html) };
}
