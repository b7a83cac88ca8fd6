import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Person } from '../../domain/organization.ts';
import { give, localeOf, refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import type { WebContext, WebDirectory } from './context.ts';

const COOKIE = 'tsutae_person';

/** The signed cookie of a sample person; lasts as long as the browser's session. */
export function issueSession(reply: FastifyReply, person: Person): void {
  void reply.setCookie(COOKIE, person.id, { path: '/', httpOnly: true, sameSite: 'strict', signed: true });
}

/** Null without a cookie, with a forged one, and for a person who is no sample identity (any more). */
export function sessionPerson(request: FastifyRequest, directory: WebDirectory): Person | null {
  const cookie = request.cookies[COOKIE];
  if (cookie === undefined) return null;
  const { valid, value } = request.unsignCookie(cookie);
  return valid ? samplePerson(directory, value) : null;
}

export function samplePerson(directory: WebDirectory, id: string): Person | null {
  const known = directory.sampleIdentities.some((identity) => identity.person === id);
  return (known && directory.organization.people.get(id)) || null;
}

/** A route for people with a session; everybody else gets 401. */
export function signedIn<Body>(
  web: WebContext,
  handle: (person: Person, request: FastifyRequest, reply: FastifyReply) => Promise<Answer<Body>>,
): RouteHandlerMethod {
  return async (request, reply) => {
    const person = sessionPerson(request, web.directory);
    if (!person) return give(reply, refusal('no_session', web.words, localeOf(request)));
    return give(reply, await handle(person, request, reply));
  };
}
