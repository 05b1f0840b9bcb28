'use client';

import { useState } from 'react';
import type { ApiKey } from '../../api/types.ts';
import type { Language } from '../../i18n/languages.ts';
import { KeyForm } from './key-form.tsx';
import { KeyList } from './key-list.tsx';
import type { KeyWords } from './key-words.ts';
import { MadeKey } from './made-key.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly keys: readonly ApiKey[];
  readonly grantable: readonly string[];
  readonly language: Language;
  readonly words: KeyWords;
}

/** The keys that there are, and a new one: the form, then its token, which is shown once. */
export function ApiKeys({ keys, grantable, language, words }: Props) {
  const { keys: own } = words;
  const [listed, setListed] = useState(keys);
  const [token, setToken] = useState<string>();
  return (
    <>
      <Section id="new-key" title={own.newHeading} text={own.newText}>
        {token === undefined ? (
          <KeyForm
            grantable={grantable}
            words={words}
            made={({ key, token: fresh }) => {
              setListed((before) => [key, ...before]);
              setToken(fresh);
            }}
          />
        ) : (
          <MadeKey token={token} words={own} done={() => setToken(undefined)} />
        )}
      </Section>
      <Section id="keys" title={own.listHeading} text={own.listText}>
        <KeyList
          keys={listed}
          language={language}
          words={words}
          revoked={({ id }) => setListed((before) => before.filter((key) => key.id !== id))}
        />
      </Section>
    </>
  );
}
