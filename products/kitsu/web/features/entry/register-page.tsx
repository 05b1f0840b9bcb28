import type { Metadata } from 'next';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { EntryScene } from './entry-scene.tsx';
import { NeedsScript } from './needs-script.tsx';
import { RegisterForm } from './register-form.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.entry.register;
  return pageMetadata(locale, { page: '/register', title, description, index: false });
}

/** Wishing for an account; the link in a mail makes it. */
export async function RegisterPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const { entry, forms } = locale.words;
  return (
    <EntryScene>
      <NeedsScript locale={locale} />
      <RegisterForm
        words={{ fields: entry.fields, register: entry.register, mail: entry.mail, forms }}
        language={locale.language}
        logIn={locale.href('/login')}
      />
    </EntryScene>
  );
}
