import type { Locale } from '../i18n/locale.ts';

/** Says where what the page shows comes from, judged by what it shows; silent when it shows no title. */
export function DataNote({
  locale,
  titles,
}: {
  locale: Locale;
  titles: readonly { readonly isDemo: boolean }[];
}) {
  if (titles.length === 0) return null;
  const { footer } = locale.words.site;
  return (
    <p className="mt-16 max-w-3xl text-xs text-mute">
      {titles.some((title) => title.isDemo) ? footer.demo : footer.imported}
    </p>
  );
}
