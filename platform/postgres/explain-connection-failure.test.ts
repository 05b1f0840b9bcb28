import { expect, test } from 'vitest';
import { testClusterUrl } from '../testing/index.ts';
import { explainConnectionFailure, openDatabase } from './index.ts';

async function explanation(change: (url: URL) => void): Promise<string> {
  const url = new URL(testClusterUrl());
  change(url);
  const database = openDatabase({ url: url.href, applicationName: 'test', poolMax: 1 });
  try {
    await database.ping();
  } catch (error) {
    return explainConnectionFailure(url.href, error);
  } finally {
    await database.close();
  }
  return expect.fail('it was expected to fail');
}

test('each way of not getting in has its own sentence, with the place and without the password', async () => {
  const refused = await explanation((url) => {
    url.port = '1';
  });
  expect(refused).toMatch(
    /^The database "postgres" at 127\.0\.0\.1:1 \(user postgres\) cannot be used: .*ECONNREFUSED.*start the server/,
  );
  const wrongPassword = await explanation((url) => {
    url.password = 'hunter2';
  });
  expect(wrongPassword).toMatch(/password authentication failed.*correct user and password/);
  expect(wrongPassword).not.toContain('hunter2');
  const missing = await explanation((url) => {
    url.pathname = '/nowhere';
  });
  expect(missing).toMatch(/"nowhere" at .*does not exist.*create it/);
});

test('a URL that cannot be read is not repeated', () => {
  const said = explainConnectionFailure('kitsu:hunter2@host', new Error('Invalid URL'));
  expect(said).toMatch(/it looks like postgres:\/\//);
  expect(said).not.toContain('hunter2');
});
