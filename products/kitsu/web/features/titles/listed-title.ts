import type { TitleCard } from '../../api/types.ts';

/** The part of a card that lists show. Only this travels into the page a second time, for the browser to go on from. */
export type ListedTitle = Pick<
  TitleCard,
  'id' | 'slug' | 'title' | 'titles' | 'kind' | 'status' | 'season' | 'year' | 'episodeCount' | 'score'
> & {
  readonly poster: Pick<TitleCard['poster'], 'url' | 'background'>;
  readonly genres: readonly Pick<TitleCard['genres'][number], 'name'>[];
};

/** How titles are laid out. */
export type View = 'grid' | 'list';

const GENRES_SHOWN = 3;

/** Takes what a list shows out of a card; genres stand only in the list view. */
export function listed(card: TitleCard, view: View): ListedTitle {
  const { id, slug, title, titles, kind, status, season, year, episodeCount, score, poster } = card;
  const genres =
    view === 'grid' ? [] : card.genres.filter((genre) => genre.kind === 'genre').slice(0, GENRES_SHOWN);
  return {
    id,
    slug,
    title,
    titles,
    kind,
    status,
    season,
    year,
    episodeCount,
    score,
    poster: { url: poster.url, background: poster.background },
    genres: genres.map(({ name }) => ({ name })),
  };
}
