import type { Metadata } from 'next';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { EntryFrame } from './entry-frame.tsx';
import { EntryScene } from './entry-scene.tsx';
import { LogInForm } from './log-in-form.tsx';
import { NeedsScript } from './needs-script.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.entry.logIn;
  return pageMetadata(locale, { page: '/login', title, description, index: false });
}

/** Logging in by e-mail and password, and by a code where the account asks for one. */
export async function LogInPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const { entry, forms } = locale.words;
  return (
    <EntryScene>
      <EntryFrame title={entry.logIn.title}>
        <NeedsScript locale={locale} />
        <LogInForm
          words={{ fields: entry.fields, logIn: entry.logIn, code: entry.code, forms }}
          pages={{
            home: locale.href('/'),
            register: locale.href('/register'),
            forgotten: locale.href('/forgot-password'),
            keep: locale.href('/account/data'),
          }}
        />
      </EntryFrame>
    </EntryScene>
  );
}
