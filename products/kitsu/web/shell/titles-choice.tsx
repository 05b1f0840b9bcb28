'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { chosenTitles, TITLE_LANGUAGES, TITLES_COOKIE, type TitleLanguage } from '../i18n/title-languages.ts';
import { ChoiceGroup } from './choice-group.tsx';

interface Props {
  /** Of its radio buttons; another one where it stands in a page twice. */
  readonly name?: string;
  readonly label: string;
  readonly hint: string;
  readonly names: Readonly<Record<TitleLanguage, string>>;
  /** What the page was rendered with. */
  readonly current: TitleLanguage;
}

const YEAR_S = 31_536_000;

/** Chooses the language in which titles are named: the page is rendered anew at once, and every later one as well. */
export function TitlesChoice({ name = 'titles', label, hint, names, current }: Props) {
  const router = useRouter();
  const group = useRef<HTMLFieldSetElement>(null);

  // Another tab, or a page that the browser kept for going back, may have been rendered before the choice.
  useEffect(() => {
    const radio = group.current?.querySelector<HTMLInputElement>(`input[value='${current}']`);
    if (radio) radio.checked = true;
    const catchUp = () => {
      const chosen = chosenTitles(document.cookie);
      if (document.visibilityState === 'visible' && chosen && chosen !== current) router.refresh();
    };
    catchUp();
    window.addEventListener('pageshow', catchUp);
    document.addEventListener('visibilitychange', catchUp);
    return () => {
      window.removeEventListener('pageshow', catchUp);
      document.removeEventListener('visibilitychange', catchUp);
    };
  }, [current, router]);

  const choose = (titles: TitleLanguage) => {
    const secure = window.location.protocol === 'https:' ? '; Secure' : '';
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser, and this one is ours alone
    document.cookie = `${TITLES_COOKIE}=${titles}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${secure}`;
    router.refresh();
  };

  return (
    <ChoiceGroup
      group={group}
      name={name}
      label={label}
      hint={hint}
      options={TITLE_LANGUAGES}
      names={names}
      chosen={current}
      columns={2}
      choose={choose}
    />
  );
}
