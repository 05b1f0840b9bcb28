import { useEffect } from 'react';
import { isShortcut } from '../../shell/shortcuts.ts';

/** Calls back on Ctrl/Cmd+K from anywhere, and on “/” where keys without Ctrl are not switched off. */
export function useSearchShortcut(onShortcut: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isCommand(event) && !(event.key === '/' && isShortcut(event))) return;
      event.preventDefault();
      onShortcut();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onShortcut]);
}

/** By the key's place as well: on a Cyrillic layout the same key says “л”. */
function isCommand({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const isK = key.toLowerCase() === 'k' || (code === 'KeyK' && !/^[a-z]$/i.test(key));
  return isK && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
