/** What a stream of events is sent as, and what a client says that it takes. */
export const STREAM_TYPE = 'text/event-stream';
