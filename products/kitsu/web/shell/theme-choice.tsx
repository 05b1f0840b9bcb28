'use client';

import { useEffect, useRef } from 'react';
import { THEME_KEY, THEMES } from './theme-script.ts';

interface Props {
  readonly label: string;
  readonly names: Readonly<Record<(typeof THEMES)[number], string>>;
}

/** Chooses the theme and remembers it in this browser. */
export function ThemeChoice({ label, names }: Props) {
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const chosen = document.documentElement.dataset.theme;
    const radio = group.current?.querySelector<HTMLInputElement>(`input[value='${chosen}']`);
    if (radio) radio.checked = true;
  }, []);

  const choose = (theme: string) => {
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(THEME_KEY, theme);
    } catch {
      // A browser that stores nothing still shows the chosen theme until the page is left.
    }
  };

  return (
    <fieldset ref={group}>
      <legend className="mb-2 text-xs font-medium text-mute">{label}</legend>
      <div className="flex rounded-md border border-line bg-sunken p-0.5">
        {THEMES.map((theme) => (
          <label
            key={theme}
            className="flex h-8 flex-1 items-center justify-center rounded-sm px-2 text-sm text-soft has-checked:bg-hover has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="theme"
              value={theme}
              defaultChecked={theme === 'dark'}
              onChange={() => choose(theme)}
              className="sr-only"
            />
            {names[theme]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
