'use client';

import { useEffect, useState } from 'react';
import type { Language } from '../i18n/languages.ts';

interface Props {
  readonly iso: string;
  readonly language: Language;
  /** Without the time of day. */
  readonly dayOnly?: boolean;
}

const DAY: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
const MINUTE: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

/** A moment on the reader's own clock. The server, which does not know it, writes it in UTC and says so. */
export function LocalTime({ iso, language, dayOnly = false }: Props) {
  const style = dayOnly ? DAY : MINUTE;
  const utc = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(new Date(iso));
  const [text, setText] = useState(dayOnly ? utc : `${utc} UTC`);
  useEffect(
    () => setText(new Intl.DateTimeFormat(language, style).format(new Date(iso))),
    [iso, language, style],
  );
  // The browser's formats may be of another year than the server's.
  return (
    <time dateTime={iso} suppressHydrationWarning>
      {text}
    </time>
  );
}
