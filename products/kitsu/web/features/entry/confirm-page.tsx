import type { Metadata } from 'next';
import { localeOf } from '../../i18n/locale.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { ConfirmLink } from './confirm-link.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { EntryScene } from './entry-scene.tsx';
import { NeedsScript } from './needs-script.tsx';

interface Props {
  readonly params: Promise<{ lang: string; what: string }>;
}

const WHAT = ['registration', 'email'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: localeOf(lang).words.entry.confirm.title, robots: { index: false } };
}

/** Where the links of mails lead that prove an address: of a new account, or a new one of an account. */
export async function ConfirmPage({ params }: Props) {
  const { lang, what: asked } = await params;
  const locale = localeOf(lang);
  const what = WHAT.find((one) => one === asked);
  if (what === undefined) return <ProblemView locale={locale} problem="not_found" />;
  const { entry, forms } = locale.words;
  return (
    <EntryScene>
      <EntryFrame title={entry.confirm.title}>
        <NeedsScript locale={locale} />
        <ConfirmLink
          what={what}
          words={{ confirm: entry.confirm, forms }}
          pages={{
            logIn: locale.href('/login'),
            register: locale.href('/register'),
            account: locale.href('/account'),
          }}
        />
      </EntryFrame>
    </EntryScene>
  );
}
