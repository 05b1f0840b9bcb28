import { Button } from '@seaworthy/platform/ui';
import { MailCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Outcome, Trouble } from '../../api/outcome.ts';
import { FormNote } from '../../forms/form-note.tsx';
import type { FormWords } from '../../i18n/form-words.ts';
import { fill } from '../../i18n/format.ts';
import type { Dictionary } from '../../i18n/translated.ts';

interface Props {
  readonly words: Pick<Dictionary['entry'], 'mail'> & { readonly forms: FormWords };
  /** What is on its way, with a place for the address. */
  readonly text: string;
  readonly email: string;
  sendAgain(): Promise<Outcome<unknown>>;
  takeOther(): void;
}

/** A mail needs this long; who asks again sooner only gets two. */
const PAUSE_S = 30;
const TICK_MS = 1_000;

/** What to do now that a mail is on its way. It takes the place of a form, and so the focus as well. */
export function CheckYourMail({ words, text, email, sendAgain, takeOther }: Props) {
  const { mail, forms } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  const [leftS, setLeftS] = useState(PAUSE_S);
  const [trouble, setTrouble] = useState<Trouble>();
  const [said, setSaid] = useState('');
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const timer = setInterval(() => setLeftS((seconds) => Math.max(0, seconds - 1)), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const again = async () => {
    if (leftS > 0) return;
    setSaid('');
    setLeftS(PAUSE_S);
    const outcome = await sendAgain();
    setTrouble(outcome.ok ? undefined : outcome.trouble);
    if (outcome.ok) setSaid(mail.sentAgain);
    else setLeftS(0);
  };
  const [before = '', after = ''] = text.split('{email}');
  return (
    <div className="mx-auto w-full max-w-[26rem] py-4 sm:py-12">
      <MailCheck aria-hidden className="mb-4 size-10 stroke-[1.25] text-mute" />
      <h1 ref={heading} tabIndex={-1} className="mb-3 text-2xl outline-none">
        {mail.title}
      </h1>
      <p className="text-soft">
        {before}
        <strong className="font-medium wrap-anywhere text-ink">{email}</strong>
        {after}
      </p>
      <p className="mt-3 text-soft">{mail.nothing}</p>
      <div className="mt-5">
        <FormNote words={forms} trouble={trouble} />
      </div>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button aria-disabled={leftS > 0} onClick={() => void again()} className="tabular-nums">
          {leftS > 0 ? fill(mail.againIn, { time: `0:${String(leftS).padStart(2, '0')}` }) : mail.again}
        </Button>
        <Button tone="ghost" onClick={takeOther}>
          {mail.other}
        </Button>
      </div>
      <p role="status" className="mt-3 text-sm text-soft">
        {said}
      </p>
    </div>
  );
}
