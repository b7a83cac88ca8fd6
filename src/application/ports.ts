/** How the use cases meet the outside. Nothing here knows a platform, a database or a language. */
export type * from './ports/accounts.ts';
export type * from './ports/candidates.ts';
export type * from './ports/digests.ts';
export type * from './ports/evaluation.ts';
export type * from './ports/inbound.ts';
export type * from './ports/outgoing.ts';
export type * from './ports/platform-edge.ts';
export type * from './ports/postings.ts';
export type * from './ports/preferences.ts';
export type * from './ports/recognition.ts';
export type * from './ports/clock-queue.ts';
export type * from './ports/storage.ts';
export type * from './ports/surroundings.ts';
export type * from './ports/catalogue.ts';
export type * from './ports/web-chat.ts';
export type * from './ports/demo-material.ts';
export type * from './ports/seeding.ts';
