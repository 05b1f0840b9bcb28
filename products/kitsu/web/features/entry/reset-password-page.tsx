import type { Metadata } from 'next';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { EntryFrame } from './entry-frame.tsx';
import { EntryScene } from './entry-scene.tsx';
import { NeedsScript } from './needs-script.tsx';
import { ResetPasswordForm } from './reset-password-form.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.entry.reset;
  return pageMetadata(locale, { page: '/reset-password', title, description, index: false });
}

/** Where the link of a mail leads by which a password is chosen anew. */
export async function ResetPasswordPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const { entry, forms } = locale.words;
  return (
    <EntryScene>
      <EntryFrame title={entry.reset.title}>
        <NeedsScript locale={locale} />
        <ResetPasswordForm
          words={{ fields: entry.fields, reset: entry.reset, forms }}
          pages={{ logIn: locale.href('/login'), forgot: locale.href('/forgot-password') }}
        />
      </EntryFrame>
    </EntryScene>
  );
}
