import { fill, formatCount, formatScore } from '../../i18n/format.ts';
import type { CardWords } from './card-words.ts';
import type { ListedTitle } from './listed-title.ts';

/** Season and year, or the year alone, or nothing. */
export function airedText(title: Pick<ListedTitle, 'season' | 'year'>, words: CardWords): string {
  if (title.year === null) return '';
  return title.season
    ? fill(words.seasonOf[title.season] ?? '{year}', { year: String(title.year) })
    : String(title.year);
}

/** One line of facts; what is not known is left out. */
export function CardFacts({ title, words }: FactsProps) {
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

/** That a title is on air or still to come; what has ended needs no word. */
export function CardStatus({
  title,
  words,
}: Pick<FactsProps, 'words'> & { title: Pick<ListedTitle, 'status'> }) {
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

interface FactsProps {
  readonly title: Pick<ListedTitle, 'kind' | 'year' | 'episodeCount' | 'status'>;
  readonly words: CardWords;
}

interface ScoreProps {
  readonly score: number | null;
  readonly words: CardWords;
  readonly onPoster?: boolean;
}
