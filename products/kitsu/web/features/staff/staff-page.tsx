import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readersAccount } from '../../api/reader.ts';
import { localeOf } from '../../i18n/locale.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { STAFF_PAGES } from './staff-frame.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: localeOf((await params).lang).words.site.problem.notFoundTitle, robots: { index: false } };
}

/** Leads to the first page of the staff that the reader may see. */
export async function StaffPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const answer = await readersAccount();
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const first = STAFF_PAGES.find(({ permission }) => answer.data.permissions.includes(permission));
  if (first) redirect(locale.href(first.page));
  return <ProblemView locale={locale} problem="not_found" />;
}
