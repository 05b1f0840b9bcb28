'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { pageOf } from '../i18n/languages.ts';
import { NAVIGATION_EVENT } from './announce-navigation.ts';

type Shape = 'grid' | 'lines' | 'title';

interface Props {
  readonly skeletons: Readonly<Record<Shape, ReactNode>>;
  readonly children: ReactNode;
}

/** A page that comes sooner than this needs no skeleton: one would only flicker. */
const PATIENCE_MS = 180;

/**
 * Shows the shape of the page that a followed link leads to while it takes long. Pages are rendered whole before
 * they are sent, so that their status is right; this is what makes the wait visible.
 */
export function PendingView({ skeletons, children }: Props) {
  const pathname = usePathname();
  const [shape, setShape] = useState<Shape>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path means that the awaited page is here
  useEffect(() => {
    clearTimeout(timer.current);
    setShape(undefined);
  }, [pathname]);

  useEffect(() => {
    const expect = (href: string) => {
      clearTimeout(timer.current);
      const target = new URL(href, window.location.href);
      if (target.origin !== window.location.origin || target.pathname === window.location.pathname) return;
      timer.current = setTimeout(() => setShape(shapeOf(pageOf(target.pathname))), PATIENCE_MS);
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        return;
      // A menu has done its part when one of its links was followed.
      link.closest<HTMLElement>('.ui-sheet:popover-open')?.hidePopover();
      expect(link.getAttribute('href') ?? '');
    };
    const onAnnounced = (event: Event) => event instanceof CustomEvent && expect(String(event.detail));
    const giveUp = () => {
      clearTimeout(timer.current);
      setShape(undefined);
    };
    document.addEventListener('click', onClick);
    document.addEventListener(NAVIGATION_EVENT, onAnnounced);
    window.addEventListener('popstate', giveUp);
    window.addEventListener('pageshow', giveUp);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener(NAVIGATION_EVENT, onAnnounced);
      window.removeEventListener('popstate', giveUp);
      window.removeEventListener('pageshow', giveUp);
    };
  }, []);

  return (
    <>
      {shape && <div aria-busy>{skeletons[shape]}</div>}
      <div hidden={shape !== undefined}>{children}</div>
    </>
  );
}

function shapeOf(page: string): Shape {
  if (/^\/anime\/./.test(page)) return 'title';
  return /^\/(?:anime$|genres\/|studios\/|seasons\/)/.test(page) ? 'grid' : 'lines';
}
