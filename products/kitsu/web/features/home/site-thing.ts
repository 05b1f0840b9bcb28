import type { Locale } from '../../i18n/locale.ts';
import { renderScope } from '../../server/render-scope.ts';
import type { Thing } from '../../shell/json-ld.tsx';

/** The site in the terms of schema.org, with the address of its search. */
export function siteThing(locale: Locale): Thing {
  const { publicOrigin } = renderScope();
  const { site, browse } = locale.words;
  return {
    '@type': 'WebSite',
    name: site.name,
    url: publicOrigin + locale.href('/'),
    inLanguage: locale.language,
    description: browse.home.description,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${publicOrigin}${locale.href('/search')}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}
