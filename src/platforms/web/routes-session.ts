import type { FastifyInstance } from 'fastify';
import { localOf } from '../../domain/business-time.ts';
import type { Locale } from '../../domain/organization.ts';
import { actorPresent } from '../../domain/deputy.ts';
import { handlesReports, unitOf } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';
import { answer, give, refusal } from './answer.ts';
import type { Identity, PreferencesBody, Session } from './api.ts';
import type { WebContext } from './context.ts';
import { homeOf } from './places.ts';
import { readLanguage, readPreferences, readSession } from './read.ts';
import {
  chosenLocale,
  issueLanguage,
  issueSession,
  localeOf,
  readerOf,
  sessionReader,
  samplePerson,
  signedIn,
  type Reader,
} from './sessions.ts';

/** Who one is while trying out, whom one could be, and in which language one reads. */
export function sessionRoutes(app: FastifyInstance, web: WebContext): void {
  app.get('/identities', (request) => identities(web, localeOf(request, web.directory)));
  // Nobody yet is no failure of a first visit.
  app.get('/session', (request, reply) => {
    const reader = sessionReader(request, web.directory);
    if (!reader) return reply.type('application/json').send('null');
    return give(reply, answer(200, sessionOf(web, reader)));
  });
  app.post('/session', (request, reply) => {
    const locale = localeOf(request, web.directory);
    const body = readSession(request.body);
    if (!body) return give(reply, refusal('unreadable', web.words, locale));
    const person = samplePerson(web.directory, body.person);
    if (!person) return give(reply, refusal('no_session', web.words, locale));
    issueSession(reply, person);
    return give(reply, answer(200, sessionOf(web, readerOf(person, chosenLocale(request)))));
  });
  app.post(
    '/session/language',
    signedIn<Session>(web, ({ person, locale }, request, reply) => {
      const body = readLanguage(request.body);
      if (!body) return Promise.resolve(refusal('unreadable', web.words, locale));
      issueLanguage(reply, body.locale);
      return Promise.resolve(answer(200, sessionOf(web, readerOf(person, body.locale))));
    }),
  );
  app.get(
    '/preferences',
    signedIn<PreferencesBody>(web, async ({ person }) => {
      const { news } = await web.edge.preferences(person.id);
      return answer(200, { news });
    }),
  );
  app.post(
    '/preferences',
    signedIn<PreferencesBody>(web, async ({ person, locale }, request) => {
      const body = readPreferences(request.body);
      if (!body) return refusal('unreadable', web.words, locale);
      await web.edge.setPreferences(person.id, body);
      return answer(200, body);
    }),
  );
}

function identities(web: WebContext, locale: Locale): Identity[] {
  return web.directory.sampleIdentities.flatMap((identity) => {
    const person = samplePerson(web.directory, identity.person);
    return person
      ? [
          {
            person: person.id,
            name: person.name[locale],
            part: web.words.say(identity.part, locale),
            plays: identity.part.key,
          },
        ]
      : [];
  });
}

function sessionOf({ directory, words, clock }: WebContext, { person, locale }: Reader): Session {
  const { id, name } = person;
  const { date } = localOf(directory.calendar, clock.now());
  const unit = unitOf(person, date);
  return {
    person: id,
    name: name[locale],
    unit: unit && words.say(phrase('value', { value: { unit } }), locale),
    locale,
    home: homeOf(id),
    handles: handlesReports(actorPresent(directory.organization, id, date)),
    offsetMinutes: directory.calendar.offsetMinutes,
  };
}
