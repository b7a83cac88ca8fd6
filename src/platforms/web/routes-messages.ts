import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebMessage } from '../../application/ports/web-chat.ts';
import { answer, refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import type { MessagePage } from './api.ts';
import type { WebContext } from './context.ts';
import { placeFor } from './places.ts';
import { readHistory } from './read.ts';
import type { HistoryQuery } from './read.ts';
import { renderMessages } from './render.ts';
import { signedIn, type Reader } from './sessions.ts';

/** Reading a place: a page of its history, or what changed since a revision. */
export function messageRoutes(app: FastifyInstance, web: WebContext): void {
  app.get(
    '/places/:place/messages',
    signedIn(web, (reader, request) => messages(web, reader, request)),
  );
}

async function messages(
  web: WebContext,
  reader: Reader,
  request: FastifyRequest,
): Promise<Answer<MessagePage>> {
  const query = readHistory(request.query);
  if (!query) return refusal('unreadable', web.words, reader.locale);
  const place = placeFor(web.directory, reader.person.id, (request.params as { place: string }).place);
  if (!place) return refusal('not_found', web.words, reader.locale);
  const { rows, ...page } = await read(web, place.address, query);
  return answer(200, {
    ...page,
    messages: await renderMessages(web, reader, rows),
  });
}

interface Rows {
  rows: WebMessage[];
  revision: number;
  more: boolean;
}

async function read({ webChat }: WebContext, place: string, query: HistoryQuery): Promise<Rows> {
  const { since, before, limit } = query;
  if (since === undefined) {
    const { messages, revision } = await webChat.page(place, before ?? null, limit + 1);
    return { rows: messages.slice(-limit), revision, more: messages.length > limit };
  }
  const { messages, revision } = await webChat.since(place, since, limit + 1);
  const rows = messages.slice(0, limit);
  const more = messages.length > limit;
  const reached = rows.at(-1)?.revision ?? since;
  return { rows, revision: more ? reached : Math.max(revision, reached), more };
}
