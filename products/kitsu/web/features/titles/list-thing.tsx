import type { TitleCard } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { renderScope } from '../../server/render-scope.ts';
import { JsonLd } from '../../shell/json-ld.tsx';
import { displayNames } from './names.ts';

/** More is not read by anybody. */
const TITLES_MAX = 24;

/** Tells search engines the first titles of a list in their order. */
export function ListThing({ locale, titles }: { locale: Locale; titles: readonly TitleCard[] }) {
  if (titles.length === 0) return null;
  const { publicOrigin } = renderScope();
  return (
    <JsonLd
      thing={{
        '@type': 'ItemList',
        itemListElement: titles.slice(0, TITLES_MAX).map((title, place) => ({
          '@type': 'ListItem',
          position: place + 1,
          url: publicOrigin + locale.href(`/anime/${title.slug}`),
          name: displayNames(title, locale).first.text,
        })),
      }}
    />
  );
}
