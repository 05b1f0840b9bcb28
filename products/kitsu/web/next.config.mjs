/** Paths with a language in front are served as they are; every other page is the English one. */
const WITHOUT_LANGUAGE = '/:path((?!(?:ru|en|_next|api|media)(?:/|$)).*)';

/** @type {import('next').NextConfig} */
const config = {
  transpilePackages: ['@seaworthy/platform', '@seaworthy/kitsu'],
  // `npm test` checks the types; the build of a start should not do it a second time.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  devIndicators: false,
  // Titles, canonical addresses and robots rules belong into the head for every reader, not only for known bots.
  htmlLimitedBots: /.*/,
  // Posters are drawings; there is nothing to optimise.
  images: { unoptimized: true },
  async redirects() {
    return [
      { source: '/favicon.ico', destination: '/icon.svg', permanent: true },
      { source: '/en', destination: '/', permanent: true },
      { source: '/en/:path*', destination: '/:path*', permanent: true },
    ];
  },
  async rewrites() {
    return {
      beforeFiles: [],
      afterFiles: [
        { source: '/', destination: '/en' },
        { source: WITHOUT_LANGUAGE, destination: '/en/:path' },
      ],
      fallback: [],
    };
  },
};

export default config;
