/** A site that keeps a page for a title under an id of its own. */
export interface Provider {
  /** The key of `externalIds` in the API and of `title_external_ids.provider`. */
  readonly name: string;
  readonly title: string;
  readonly idType: 'number' | 'text';
  /** Hosts under which its pages are or were found. */
  readonly hosts: readonly string[];
  /** Finds the id in the path and query of a page's address. */
  readonly idInPath: RegExp;
  readonly pageUrl: (id: string) => string;
}

const NUMBERED_PAGE = /^\/anime\/(\d+)(?:[/-]|$)/;

/** Every provider that external ids may name, in the order in which links are shown. */
export const PROVIDERS: readonly Provider[] = [
  numbered('mal', 'MyAnimeList', ['myanimelist.net'], (id) => `https://myanimelist.net/anime/${id}`),
  numbered('anilist', 'AniList', ['anilist.co'], (id) => `https://anilist.co/anime/${id}`),
  numbered(
    'shikimori',
    'Shikimori',
    ['shikimori.io', 'shikimori.one', 'shikimori.me'],
    (id) => `https://shikimori.io/animes/${id}`,
    /^\/animes\/[a-z]*(\d+)/,
  ),
  numbered('anidb', 'AniDB', ['anidb.net'], (id) => `https://anidb.net/anime/${id}`),
  numbered('kitsu', 'Kitsu.app', ['kitsu.app', 'kitsu.io'], (id) => `https://kitsu.app/anime/${id}`),
  numbered(
    'ann',
    'Anime News Network',
    ['animenewsnetwork.com'],
    (id) => `https://animenewsnetwork.com/encyclopedia/anime.php?id=${id}`,
    /^\/encyclopedia\/anime\.php\?id=(\d+)/,
  ),
  numbered('anisearch', 'aniSearch', ['anisearch.com'], (id) => `https://anisearch.com/anime/${id}`),
  numbered('livechart', 'LiveChart', ['livechart.me'], (id) => `https://livechart.me/anime/${id}`),
  numbered('simkl', 'Simkl', ['simkl.com'], (id) => `https://simkl.com/anime/${id}`),
  numbered(
    'animecountdown',
    'AnimeCountdown',
    ['animecountdown.com'],
    (id) => `https://animecountdown.com/${id}`,
    /^\/(\d+)(?:[/-]|$)/,
  ),
  {
    name: 'animeplanet',
    title: 'Anime-Planet',
    idType: 'text',
    hosts: ['anime-planet.com'],
    idInPath: /^\/anime\/([a-z0-9][a-z0-9-]*)$/,
    pageUrl: (id) => `https://anime-planet.com/anime/${id}`,
  },
];

const BY_NAME = new Map(PROVIDERS.map((provider) => [provider.name, provider]));
const BY_HOST = new Map(
  PROVIDERS.flatMap((provider) => provider.hosts.map((host) => [host, provider] as const)),
);

/** The provider of that name, if it is one we know. */
export function providerByName(name: string): Provider | undefined {
  return BY_NAME.get(name);
}

/** The title that a page's address stands for, or null when the address is of no known provider. */
export function externalIdOfUrl(address: string): { provider: string; externalId: string } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const provider = BY_HOST.get(url.hostname.replace(/^www\./, ''));
  const externalId = provider?.idInPath.exec(url.pathname + url.search)?.[1];
  if (provider === undefined || externalId === undefined) return null;
  if (provider.idType === 'number' && !Number.isSafeInteger(Number(externalId))) return null;
  return { provider: provider.name, externalId };
}

function numbered(
  name: string,
  title: string,
  hosts: readonly string[],
  pageUrl: (id: string) => string,
  idInPath: RegExp = NUMBERED_PAGE,
): Provider {
  return { name, title, idType: 'number', hosts, idInPath, pageUrl };
}
