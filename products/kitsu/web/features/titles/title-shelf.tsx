import type { TitleCard } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { cardWords } from './card-words.ts';
import { PageSection, Shelf } from './page-section.tsx';
import { TitleTile } from './title-tile.tsx';

interface Props {
  readonly locale: Locale;
  readonly id: string;
  readonly heading: string;
  readonly titles: readonly TitleCard[];
  /** The page without a language on which all of them are. */
  readonly all: string;
  /** Half as wide as the page, and two rows high, where there is room for that. */
  readonly half?: boolean;
}

/** A heading, a row of titles below it, and the way to all of them. */
export function TitleShelf({ locale, id, heading, titles, all, half = false }: Props) {
  const words = cardWords(locale);
  return (
    <PageSection
      id={id}
      title={heading}
      more={{ href: locale.href(all), label: locale.words.browse.home.all }}
      className="min-w-0"
    >
      <Shelf half={half}>
        {titles.map((title) => (
          <TitleTile key={title.id} title={title} words={words} />
        ))}
      </Shelf>
    </PageSection>
  );
}
