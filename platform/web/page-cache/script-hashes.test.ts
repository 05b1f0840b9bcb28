import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashScripts } from './script-hashes.ts';

const NONCE = 'bm9uY2Ugb2YgdGhpcyBwYWdlIQ==';

test('a script that bears the nonce is named by its hash, and the nonce is gone', () => {
  const { body, scriptHashes } = hashScripts(
    `<head nonce="${NONCE}"><script nonce="${NONCE}">one()</script><script id="x" nonce="${NONCE}">two("${NONCE}")</script>`,
    NONCE,
  );
  expect(body).toBe('<head><script>one()</script><script id="x">two("")</script>');
  expect(scriptHashes).toEqual(
    ['one()', 'two("")'].map((script) => `'sha256-${hash('sha256', script, 'base64')}'`),
  );
});

test('the same script twice is one hash', () => {
  const script = `<script nonce="${NONCE}">one()</script>`;
  expect(hashScripts(script + script, NONCE).scriptHashes).toHaveLength(1);
});

test.each([
  ['a script that somebody smuggled in', '<script>steal()</script>'],
  ['a script with the nonce of another page', '<script nonce="b3RoZXI=">steal()</script>'],
  ['a script whose text mentions the nonce', `<script>"nonce=${NONCE}"</script>`],
  ['data', '<script type="application/ld+json">{}</script>'],
  ['a file', `<script src="/x.js" async="" nonce="${NONCE}"></script>`],
])('%s gets no hash', (_what, html) => {
  expect(hashScripts(html, NONCE).scriptHashes).toEqual([]);
});
