'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { areShortcutsOn, followShortcuts, isShortcut, switchShortcuts } from './shortcuts.ts';

interface Props {
  /** Id of the sheet that `?` opens. */
  readonly sheet: string;
  readonly label: string;
}

/** Opens the sheet of keys with `?`, and holds the switch that turns the keys off that need no Ctrl. */
export function ShortcutsSwitch({ sheet, label }: Props) {
  const on = useSyncExternalStore(followShortcuts, areShortcutsOn, () => true);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || !isShortcut(event)) return;
      event.preventDefault();
      document.getElementById(sheet)?.showPopover();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [sheet]);
  return (
    <label className="-mx-2 flex min-h-9 items-center gap-3 rounded-md px-2 text-sm hover:bg-hover">
      <span className="flex-1">{label}</span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox states itself whether it is checked
        role="switch"
        className="ui-switch"
        checked={on}
        onChange={(event) => switchShortcuts(event.target.checked)}
      />
    </label>
  );
}
