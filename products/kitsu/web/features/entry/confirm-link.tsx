'use client';

import { Button, buttonClass } from '@seaworthy/platform/ui';
import { CircleCheck, LoaderCircle } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { confirmAccount, confirmAddress } from '../../api/entry.ts';
import type { Outcome } from '../../api/outcome.ts';
import { FormNote } from '../../forms/form-note.tsx';
import type { FormWords } from '../../i18n/form-words.ts';
import { fill } from '../../i18n/format.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { rememberAddress } from './entered-address.ts';
import { useLinkToken } from './link-token.ts';

interface Props {
  readonly what: 'registration' | 'email';
  readonly words: Pick<Dictionary['entry'], 'confirm'> & { readonly forms: FormWords };
  readonly pages: { readonly logIn: string; readonly register: string; readonly account: string };
}

/** Proves the address that the link was sent to, as soon as the page runs, and says what came of it. */
export function ConfirmLink({ what, words, pages }: Props) {
  const { confirm: own, forms } = words;
  const token = useLinkToken();
  const [outcome, setOutcome] = useState<Outcome<{ readonly email: string }>>();
  const begun = useRef(false);
  const prove = useCallback(async () => {
    setOutcome(undefined);
    const answer = await (what === 'email' ? confirmAddress : confirmAccount)(token ?? '');
    if (answer.ok) rememberAddress(answer.data.email);
    setOutcome(answer);
  }, [what, token]);
  useEffect(() => {
    // A link is good once, and so is the effect that follows it.
    if (!token || begun.current) return;
    begun.current = true;
    void prove();
  }, [token, prove]);

  const again = { href: what === 'email' ? pages.account : pages.register, label: own[what].again };
  if (token === null) return <Said text={own.noLink} way={again} />;
  if (outcome === undefined) {
    return (
      <p role="status" className="flex items-center gap-2.5 text-soft">
        <LoaderCircle aria-hidden className="size-5 animate-spin" />
        {own.working}
      </p>
    );
  }
  if (outcome.ok) {
    const { done, onwards } = own[what];
    return (
      <Said
        icon={<CircleCheck aria-hidden className="mb-3 size-9 stroke-[1.25] text-live" />}
        text={fill(done, { email: outcome.data.email })}
        way={{ href: what === 'email' ? pages.account : pages.logIn, label: onwards }}
      />
    );
  }
  const { kind, fields } = outcome.trouble;
  if (kind === 'conflict') return <Said text={own.taken} way={{ href: pages.logIn, label: own.logIn }} />;
  if (fields.token !== undefined) return <Said text={own.void} way={again} />;
  return (
    <div className="space-y-5">
      <FormNote words={forms} trouble={outcome.trouble} />
      <Button tone="solid" onClick={() => void prove()}>
        {own.retry}
      </Button>
    </div>
  );
}

function Said({
  icon,
  text,
  way,
}: {
  icon?: ReactNode;
  text: string;
  way: { readonly href: string; readonly label: string };
}) {
  return (
    <div role="status">
      {icon}
      <p className="mb-5 wrap-anywhere text-soft">{text}</p>
      <a href={way.href} className={buttonClass({ tone: 'solid' })}>
        {way.label}
      </a>
    </div>
  );
}
