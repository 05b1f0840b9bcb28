import { randomTitle } from '../../../api/catalogue.ts';
import { asLanguage, localPath } from '../../../i18n/languages.ts';

export const dynamic = 'force-dynamic';

/** Sends the visitor to some title; to the catalogue, which explains itself, when there is none to be had. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ lang: string }> },
): Promise<Response> {
  const language = asLanguage((await params).lang);
  const answer = await randomTitle();
  const location = localPath(language, answer.ok ? `/anime/${answer.data.slug}` : '/anime');
  return new Response(null, { status: 307, headers: { location, 'cache-control': 'no-store' } });
}
