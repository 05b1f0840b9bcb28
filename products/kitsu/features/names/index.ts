export { inOtherLayout } from './keyboard.ts';
export { hasMixedAlphabets, isSurelyRussian, languageByScript } from './language.ts';
export { type NormalisedName, normaliseName } from './normalise.ts';
export { nameProblem, textProblem } from './storable.ts';
