import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOtherLayout } from './keyboard.ts';

describe('the other keyboard layout', () => {
  test.each([
    ['fnfrf nbnfyjd', 'атака титанов'],
    ['тфкгещ', 'naruto'],
    ['Ntnhflm cvthnb', 'Тетрадь смерти'],
    [',kbx', 'блич'],
    ['j;bdibq', 'оживший'],
    ['ыеуштыжпфеу', 'steins;gate'],
  ])('%s was meant as %s', (typed, meant) => {
    expect(inOtherLayout(typed)).toBe(meant);
  });

  test.each(['86', '進撃', 'cмерть', '', '...'])('nothing was mistaken in "%s"', (text) => {
    expect(inOtherLayout(text)).toBeNull();
  });

  test('switching twice gives back what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'йцукенгшщзхъфывапролджэячсмитьбюё 12') }), (word) => {
        const other = inOtherLayout(word);
        if (other !== null && /[a-z]/.test(other)) expect(inOtherLayout(other)).toBe(word);
      }),
    );
  });
});
