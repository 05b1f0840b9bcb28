import type { FormWords } from '../../i18n/form-words.ts';
import type { Dictionary } from '../../i18n/translated.ts';

/** Words of everything about the second factor. */
export type FactorWords = Pick<Dictionary['account'], 'factor'> & { readonly forms: FormWords };
