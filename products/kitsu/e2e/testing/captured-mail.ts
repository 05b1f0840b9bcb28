import { expect, inject } from 'vitest';

/** Waits for a mail to an address whose text has `wanted` in it, and returns that part: a link, mostly. */
export async function fromMail(recipient: string, wanted: RegExp): Promise<string> {
  let found = '';
  await expect
    .poll(async () => {
      const list = await read('/dev/mail');
      for (const [, path = '', entry = ''] of list.matchAll(/<a href="(\/dev\/mail\/\d+)">(.*?)<\/a>/g)) {
        if (entry.includes(recipient) && found === '') found = wanted.exec(await read(path))?.[0] ?? '';
      }
      return found;
    })
    .not.toBe('');
  return found;
}

async function read(path: string): Promise<string> {
  return (await fetch(inject('origin') + path)).text();
}
