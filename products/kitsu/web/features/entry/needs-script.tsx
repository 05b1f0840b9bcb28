import type { Locale } from '../../i18n/locale.ts';

/** Says where a form would do nothing. */
export function NeedsScript({ locale }: { locale: Locale }) {
  return (
    <noscript>
      <p className="mb-5 rounded-md bg-warn-wash px-3 py-2.5 text-sm text-warn">
        {locale.words.forms.needsScript}
      </p>
    </noscript>
  );
}
