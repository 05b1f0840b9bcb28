import { Star } from 'lucide-react';
import type { TitleCard } from '../../api/types.ts';
import { fill, formatCount, formatScore } from '../../i18n/format.ts';
import type { CardWords } from './card-words.ts';

/** Season and year, or the year alone, or nothing. */
export function airedText(title: Pick<TitleCard, 'season' | 'year'>, words: CardWords): string {
  if (title.year === null) return '';
  return title.season
    ? fill(words.seasonOf[title.season] ?? '{year}', { year: String(title.year) })
    : String(title.year);
}

/** One line of facts; what is not known is left out. */
export function CardFacts({ title, words }: { title: TitleCard; words: CardWords }) {
  const facts = [
    words.kind[title.kind],
    title.year === null ? '' : String(title.year),
    title.episodeCount !== null && title.kind !== 'movie'
      ? formatCount(words.language, title.episodeCount, words.episodes)
      : '',
  ].filter(Boolean);
  return (
    <span className="block truncate text-xs text-mute">
      <CardStatus title={title} words={words} />
      {facts.join(' · ')}
    </span>
  );
}

function CardStatus({ title, words }: { title: TitleCard; words: CardWords }) {
  if (title.status === 'airing') {
    return (
      <span className="mr-1.5 font-medium text-live">
        <span aria-hidden className="mr-1 inline-block size-1.5 rounded-full bg-current align-middle" />
        {words.airing}
      </span>
    );
  }
  return title.status === 'upcoming' ? (
    <span className="mr-1.5 font-medium text-soft">{words.upcoming}</span>
  ) : null;
}

/** The score with its star; nothing when no source states one. */
export function ScoreMark({
  score,
  words,
  className,
}: {
  score: number | null;
  words: CardWords;
  className?: string;
}) {
  if (score === null) return null;
  return (
    <span className={className}>
      <span className="inline-flex items-center gap-1 text-xs font-semibold text-star tabular-nums">
        <Star aria-hidden className="size-3 fill-current" />
        <span className="sr-only">{words.score} </span>
        {formatScore(words.language, score)}
      </span>
    </span>
  );
}
