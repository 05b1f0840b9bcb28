import { usePathname, useSearchParams } from 'next/navigation';
import { type ComponentType, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { PaletteProps } from './palette.tsx';
import { useSearchShortcut } from './use-search-shortcut.ts';

/** Between the field in the header and the palette that it opens. */
export interface PaletteDoor {
  /** The palette while it is open. */
  readonly Palette: ComponentType<PaletteProps> | undefined;
  /** The query that the page answers. */
  readonly asked: string;
  /** Opens the palette with what stands in the field. */
  show(): void;
  /** Fetches the palette's code ahead of its use. */
  prepare(): void;
  compose(on: boolean): void;
  onClose(text: string): void;
}

const load = () => import('./palette.tsx').then(({ Palette }) => Palette);

/**
 * Opens the palette, whose code comes with its first use. Until it is there, and if it never comes, what is typed goes
 * into the field.
 */
export function usePaletteDoor(field: RefObject<HTMLInputElement | null>): PaletteDoor {
  const pathname = usePathname();
  const asked = useSearchParams().get('q') ?? '';
  const composing = useRef(false);
  const [loaded, setLoaded] = useState<ComponentType<PaletteProps>>();
  const [open, setOpen] = useState(false);

  const show = useCallback(() => {
    load().then(
      (Palette) => {
        setLoaded(() => Palette);
        // A word that is being composed would be torn apart: its end opens the palette.
        if (!composing.current) setOpen(true);
      },
      () => undefined,
    );
  }, []);
  const focusAndShow = useCallback(() => {
    field.current?.focus();
    field.current?.select();
    show();
  }, [field, show]);
  useSearchShortcut(focusAndShow);
  // Another page, or other results, whoever led there: the field shows their query.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same query on another page counts as well
  useEffect(() => {
    if (field.current) field.current.value = asked;
    setOpen(false);
  }, [field, asked, pathname]);

  return {
    Palette: open ? loaded : undefined,
    asked,
    show,
    prepare: () => void load().catch(() => undefined),
    compose: (on) => {
      composing.current = on;
      if (!on) show();
    },
    onClose: (text) => {
      setOpen(false);
      if (field.current) field.current.value = text;
    },
  };
}
