/** What a page is told of the account it shows. */
interface Told {
  /** A session of the account ended: by its owner elsewhere, by a new password, or by staff. */
  sessionEnded(id: string): void;
  /** This page's own session is over, or something may have been missed: what it shows is not true any more. */
  outOfDate(): void;
}

/** Hears of sessions that end, as it happens. The browser comes again by itself when the stream breaks. Returns what stops it. */
export function followAccount({ sessionEnded, outOfDate }: Told): () => void {
  const source = new EventSource('/api/v1/account/events');
  source.addEventListener('news', ({ data }) => {
    const news = JSON.parse(String(data)) as readonly { kind: string; subject: string }[];
    for (const { kind, subject } of news) if (kind === 'session.ended') sessionEnded(subject);
  });
  source.addEventListener('ended', () => {
    source.close();
    outOfDate();
  });
  source.addEventListener('reset', outOfDate);
  return () => source.close();
}
