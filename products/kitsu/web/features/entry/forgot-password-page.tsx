import type { Metadata } from 'next';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { EntryScene } from './entry-scene.tsx';
import { ForgotPasswordForm } from './forgot-password-form.tsx';
import { NeedsScript } from './needs-script.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.entry.forgot;
  return pageMetadata(locale, { page: '/forgot-password', title, description, index: false });
}

/** Asking for the link by which a password is chosen anew. */
export async function ForgotPasswordPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const { entry, forms } = locale.words;
  return (
    <EntryScene>
      <NeedsScript locale={locale} />
      <ForgotPasswordForm
        words={{ fields: entry.fields, forgot: entry.forgot, mail: entry.mail, forms }}
        language={locale.language}
        logIn={locale.href('/login')}
      />
    </EntryScene>
  );
}
