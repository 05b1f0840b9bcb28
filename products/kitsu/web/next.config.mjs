/** Paths with a language in front are served as they are; every other page is the English one. */
const WITHOUT_LANGUAGE = '/:path((?!(?:ru|en|_next|api|media)(?:/|$)).*)';

/** @type {import('next').NextConfig} */
const config = {
  transpilePackages: ['@seaworthy/platform', '@seaworthy/kitsu'],
  // `npm test` checks the types; the build of a start should not do it a second time.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // The front door compresses, once for what it keeps.
  compress: false,
  // The front door gives one answer to routers that come from different pages, so their hash of where they come from is no
  // use; it keeps pages and flights apart by itself and tells everybody behind it to ask each time.
  experimental: { validateRSCRequestHeaders: false },
  devIndicators: false,
  // Titles, canonical addresses and robots rules belong into the head for every reader, not only for known bots.
  htmlLimitedBots: /.*/,
  // Posters are drawings; there is nothing to optimise.
  images: { unoptimized: true },
  async redirects() {
    return [
      // Where password managers look for the way to a new password.
      { source: '/.well-known/change-password', destination: '/account/security', permanent: false },
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
