import type { Franchise, TitleDetail, TitleKind } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { PageSection } from '../titles/page-section.tsx';
import { FranchiseOrder } from './franchise-order.tsx';
import { FranchiseTimeline } from './franchise-timeline.tsx';

const KINDS: readonly TitleKind[] = ['tv', 'movie', 'ova', 'ona', 'special', 'music', 'unknown'];
/** Two titles are told sooner than drawn. */
const DRAWN_MIN = 3;

/** The franchise of a title: drawn as a timeline, and as a list in the order of release. */
export function FranchiseSection({
  locale,
  title,
  franchise,
}: {
  locale: Locale;
  title: TitleDetail;
  franchise: Franchise;
}) {
  const words = locale.words.titlePage.franchise;
  const kinds = KINDS.map((kind) => ({
    kind,
    count: franchise.items.filter((item) => item.kind === kind).length,
  })).filter(({ count }) => count > 0);
  const all = fill(words.all, { n: locale.number(franchise.items.length) });
  return (
    <PageSection
      id="franchise"
      title={words.heading}
      more={{ href: locale.href(`/franchises/${franchise.slug}`), label: all }}
    >
      <p className="-mt-2 mb-4 text-sm text-mute">
        {kinds.map(({ kind, count }) => locale.count(count, words.kinds[kind])).join(' · ')}
      </p>
      {franchise.items.length >= DRAWN_MIN && (
        <FranchiseTimeline locale={locale} franchise={franchise} currentId={title.id} />
      )}
      <FranchiseOrder locale={locale} franchise={franchise} title={title} />
    </PageSection>
  );
}
