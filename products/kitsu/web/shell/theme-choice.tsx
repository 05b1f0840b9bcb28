'use client';

import { useEffect, useRef } from 'react';
import { ChoiceGroup } from './choice-group.tsx';
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
    <ChoiceGroup
      group={group}
      name="theme"
      label={label}
      options={THEMES}
      names={names}
      chosen="dark"
      choose={choose}
    />
  );
}
