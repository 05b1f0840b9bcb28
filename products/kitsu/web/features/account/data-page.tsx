import type { Metadata } from 'next';
import { localeOf } from '../../i18n/locale.ts';
import { AccountFrame } from './account-frame.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { ExportButton } from './export-button.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: localeOf((await params).lang).words.account.pages.data, robots: { index: false } };
}

/** Taking along what is kept of oneself, and leaving. */
export async function DataPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const { account: words, forms } = locale.words;
  return (
    <AccountFrame locale={locale} page="data">
      {({ email, deletionDueAt }) => (
        <>
          <Section id="export" title={words.data.exportHeading} text={words.data.exportText}>
            <ExportButton words={{ data: words.data, forms }} />
          </Section>
          {deletionDueAt === null && (
            <Section id="delete" title={words.data.deleteHeading} text={words.data.deleteText}>
              <DeleteAccount
                email={email}
                language={locale.language}
                words={{ data: words.data, forms }}
                home={locale.href('/')}
              />
            </Section>
          )}
        </>
      )}
    </AccountFrame>
  );
}
