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
    // What is on air has not had all its episodes yet, and its line is full.
    title.episodeCount !== null && title.kind !== 'movie' && title.status !== 'airing'
      ? formatCount(words.language, title.episodeCount, words.episodes)
      : '',
  ].filter(Boolean);
  return (
    <span className="facts">
      <CardStatus title={title} words={words} />
      {facts.join(' · ')}
    </span>
  );
}

function CardStatus({ title, words }: { title: TitleCard; words: CardWords }) {
  if (title.status === 'airing') {
    return <span className="on-air">{words.airing}</span>;
  }
  return title.status === 'upcoming' ? (
    <span className="mr-1.5 font-medium text-soft">{words.upcoming}</span>
  ) : null;
}

/** The score with its star; nothing when no source states one. */
export function ScoreMark({ score, words, onPoster = false }: ScoreProps) {
  if (score === null) return null;
  return (
    <span className={onPoster ? 'score score-on-poster' : 'score'}>
      <span className="sr-only">{words.score} </span>
      {formatScore(words.language, score)}
    </span>
  );
}

interface ScoreProps {
  readonly score: number | null;
  readonly words: CardWords;
  readonly onPoster?: boolean;
}
