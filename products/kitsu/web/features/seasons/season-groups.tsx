import Link from 'next/link';
import type { TitleList } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { KINDS } from '../catalogue/filters.ts';
import { cardWords } from '../titles/card-words.ts';
import { PageSection } from '../titles/page-section.tsx';
import { TitleTile } from '../titles/title-tile.tsx';

interface Props {
  readonly locale: Locale;
  readonly answer: TitleList;
  /** The address of one form's titles alone. */
  address(kind: (typeof KINDS)[number]): string;
}

/** So many posters are surely above the fold and load at once. */
const EAGER = 6;

/** The titles of a season, form by form, each with the best known first. */
export function SeasonGroups({ locale, answer, address }: Props) {
  const { titles } = locale.words;
  const words = cardWords(locale);
  const groups = KINDS.map((kind) => ({
    kind,
    members: answer.items.filter((title) => title.kind === kind),
    count: answer.facets?.kind.find(({ value }) => value === kind)?.count ?? 0,
  })).filter(({ members }) => members.length > 0);
  return (
    <div className="space-y-12">
      {groups.map(({ kind, members, count }, place) => (
        <PageSection key={kind} id={kind} title={titles.kind[kind]} count={locale.number(count)}>
          <ul className="poster-grid">
            {members.map((title, index) => (
              <TitleTile key={title.id} title={title} words={words} eager={place === 0 && index < EAGER} />
            ))}
          </ul>
          {count > members.length && (
            <p className="mt-6">
              <Link
                href={address(kind)}
                prefetch={false}
                className="text-sm font-medium text-accent underline-offset-4 hover:underline"
              >
                {locale.count(count, titles.count)}
              </Link>
            </p>
          )}
        </PageSection>
      ))}
    </div>
  );
}
