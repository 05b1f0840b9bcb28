import { buttonClass } from '@seaworthy/platform/ui';
import type { Locale } from '../../i18n/locale.ts';
import { WayIcon } from './way-icon.tsx';
import { WAYS } from './ways.ts';

/** Ways into the catalogue for who does not know a name. */
export function WaysIn({ locale }: { locale: Locale }) {
  const words = locale.words.palette;
  return (
    <nav aria-label={words.ways}>
      <p aria-hidden className="mb-2 text-sm text-mute">
        {words.ways}
      </p>
      <ul className="flex flex-wrap gap-2 [&_svg]:size-4 [&_svg]:text-mute">
        {WAYS.map(({ name, page }) => (
          <li key={name}>
            <a href={locale.href(page)} className={buttonClass()}>
              <WayIcon name={name} />
              {words[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
