import type { NameKind, TitleKind } from '../titles/contract.ts';

/** What a search must know of a title. */
export interface TitleSource {
  readonly id: number;
  /** log10 of the audience. */
  readonly ranking: number;
  readonly kind: TitleKind;
  readonly is_adult: boolean;
  readonly year: number | null;
  /** Its place among the series of its franchise in the order of their broadcasts; null for what is no such series. */
  readonly ordinal: number | null;
  readonly franchise_id: number | null;
  /** Whether it stands for its franchise; null outside of any. */
  readonly is_head: boolean | null;
  /** Each name with its kind, the main one first. */
  readonly names: readonly (readonly [name: string, kind: NameKind])[];
}
