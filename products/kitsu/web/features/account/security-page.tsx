import type { Metadata } from 'next';
import { readersSecondFactor, readersSessions } from '../../api/reader.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { AccountFrame } from './account-frame.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Section } from './section.tsx';
import { SessionList } from './session-list.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: localeOf((await params).lang).words.account.pages.security, robots: { index: false } };
}

/** What protects the account: its password, its second factor, and where it is logged in. */
export async function SecurityPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  return (
    <AccountFrame locale={locale} page="security">
      {({ email }) => <Protection locale={locale} email={email} />}
    </AccountFrame>
  );
}

async function Protection({ locale, email }: { locale: Locale; email: string }) {
  const { account: words, entry, forms } = locale.words;
  const { language } = locale;
  const [factor, sessions] = await Promise.all([readersSecondFactor(), readersSessions()]);
  if (!factor.ok) return <ProblemView locale={locale} problem={factor.problem} />;
  if (!sessions.ok) return <ProblemView locale={locale} problem={sessions.problem} />;
  return (
    <>
      <Section id="password" title={words.password.heading} text={words.password.text}>
        <PasswordForm
          email={email}
          words={{ password: words.password, fields: entry.fields, forms }}
          forgot={locale.href('/forgot-password')}
        />
      </Section>
      <Section id="factor" title={words.factor.heading} text={words.factor.text}>
        <SecondFactor
          email={email}
          {...factor.data}
          language={language}
          words={{ factor: words.factor, forms }}
        />
      </Section>
      <Section id="sessions" title={words.sessions.heading} text={words.sessions.text}>
        <SessionList
          sessions={sessions.data.items}
          language={language}
          words={{ sessions: words.sessions, forms }}
        />
      </Section>
    </>
  );
}
