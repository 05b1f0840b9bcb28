import type { Metadata } from 'next';
import { localeOf } from '../../i18n/locale.ts';
import { AccountFrame } from './account-frame.tsx';
import { PasswordForm } from './password-form.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: localeOf((await params).lang).words.account.pages.security, robots: { index: false } };
}

/** What protects the account: its password, its second factor, and where it is logged in. */
export async function SecurityPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const { account: words, entry, forms } = locale.words;
  return (
    <AccountFrame locale={locale} page="security">
      {(account) => (
        <Section id="password" title={words.password.heading} text={words.password.text}>
          <PasswordForm
            email={account.email}
            words={{ password: words.password, fields: entry.fields, forms }}
            forgot={locale.href('/forgot-password')}
          />
        </Section>
      )}
    </AccountFrame>
  );
}
