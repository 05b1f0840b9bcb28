'use client';

import { useEffect, useState } from 'react';
import { isShortcut, SHORTCUTS_KEY } from './shortcuts.ts';

interface Props {
  /** Id of the sheet that `?` opens. */
  readonly sheet: string;
  readonly label: string;
}

/** Opens the sheet of keys with `?`, and holds the switch that turns keys of one letter off. */
export function ShortcutsSwitch({ sheet, label }: Props) {
  const [on, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(SHORTCUTS_KEY) !== 'off');
    } catch {
      // Where nothing is stored the keys are on.
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || !isShortcut(event)) return;
      event.preventDefault();
      document.getElementById(sheet)?.showPopover();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [sheet]);
  const change = (wanted: boolean) => {
    setOn(wanted);
    try {
      localStorage.setItem(SHORTCUTS_KEY, wanted ? 'on' : 'off');
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  return (
    <label className="-mx-2 flex min-h-9 items-center gap-3 rounded-md px-2 text-sm hover:bg-hover">
      <span className="flex-1">{label}</span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox states itself whether it is checked
        role="switch"
        className="ui-switch"
        checked={on}
        onChange={(event) => change(event.target.checked)}
      />
    </label>
  );
}
