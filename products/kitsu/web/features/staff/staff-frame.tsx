import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { readersAccount } from '../../api/reader.ts';
import type { OwnAccount } from '../../api/types.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { NavLink } from '../../shell/nav-link.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { RememberReader } from '../../shell/remember-reader.tsx';

/** The pages of the staff, and what is needed to know that each exists. */
export const STAFF_PAGES = [
  { name: 'accounts', page: '/staff/accounts', permission: 'admin.users.view' },
  { name: 'audit', page: '/staff/audit', permission: 'audit.view' },
] as const;

type StaffPage = (typeof STAFF_PAGES)[number]['name'];

interface Props {
  readonly locale: Locale;
  readonly page: StaffPage;
  readonly children: (reader: OwnAccount) => ReactNode;
}

/** The head of a staff page: to who may not see the page it is that of a page that does not exist. */
export async function staffMetadata(lang: string, page: StaffPage): Promise<Metadata> {
  const { site, staff } = localeOf(lang).words;
  const title = (await mayRead(page)) ? staff.pages[page] : site.problem.notFoundTitle;
  return { title, robots: { index: false } };
}

/** The frame of the pages for staff. Whoever may not see a page is told that there is none. */
export async function StaffFrame({ locale, page, children }: Props) {
  const answer = await readersAccount();
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  if (!(await mayRead(page))) return <ProblemView locale={locale} problem="not_found" />;
  const { staff } = locale.words;
  const pages = STAFF_PAGES.filter(({ permission }) => answer.data.permissions.includes(permission));
  return (
    <>
      <RememberReader account={answer.data} />
      <nav
        aria-label={staff.title}
        className="-mx-4 mb-5 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0"
      >
        <ul className="flex gap-6">
          {pages.map(({ name, page: path }) => (
            <li key={name} className="shrink-0">
              <NavLink
                page={path}
                href={locale.href(path)}
                className="-mb-px flex h-10 items-center border-b-2 border-transparent text-base text-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
              >
                {staff.pages[name]}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children(answer.data)}
    </>
  );
}

async function mayRead(page: StaffPage): Promise<boolean> {
  const answer = await readersAccount();
  const needed = STAFF_PAGES.find(({ name }) => name === page)?.permission;
  return answer.ok && needed !== undefined && answer.data.permissions.includes(needed);
}
