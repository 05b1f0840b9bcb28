/** Kitsu's API, typed: one function per operation, and the types of what it takes and answers. Made by `npm run generate`. */
export * from './generated/index.ts';
