import type {
  AgeRating,
  GenreRef,
  NameKind,
  PublicationState,
  Season,
  TitleKind,
  TitleStatus,
} from './contract.ts';

/** A title's id at a provider (see providers.ts). */
export interface ExternalId {
  readonly provider: string;
  readonly externalId: string;
}

/** What a card is made of, as {@link CARD_COLUMNS} select it. */
export interface CardRow {
  readonly id: number;
  readonly slug: string;
  readonly main_title: string;
  readonly romaji_title: string | null;
  readonly english_title: string | null;
  readonly japanese_title: string | null;
  readonly russian_title: string | null;
  readonly kind: TitleKind;
  readonly status: TitleStatus;
  readonly season: Season | null;
  readonly year: number | null;
  readonly episode_count: number | null;
  readonly episode_duration_s: number | null;
  readonly score: number | null;
  readonly popularity: number | null;
  readonly is_adult: boolean;
  readonly is_demo: boolean;
  readonly version: number;
  readonly genres: readonly GenreRef[];
  readonly external_ids: Readonly<Record<string, string>>;
}

/** A card's row with the stored key that its list is ordered by. */
export interface ListRow extends CardRow {
  readonly order_key: number | string | Date;
}

/** Everything of a title but its related titles, which are cards of their own. */
export interface DetailRow extends CardRow {
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly age_rating: AgeRating | null;
  readonly score_count: number | null;
  readonly updated_at: Date;
  readonly names: readonly { name: string; kind: NameKind; language: string | null }[];
  readonly descriptions: Readonly<Record<string, string>>;
  readonly studios: readonly { slug: string; name: string; role: 'studio' | 'producer' }[];
  readonly sources: readonly { source: string; importedAt: string | null; fields: readonly string[] }[];
  readonly related: readonly { id: number; kind: string }[];
  readonly franchise: { slug: string; name: string; titleCount: number } | null;
}

/** The fields of a title that sources state and people edit, as they are stored. */
export interface TitleFields {
  readonly main_title: string;
  readonly romaji_title: string | null;
  readonly english_title: string | null;
  readonly japanese_title: string | null;
  readonly russian_title: string | null;
  readonly title_order: string;
  readonly kind: TitleKind;
  readonly status: TitleStatus;
  readonly season: Season | null;
  readonly year: number | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly episode_count: number | null;
  readonly episode_duration_s: number | null;
  readonly age_rating: AgeRating | null;
  readonly is_adult: boolean;
  readonly score: number | null;
  readonly score_count: number | null;
  readonly popularity: number | null;
  readonly poster_picture_url: string | null;
}

/** A title as writers read it, with what guards its fields. */
export interface StoredTitle extends TitleFields {
  readonly id: number;
  readonly slug: string;
  readonly state: PublicationState;
  readonly version: number;
  readonly is_demo: boolean;
  readonly provenance: Readonly<Record<string, string>>;
  readonly locked_fields: readonly string[];
}
