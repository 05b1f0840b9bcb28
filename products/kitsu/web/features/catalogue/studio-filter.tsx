'use client';

import { CheckRow, TextInput } from '@seaworthy/platform/ui';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { studiosOfName } from '../../api/browser.ts';
import type { SearchQuery, TitleFacets, TitleQuery } from '../../api/types.ts';
import { formatCount, formatNumber, type Plural } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';

/** What the filter says. */
export interface StudioFilterWords {
  readonly find: string;
  readonly found: Plural;
  readonly first: Plural;
  readonly none: string;
  readonly failed: string;
}

interface Props {
  readonly language: Language;
  readonly words: StudioFilterWords;
  /** What the list is asked by: studios are counted under the same filters. */
  readonly query: TitleQuery | SearchQuery;
  /** The largest studios and the chosen ones. */
  readonly studios: TitleFacets['studio'];
  readonly chosen: readonly string[];
}

/** Long enough that a fast typist asks once a word. */
const PAUSE_MS = 200;
/** The API counts so many studios at once. */
const FOUND_MAX = 12;
/** Fewer than this are seen at a glance. */
const WORTH_FINDING = 12;

/** The studios of a list: the largest at once, every other one by its name. Chosen ones always stay. */
export function StudioFilter({ language, words, query, studios, chosen }: Props) {
  const [text, setText] = useState('');
  const name = text.trim();
  const found = useStudios(query, name);
  const statusId = useId();
  const isChosen = ({ slug }: { slug: string }) => chosen.includes(slug);
  const counted = name === '' || found === undefined || found === 'failed' ? studios : found;
  const rows = [...counted.filter(isChosen), ...counted.filter((studio) => !isChosen(studio))];
  return (
    <>
      {(studios.length >= WORTH_FINDING || name !== '') && (
        <TextInput
          type="search"
          className="mb-1.5 h-9 text-sm [@media(scripting:none)]:hidden"
          aria-label={words.find}
          aria-describedby={statusId}
          placeholder={words.find}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onKeyDown={keepToField}
          // The form around it applies filters when one of its fields changes: this is none of them.
          onChange={(event) => {
            event.stopPropagation();
            setText(event.target.value);
          }}
        />
      )}
      {rows.map((studio) => (
        <CheckRow
          key={studio.slug}
          name="studio"
          value={studio.slug}
          label={studio.name}
          count={formatNumber(language, studio.count)}
          checked={isChosen(studio)}
        />
      ))}
      <p id={statusId} role="status" className="text-xs text-mute empty:hidden">
        {saying(words, language, name, found, (studio) => !isChosen(studio))}
      </p>
    </>
  );
}

function keepToField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Enter') event.preventDefault();
}

type Found = TitleFacets['studio'] | 'failed' | undefined;

/** The studios of a name; undefined while they are waited for, and without a name. */
function useStudios(query: TitleQuery | SearchQuery, name: string): Found {
  const [known, setKnown] = useState<{ name: string; found: Found }>({ name: '', found: undefined });
  const asked = JSON.stringify(query);
  useEffect(() => {
    if (name === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      studiosOfName(JSON.parse(asked), name, abort.signal).then(
        (found) => setKnown({ name, found }),
        () => {
          if (!abort.signal.aborted) setKnown({ name, found: 'failed' });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, name]);
  // The answer to the letters before stays until the next is there.
  return name === '' || known.name === '' ? undefined : known.found;
}

function saying(
  words: StudioFilterWords,
  language: Language,
  name: string,
  found: Found,
  isFound: (studio: TitleFacets['studio'][number]) => boolean,
): string {
  if (name === '' || found === undefined) return '';
  if (found === 'failed') return words.failed;
  const count = found.filter(isFound).length;
  if (count === 0) return found.length === 0 ? words.none : '';
  return formatCount(language, count, count >= FOUND_MAX ? words.first : words.found);
}
