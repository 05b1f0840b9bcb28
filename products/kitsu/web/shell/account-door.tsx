'use client';

import { buttonClass, SheetButton } from '@seaworthy/platform/ui';
import { CircleUserRound, LogIn } from 'lucide-react';
import { useEffect } from 'react';
import { withReturn } from '../features/entry/return-address.ts';
import { checkHint, useAccountHint } from './use-account-hint.ts';

interface Props {
  /** Id of the account's menu. */
  readonly sheet: string;
  readonly logIn: string;
  readonly words: { readonly label: string; readonly logIn: string };
}

/** The way in, or the account's menu. Both stand in the page, which is the same for everybody; a style shows one of them. */
export function AccountDoor({ sheet, logIn, words }: Props) {
  const hint = useAccountHint();
  useEffect(() => void checkHint(), []);
  return (
    <>
      <a
        href={logIn}
        onClick={({ currentTarget }) => {
          const { pathname, search } = window.location;
          // From the forms of the way in itself it leads on as it did before.
          currentTarget.search = pathname === currentTarget.pathname ? search : withReturn(pathname + search);
        }}
        aria-label={words.logIn}
        className={`logged-out ${buttonClass({ tone: 'quiet' })} max-sm:w-10 max-sm:border-transparent max-sm:bg-transparent max-sm:px-0`}
      >
        <LogIn aria-hidden className="size-5 sm:hidden" />
        <span className="max-sm:hidden">{words.logIn}</span>
      </a>
      <SheetButton
        sheet={sheet}
        look={{ tone: 'ghost', square: true }}
        className="logged-in max-lg:-mr-2"
        label={hint ? `${words.label}: ${hint.name}` : words.label}
      >
        <CircleUserRound aria-hidden className="size-5" />
      </SheetButton>
    </>
  );
}
