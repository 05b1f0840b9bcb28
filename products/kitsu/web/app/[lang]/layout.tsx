import { SkipLink } from '@seaworthy/platform/ui';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { OPEN_SEARCH, openSearchName } from '../../features/search/open-search.ts';
import { localeOf } from '../../i18n/locale.ts';
import { renderScope } from '../../server/render-scope.ts';
import { HINT_SCRIPT } from '../../shell/account-hint.ts';
import { AccountSheet } from '../../shell/account-sheet.tsx';
import { Footer } from '../../shell/footer.tsx';
import { Header } from '../../shell/header.tsx';
import { MoreSheet } from '../../shell/more-sheet.tsx';
import { PendingView } from '../../shell/pending-view.tsx';
import { ShortcutsSheet } from '../../shell/shortcuts-sheet.tsx';
import { GridSkeleton, LinesSkeleton, TitleSkeleton } from '../../shell/skeletons.tsx';
import { TabBar } from '../../shell/tab-bar.tsx';
import { THEME_SCRIPT } from '../../shell/theme-script.ts';
import '../globals.css';

interface Props {
  readonly children: ReactNode;
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = localeOf((await params).lang);
  return {
    metadataBase: new URL(renderScope().publicOrigin),
    title: { default: words.browse.home.title, template: `%s · ${words.site.name}` },
    description: words.browse.home.description,
    applicationName: words.site.name,
  };
}

export const viewport: Viewport = { colorScheme: 'dark light', themeColor: '#131110' };

/** The frame around every page. The script in the head sets the stored theme, and whether somebody is logged in, before anything is painted. */
export default async function Layout({ children, params }: Props) {
  const locale = localeOf((await params).lang);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={locale.language} data-theme="dark" suppressHydrationWarning>
      <head>
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: constants of ours, which have to run before the first paint
          dangerouslySetInnerHTML={{ __html: THEME_SCRIPT + HINT_SCRIPT }}
        />
        <link
          rel="search"
          type={OPEN_SEARCH.type}
          title={openSearchName(locale)}
          href={locale.href(OPEN_SEARCH.page)}
        />
      </head>
      <body className="isolate flex min-h-dvh flex-col">
        <SkipLink target="main">{locale.words.site.skip}</SkipLink>
        <Header locale={locale} />
        {/* Clipped, so that colour may run from edge to edge of the window without a scroll bar. */}
        <div className="flex-1 overflow-x-clip">
          <main id="main" tabIndex={-1} className="frame pt-4 pb-16 outline-none sm:pt-6">
            <PendingView
              skeletons={{ grid: <GridSkeleton />, lines: <LinesSkeleton />, title: <TitleSkeleton /> }}
            >
              {children}
            </PendingView>
          </main>
        </div>
        <Footer locale={locale} />
        <TabBar locale={locale} />
        <MoreSheet locale={locale} />
        <AccountSheet locale={locale} />
        <ShortcutsSheet locale={locale} />
      </body>
    </html>
  );
}
