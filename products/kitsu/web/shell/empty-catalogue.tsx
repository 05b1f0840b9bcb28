import { Notice } from '@seaworthy/platform/ui';
import { Database } from 'lucide-react';
import type { Locale } from '../i18n/locale.ts';

/** What stands in place of titles before there are any: how to get them. */
export function EmptyCatalogue({ locale }: { locale: Locale }) {
  const { home } = locale.words.browse;
  return (
    <Notice level={1} icon={<Database aria-hidden />} title={home.emptyTitle}>
      <p>{home.emptyText}</p>
      <pre className="overflow-x-auto rounded-md bg-sunken px-4 py-3 text-sm">
        <code>npm run kitsu -- import dataset FILE</code>
      </pre>
    </Notice>
  );
}
