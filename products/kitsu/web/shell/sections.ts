import { Building2, CalendarDays, House, LayoutGrid, type LucideIcon, Tags } from 'lucide-react';
import type { Locale } from '../i18n/locale.ts';

/** A section of the site as the navigation shows it. */
export interface Section {
  readonly page: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

/** The sections in their order; the first four also stand in the phone's tab bar. */
export function sectionsOf({ words }: Locale): readonly [Section, Section, Section, Section, Section] {
  const { nav } = words.site;
  return [
    { page: '/', label: nav.home, icon: House },
    { page: '/anime', label: nav.catalogue, icon: LayoutGrid },
    { page: '/seasons', label: nav.seasons, icon: CalendarDays },
    { page: '/genres', label: nav.genres, icon: Tags },
    { page: '/studios', label: nav.studios, icon: Building2 },
  ];
}
