import type { FormWords } from '../../i18n/form-words.ts';
import type { Dictionary } from '../../i18n/translated.ts';

/** Words of everything about API keys. */
export type KeyWords = Pick<Dictionary['account'], 'keys'> & { readonly forms: FormWords };

/** What a scope permits, in words; its own name where there are none yet. */
export function scopeName(words: Dictionary['account']['keys'], scope: string): string {
  return (words.scopeNames as Readonly<Record<string, string>>)[scope] ?? scope;
}
