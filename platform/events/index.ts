export { followInFrames } from './event-frames.ts';
export { type EventHub, openEventHub } from './event-hub.ts';
export { deleteOldEvents } from './queries.ts';
