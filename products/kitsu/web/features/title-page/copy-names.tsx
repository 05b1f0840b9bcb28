'use client';

import { type MouseEvent, type ReactNode, useState } from 'react';

/**
 * Copies the text of whichever `data-copy` button inside is pressed, and says so to everybody. The buttons are the server's: a
 * title may have a hundred names.
 */
export function CopyNames({
  children,
  copied,
  failed,
}: {
  children: ReactNode;
  copied: string;
  failed: string;
}) {
  const [message, setMessage] = useState('');
  const copy = async (event: MouseEvent<HTMLDivElement>) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    const text = button?.dataset.copy;
    if (!button || text === undefined) return;
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    button.dataset.state = done ? 'copied' : 'failed';
    button.addEventListener('blur', () => delete button.dataset.state, { once: true });
    setMessage(done ? `${copied}: ${text}` : failed);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed, by pointer or by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: a button turns Enter and Space into clicks
    <div onClick={copy}>
      {children}
      <p role="status" className="sr-only">
        {message}
      </p>
    </div>
  );
}
