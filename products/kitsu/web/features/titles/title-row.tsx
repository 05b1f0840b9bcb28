import { Cell } from '@seaworthy/platform/ui';
import Link from 'next/link';
import type { TitleCard } from '../../api/types.ts';
import { localPath } from '../../i18n/languages.ts';
import { airedText, CardFacts, ScoreMark } from './card-facts.tsx';
import type { CardWords } from './card-words.ts';
import { displayNames } from './names.ts';
import { Poster } from './poster.tsx';

const GENRES_SHOWN = 3;

/** A title as a row of the list view; narrow screens get the facts below the name instead of in columns. */
export function TitleRow({ title, words }: { title: TitleCard; words: CardWords }) {
  const { first, second } = displayNames(title, words);
  const genres = title.genres
    .filter((genre) => genre.kind === 'genre')
    .slice(0, GENRES_SHOWN)
    .map(({ name }) => (words.language === 'ru' ? name.ru : null) ?? name.en);
  return (
    <tr className="group relative hover:bg-hover">
      <Cell className="max-w-0 min-w-0 py-1.5">
        <span className="flex items-center gap-3">
          <Poster poster={title.poster} className="w-9" />
          <span className="min-w-0">
            <Link
              href={localPath(words.language, `/anime/${title.slug}`)}
              prefetch={false}
              lang={first.lang}
              className="block truncate text-base leading-6 font-medium group-hover:text-accent after:absolute after:inset-0"
            >
              {first.text}
            </Link>
            {second && (
              <span lang={second.lang} className="second-name">
                {second.text}
              </span>
            )}
            <span className="md:hidden">
              <CardFacts title={title} words={words} />
            </span>
          </span>
        </span>
      </Cell>
      <Cell from="md" className="whitespace-nowrap text-soft">
        {words.kind[title.kind]}
      </Cell>
      <Cell from="md" className="whitespace-nowrap text-soft">
        {airedText(title, words)}
      </Cell>
      <Cell from="md" numeric className="text-soft">
        {title.episodeCount}
      </Cell>
      <Cell from="xl" className="truncate text-mute">
        {genres.join(', ')}
      </Cell>
      <Cell numeric className="w-px whitespace-nowrap">
        <ScoreMark score={title.score} words={words} />
      </Cell>
    </tr>
  );
}
