import type { about } from './en/about.ts';
import type { account } from './en/account.ts';
import type { browse } from './en/browse.ts';
import type { entry } from './en/entry.ts';
import type { forms } from './en/forms.ts';
import type { palette } from './en/palette.ts';
import type { site } from './en/site.ts';
import type { staff } from './en/staff.ts';
import type { titlePage } from './en/title-page.ts';
import type { titles } from './en/titles.ts';
import type { Plural } from './format.ts';

/** The shape of a dictionary: the English one, with any text and the plural forms of any language. */
type Translated<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends { readonly one: string; readonly other: string }
      ? Plural
      : { readonly [K in keyof T]: Translated<T[K]> };

/** Every text of the interface; a language that lacks one does not compile. */
export interface Dictionary {
  readonly site: Translated<typeof site>;
  readonly browse: Translated<typeof browse>;
  readonly titles: Translated<typeof titles>;
  readonly palette: Translated<typeof palette>;
  readonly titlePage: Translated<typeof titlePage>;
  readonly about: Translated<typeof about>;
  readonly forms: Translated<typeof forms>;
  readonly account: Translated<typeof account>;
  readonly staff: Translated<typeof staff>;
  readonly entry: Translated<typeof entry>;
}
