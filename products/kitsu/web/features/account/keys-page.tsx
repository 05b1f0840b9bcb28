import type { Metadata } from 'next';
import { readersKeys } from '../../api/reader.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { AccountFrame } from './account-frame.tsx';
import { ApiKeys } from './api-keys.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: localeOf((await params).lang).words.account.pages.keys, robots: { index: false } };
}

/** Keys with which scripts use the API in the name of the account. */
export async function KeysPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  return (
    <AccountFrame locale={locale} page="keys">
      {() => <Keys locale={locale} />}
    </AccountFrame>
  );
}

async function Keys({ locale }: { locale: Locale }) {
  const answer = await readersKeys();
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { account, forms } = locale.words;
  return (
    <ApiKeys
      keys={answer.data.items}
      grantable={answer.data.grantableScopes}
      language={locale.language}
      words={{ keys: account.keys, forms }}
    />
  );
}
