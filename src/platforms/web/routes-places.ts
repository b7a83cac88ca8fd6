import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PlaceStanding } from '../../application/ports/web-chat.ts';
import { phrase } from '../../domain/phrase.ts';
import { answer, refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PlaceSummary } from './api.ts';
import type { WebContext } from './context.ts';
import { homeOf, placeFor } from './places.ts';
import { readMark } from './read.ts';
import { signedIn, type Reader } from './sessions.ts';

/** A person's places, and how far they have read in each. */
export function placeRoutes(app: FastifyInstance, web: WebContext): void {
  app.get(
    '/places',
    signedIn(web, async (reader) => answer(200, await placesFor(web, reader))),
  );
  app.post(
    '/places/:place/read',
    signedIn(web, (reader, request) => markRead(web, reader, request)),
  );
}

async function placesFor(web: WebContext, reader: Reader): Promise<PlaceSummary[]> {
  const { directory, webChat, words } = web;
  const { person, locale } = reader;
  const channels = directory.channelsFor(person.id).map(({ place, unit }) => ({
    place,
    kind: 'channel' as const,
    name: words.say(phrase('value', { value: { unit } }), locale),
  }));
  const home = { place: homeOf(person.id), kind: 'personal' as const, name: person.name[locale] };
  const places = [home, ...channels];
  const standings = await webChat.standings(
    person.id,
    places.map(({ place }) => place),
  );
  const cards = [...standings.values()].flatMap(({ mentions }) => mentions.flatMap((card) => card ?? []));
  const visible = await web.edge.visible(person.id, cards);
  return places.map((place) => ({ ...place, ...newsOf(standings.get(place.place), visible) }));
}

function newsOf(
  standing: PlaceStanding | undefined,
  visible: ReadonlySet<string>,
): Pick<PlaceSummary, 'revision' | 'unread' | 'mentioned'> {
  if (!standing) return { revision: 0, unread: 0, mentioned: false };
  const { revision, unread, mentions } = standing;
  // A card that may not be seen calls nobody.
  return { revision, unread, mentioned: mentions.some((card) => card === null || visible.has(card)) };
}

async function markRead(web: WebContext, reader: Reader, request: FastifyRequest): Promise<Answer<object>> {
  const { directory, webChat, words } = web;
  const body = readMark(request.body);
  if (!body) return refusal('unreadable', words, reader.locale);
  const place = placeFor(directory, reader.person.id, (request.params as { place: string }).place);
  if (!place) return refusal('not_found', words, reader.locale);
  await webChat.markRead(reader.person.id, place.address, body.revision);
  return answer(200, {});
}
