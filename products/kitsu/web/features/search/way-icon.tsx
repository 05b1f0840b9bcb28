import { CalendarDays, type LucideIcon, Shuffle, Tags, Tv } from 'lucide-react';
import type { Way } from './ways.ts';

const ICONS: Readonly<Record<Way['name'], LucideIcon>> = {
  airing: Tv,
  seasons: CalendarDays,
  genres: Tags,
  random: Shuffle,
};

/** The picture of a way into the catalogue. */
export function WayIcon({ name }: { name: Way['name'] }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden />;
}
