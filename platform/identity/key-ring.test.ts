import { expect, test } from 'vitest';
import { newRingKey, parseKeyRing } from './key-ring.ts';

const old = newRingKey('2025');
const fresh = newRingKey('2026');

test('what was made with an older key of the ring opens, new things take the first, and a key that left opens nothing', () => {
  const before = parseKeyRing(old);
  const sealed = before.seal('totp', 'account 1', Buffer.from('secret'));
  const signed = before.sign('2025', 'link', 'x');
  const rotated = parseKeyRing(`${fresh},${old}`);
  expect(rotated.currentId).toBe('2026');
  expect(rotated.open('totp', 'account 1', sealed)?.toString()).toBe('secret');
  expect(rotated.sign('2025', 'link', 'x')).toEqual(signed);
  expect(rotated.seal('totp', 'account 1', Buffer.from('secret'))).toMatch(/^2026:/);
  const after = parseKeyRing(fresh);
  expect(after.open('totp', 'account 1', sealed)).toBeUndefined();
  expect(after.sign('2025', 'link', 'x')).toBeUndefined();
});

test('what was sealed opens for its purpose and its owner only, and not after a change', () => {
  const ring = parseKeyRing(old);
  const sealed = ring.seal('totp', 'account 1', Buffer.from('secret'));
  expect(ring.open('totp', 'account 2', sealed)).toBeUndefined();
  expect(ring.open('other', 'account 1', sealed)).toBeUndefined();
  for (let at = 5; at < sealed.length; at += 7) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect(ring.open('totp', 'account 1', changed)).toBeUndefined();
  }
  expect(ring.open('totp', 'account 1', '2025:')).toBeUndefined();
});

test('parts are signed as parts, and purposes apart', () => {
  const ring = parseKeyRing(old);
  expect(ring.sign('2025', 'link', 'ab', 'c')).not.toEqual(ring.sign('2025', 'link', 'a', 'bc'));
  expect(ring.sign('2025', 'link', 'ab')).not.toEqual(ring.sign('2025', 'other', 'ab'));
});

test.each([
  ['', 'has no id'],
  ['secret', 'has no id'],
  ['a:short', '"a" is not 32 bytes'],
  [`a:${'A'.repeat(43)}`, '"a" is not random'],
  [`${old},${old}`, 'the id "2025" is given twice'],
  [`Ünd:${old.slice(5)}`, 'has no id'],
])('the ring "%s" is refused, and its secret not repeated', (text, said) => {
  expect(() => parseKeyRing(text)).toThrow(said);
});
