import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { readersAccount } from '../../api/reader.ts';
import type { OwnAccount } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { NavLink } from '../../shell/nav-link.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { RememberReader } from '../../shell/remember-reader.tsx';
import { withReturn } from '../entry/return-address.ts';
import { KeepAccount } from './keep-account.tsx';

interface Props {
  readonly locale: Locale;
  readonly page: AccountPage;
  readonly children: (account: OwnAccount) => ReactNode;
}

const PAGES = {
  profile: '/account',
  security: '/account/security',
  keys: '/account/keys',
  data: '/account/data',
} as const;
type AccountPage = keyof typeof PAGES;

/** The frame of the pages about one's own account. Who is not logged in is led to the log-in, and from there back. */
export async function AccountFrame({ locale, page, children }: Props) {
  const answer = await readersAccount();
  if (!answer.ok && answer.problem === 'unauthenticated') {
    redirect(locale.href('/login') + withReturn(locale.href(PAGES[page])));
  }
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { account: words } = locale.words;
  return (
    <div className="mx-auto max-w-5xl lg:grid lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-x-16">
      <RememberReader account={answer.data} />
      <div>
        <p className="mb-3 text-lg font-medium lg:px-3">{words.title}</p>
        <nav aria-label={words.title}>
          <ul className="-mx-2 mb-6 flex flex-wrap border-b border-line pb-2 lg:sticky lg:top-20 lg:mx-0 lg:flex-col lg:gap-1 lg:border-0">
            {Object.entries(PAGES).map(([name, href]) => (
              <li key={name} className="shrink-0">
                <NavLink
                  page={href}
                  exact
                  href={locale.href(href)}
                  className="flex h-9 items-center rounded-md px-2 text-sm text-soft sm:px-3 sm:text-base hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink"
                >
                  {words.pages[name as AccountPage]}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="min-w-0">
        <h1 className="mb-2 text-2xl">{words.pages[page]}</h1>
        {answer.data.deletionDueAt !== null && (
          <KeepAccount
            dueAt={answer.data.deletionDueAt}
            language={locale.language}
            words={{ data: words.data, forms: locale.words.forms }}
          />
        )}
        {children(answer.data)}
      </div>
    </div>
  );
}
