import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeTexts, signaturesOf } from '../segment/signature.ts';
import { editCost, editsMaxOf } from './edit-cost.ts';

const unitsOf = (text: string) => Uint16Array.from(text, (_, index) => text.charCodeAt(index));
const cost = (query: string, text: string, costMax = 1_000, isPrefix = false) =>
  editCost({ query: unitsOf(query), units: unitsOf(text), start: 0, length: text.length }, costMax, isPrefix);
const word = fc.string({ unit: fc.constantFrom(...'aeioukstnrmg'), minLength: 1, maxLength: 12 });

test('it is nothing for the same word, and the same both ways', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(cost(one, one)).toBe(0);
      expect(cost(one, other)).toBe(cost(other, one));
      if (one !== other) expect(cost(one, other)).toBeGreaterThan(0);
    }),
  );
});

test('slips that fingers and ears make cost less than others', () => {
  expect(cost('nartuo', 'naruto')).toBeLessThan(cost('nakuto', 'naruto'));
  expect(cost('narutto', 'naruto')).toBeLessThan(cost('narugto', 'naruto'));
  expect(cost('narito', 'naruto')).toBeLessThan(cost('narkto', 'naruto'));
  expect(cost('natuto', 'naruto')).toBeLessThan(cost('naputo', 'naruto'));
  expect(cost('наркто', 'наруто')).toBeGreaterThan(cost('нарото', 'наруто'));
  expect(cost('maruto', 'naruto')).toBeGreaterThan(cost('nanuto', 'namuto'));
  expect(cost('gundam00', 'gundam01')).toBeGreaterThan(20);
});

test('the beginning of a longer word is met by a prefix', () => {
  expect(cost('kimets', 'kimetsunoyaiba', 1_000, true)).toBe(0);
  expect(cost('kimetu', 'kimetsunoyaiba', 1_000, true)).toBeLessThanOrEqual(cost('kimetu', 'kimetsu'));
});

test('above the limit it is infinite, below it the limit changes nothing', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 40 }), (one, other, limit) => {
      const whole = cost(one, other);
      expect(cost(one, other, limit)).toBe(whole <= limit ? whole : Number.POSITIVE_INFINITY);
    }),
  );
});

test('a word is found among those alike to any that differs in one letter: two bits of the signatures at most', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom(...'aeiouxyz', ''), (text, place, letter) => {
      const at = place % text.length;
      const changed = text.slice(0, at) + letter + text.slice(at + 1);
      const alike = alikeTexts(signaturesOf(['kaiju', text]), changed, [text.length - 1, text.length + 1], 2);
      expect(alike).toContain(1);
    }),
  );
  expect(editsMaxOf(10)).toBe(1);
});
