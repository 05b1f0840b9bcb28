import type { Metadata } from 'next';
import { localeOf } from '../../../i18n/locale.ts';
import { ProblemView } from '../../../shell/problem-view.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: localeOf((await params).lang).words.site.problem.notFoundTitle, robots: { index: false } };
}

/** Every address that no other page answers. */
export default async function NotFoundPage({ params }: Props) {
  return <ProblemView locale={localeOf((await params).lang)} problem="not_found" />;
}
