export { inOneAlphabet } from './homoglyphs.ts';
export { PART_MARK, SEASON_MARK, unifyInstallments } from './installments.ts';
export { inOtherLayout } from './keyboard.ts';
export { hasMixedAlphabets, isSurelyRussian, languageByScript } from './language.ts';
export { type NormalisedName, normaliseName } from './normalise.ts';
export { soundKey } from './sound-key.ts';
export { nameProblem, textProblem } from './storable.ts';
