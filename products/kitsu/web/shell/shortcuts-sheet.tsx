import { Sheet } from '@seaworthy/platform/ui';
import type { Locale } from '../i18n/locale.ts';
import { ShortcutsSwitch } from './shortcuts-help.tsx';

/** Id of the sheet, for its openers. */
export const SHORTCUTS_SHEET = 'shortcuts';

/** The keys that do something on this site. */
export function ShortcutsSheet({ locale }: { locale: Locale }) {
  const { shortcuts, nav } = locale.words.site;
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['/', 'Ctrl K'], shortcuts.search],
    [['j', 'k'], shortcuts.oneByOne],
    [['n', 'p'], shortcuts.byPage],
    [['←', '↑', '↓', '→'], shortcuts.arrows],
    [['Enter'], shortcuts.open],
    [['?'], shortcuts.help],
  ];
  return (
    <Sheet id={SHORTCUTS_SHEET} title={shortcuts.title} closeLabel={nav.close} wide="dialog">
      <div className="p-4">
        <dl className="mb-3 text-sm">
          {keys.map(([names, what]) => (
            <div key={what} className="flex items-center justify-between gap-6 border-b border-line py-2">
              <dt className="text-soft">{what}</dt>
              <dd className="flex shrink-0 gap-1">
                {names.map((name) => (
                  <kbd
                    key={name}
                    className="grid h-6 min-w-6 place-content-center rounded-sm border border-edge px-1.5 font-text text-xs"
                  >
                    {name}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <ShortcutsSwitch sheet={SHORTCUTS_SHEET} label={shortcuts.letters} />
      </div>
    </Sheet>
  );
}
