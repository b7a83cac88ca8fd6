import type { FastifyInstance } from 'fastify';
import { localOf } from '../../domain/business-time.ts';
import type { Person } from '../../domain/organization.ts';
import { unitOf } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';
import { answer, give, localeOf, refusal } from './answer.ts';
import type { Identity, PlaceSummary, Session } from './api.ts';
import type { WebContext } from './context.ts';
import { homeOf } from './places.ts';
import { readSession } from './read.ts';
import { issueSession, samplePerson, sessionPerson, signedIn } from './sessions.ts';

/** Who one is while trying out, whom one could be, and which places one has. */
export function sessionRoutes(app: FastifyInstance, web: WebContext): void {
  app.get('/identities', (request) =>
    identities(web, sessionPerson(request, web.directory)?.locale ?? localeOf(request)),
  );
  app.get(
    '/session',
    signedIn(web, (person) => Promise.resolve(answer(200, sessionOf(web, person)))),
  );
  app.post('/session', (request, reply) => {
    const locale = localeOf(request);
    const body = readSession(request.body);
    if (!body) return give(reply, refusal('unreadable', web.words, locale));
    const person = samplePerson(web.directory, body.person);
    if (!person) return give(reply, refusal('no_session', web.words, locale));
    issueSession(reply, person);
    return give(reply, answer(200, sessionOf(web, person)));
  });
  app.get(
    '/places',
    signedIn(web, async (person) => answer(200, await placesFor(web, person))),
  );
}

function identities(web: WebContext, locale: Person['locale']): Identity[] {
  return web.directory.sampleIdentities.flatMap((identity) => {
    const person = samplePerson(web.directory, identity.person);
    return person
      ? [{ person: person.id, name: person.name[locale], part: web.words.say(identity.part, locale) }]
      : [];
  });
}

function sessionOf({ directory, words, clock }: WebContext, person: Person): Session {
  const { id, name, locale } = person;
  const unit = unitOf(person, localOf(directory.calendar, clock.now()).date);
  return {
    person: id,
    name: name[locale],
    unit: unit && unitName(words, unit, locale),
    locale,
    home: homeOf(id),
    offsetMinutes: directory.calendar.offsetMinutes,
  };
}

async function placesFor({ directory, webChat, words }: WebContext, person: Person): Promise<PlaceSummary[]> {
  const home = homeOf(person.id);
  const channels = directory.channelsFor(person.id).map(({ place, unit }) => ({
    place,
    kind: 'channel' as const,
    name: unitName(words, unit, person.locale),
  }));
  const places = [{ place: home, kind: 'personal' as const, name: person.name[person.locale] }, ...channels];
  return Promise.all(
    places.map(async (summary) => ({
      ...summary,
      revision: await webChat.revision(summary.place),
      unread: 0,
      mentioned: false,
    })),
  );
}

function unitName(words: WebContext['words'], unit: string, locale: Person['locale']): string {
  return words.say(phrase('value', { value: { unit } }), locale);
}
