import type {
  Feed,
  GenreList,
  ListAnimeData,
  ListFeedData,
  RelatedTitle,
  SearchAnimeData,
  SeasonList,
  StaffSessionList,
  TitleCard,
  TitleDetail,
  TitleFacets,
} from '@seaworthy/kitsu/client';

export type {
  ApiKey,
  AuditChange,
  AuditEntry,
  CatalogueFacts,
  Franchise,
  GenreRef,
  OwnAccount,
  Poster,
  SearchHit,
  SearchResult,
  SeasonList,
  Session,
  SignInAnswer,
  SimilarTitle,
  StaffAccount,
  StudioList,
  Suggestion,
  SuggestionList,
  TitleCard,
  TitleDetail,
  TitleFacets,
  TitleList,
} from '@seaworthy/kitsu/client';

// The generated client names bodies; these are the names of their parts.
export type TitleQuery = NonNullable<ListAnimeData['query']>;
export type SearchQuery = SearchAnimeData['query'];
export type FeedQuery = NonNullable<ListFeedData['query']>;
export type FeedItem = Feed['items'][number];
export type TitleSort = NonNullable<TitleQuery['sort']>;
export type TitleKind = TitleCard['kind'];
export type TitleStatus = TitleCard['status'];
export type Season = SeasonList['items'][number]['seasons'][number]['season'];
export type YearOfSeasons = SeasonList['items'][number];
export type StaffSession = StaffSessionList['items'][number];
export type GenreItem = GenreList['items'][number];
export type FilterName = TitleFacets['without'][number]['filter'];
export type RelationKind = RelatedTitle['relation'];
export type StudioRole = TitleDetail['studios'][number];

/** A value of a facet and how many titles have it. */
export interface Counted<T> {
  readonly value: T;
  readonly count: number;
}
