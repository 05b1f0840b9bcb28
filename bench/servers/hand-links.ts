type Page = readonly [provider: string, name: string, address: (id: string) => string];

const PAGES: readonly Page[] = [
  ['mal', 'MyAnimeList', (id) => `https://myanimelist.net/anime/${id}`],
  ['anilist', 'AniList', (id) => `https://anilist.co/anime/${id}`],
  ['shikimori', 'Shikimori', (id) => `https://shikimori.io/animes/${id}`],
  ['anidb', 'AniDB', (id) => `https://anidb.net/anime/${id}`],
  ['kitsu', 'Kitsu.app', (id) => `https://kitsu.app/anime/${id}`],
  ['ann', 'Anime News Network', (id) => `https://animenewsnetwork.com/encyclopedia/anime.php?id=${id}`],
  ['anisearch', 'aniSearch', (id) => `https://anisearch.com/anime/${id}`],
  ['livechart', 'LiveChart', (id) => `https://livechart.me/anime/${id}`],
  ['simkl', 'Simkl', (id) => `https://simkl.com/anime/${id}`],
  ['animecountdown', 'AnimeCountdown', (id) => `https://animecountdown.com/${id}`],
  ['animeplanet', 'Anime-Planet', (id) => `https://anime-planet.com/anime/${id}`],
];

/** The links of a title page for its ids elsewhere, in the order of the page. */
export function externalLinks(ids: Readonly<Record<string, string>> | null): unknown[] {
  return PAGES.flatMap(([provider, name, address]) => {
    const id = ids?.[provider];
    return id === undefined ? [] : [{ provider, name, url: address(id) }];
  });
}
