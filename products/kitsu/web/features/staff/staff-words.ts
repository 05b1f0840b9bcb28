import type { FormWords } from '../../i18n/form-words.ts';
import type { Dictionary } from '../../i18n/translated.ts';

/** Words of what staff does in the browser. */
export type StaffWords = Pick<Dictionary, 'staff'> & { readonly forms: FormWords };
