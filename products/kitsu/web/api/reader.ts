import { getOwnAccount } from '@seaworthy/kitsu/client';
import { cache } from 'react';
import { renderScope } from '../server/render-scope.ts';
import { type Answer, ask } from './server.ts';

/** Asks the API as the reader of the page that is being rendered. Only pages that are made for one reader can. */
function askAsReader<T>(call: Parameters<typeof ask<T>>[0]): Promise<Answer<T>> {
  const { reader } = renderScope();
  if (!reader) throw new Error('This page is the same for everybody; it cannot know who reads it.');
  return ask(call, reader.headers);
}

/** The account that reads the page. */
export const readersAccount = cache(() => askAsReader((options) => getOwnAccount(options)));
