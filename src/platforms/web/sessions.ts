import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Locale, Person } from '../../domain/organization.ts';
import type { View } from '../../domain/view.ts';
import { give, refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import type { WebContext, WebDirectory } from './context.ts';

const PERSON = 'tsutae_person';
const LANGUAGE = 'tsutae_language';

/** Last as long as the browser's session, and stay there whoever one is being. */
const COOKIE = { path: '/', httpOnly: true, sameSite: 'strict', signed: true } as const;

/** Who reads, and in which language. */
export interface Reader {
  person: Person;
  locale: Locale;
  /** They said so in this browser: then even an answer to an English message is in their language. */
  chosen: boolean;
}

export function issueSession(reply: FastifyReply, person: Person): void {
  void reply.setCookie(PERSON, person.id, COOKIE);
}

export function issueLanguage(reply: FastifyReply, locale: Locale): void {
  void reply.setCookie(LANGUAGE, locale, COOKIE);
}

/** Null without a cookie, with a forged one, and for a person who is no sample identity (any more). */
export function sessionReader(request: FastifyRequest, directory: WebDirectory): Reader | null {
  const id = signedCookie(request, PERSON);
  const person = id === null ? null : samplePerson(directory, id);
  return person && readerOf(person, chosenLocale(request));
}

export function readerOf(person: Person, chosen: Locale | null): Reader {
  return { person, locale: chosen ?? person.locale, chosen: chosen !== null };
}

/** The language of this browser's session; null while nobody has chosen one. */
export function chosenLocale(request: FastifyRequest): Locale | null {
  const value = signedCookie(request, LANGUAGE);
  return value === 'ja' || value === 'en' ? value : null;
}

/** For answers that are for nobody in particular: what was chosen, the person's own, else the browser's. */
export function localeOf(request: FastifyRequest, directory: WebDirectory): Locale {
  return sessionReader(request, directory)?.locale ?? chosenLocale(request) ?? browserLocale(request);
}

export function browserLocale(request: FastifyRequest): Locale {
  return request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'ja';
}

/** A view that fixed its language keeps it for whoever has not chosen one. */
export function localeFor(reader: Reader, view: View): Locale {
  return reader.chosen ? reader.locale : (view.language ?? reader.locale);
}

export function samplePerson(directory: WebDirectory, id: string): Person | null {
  const known = directory.sampleIdentities.some((identity) => identity.person === id);
  return (known && directory.organization.people.get(id)) || null;
}

/** A route for people with a session; everybody else gets 401. */
export function signedIn<Body>(
  web: WebContext,
  handle: (reader: Reader, request: FastifyRequest, reply: FastifyReply) => Promise<Answer<Body>>,
): RouteHandlerMethod {
  return async (request, reply) => {
    const reader = sessionReader(request, web.directory);
    if (!reader) return give(reply, refusal('no_session', web.words, localeOf(request, web.directory)));
    return give(reply, await handle(reader, request, reply));
  };
}

function signedCookie(request: FastifyRequest, name: string): string | null {
  // Not read yet when a request fails before its cookies were looked at.
  const cookies = request.cookies as FastifyRequest['cookies'] | null;
  const cookie = cookies?.[name];
  if (cookie === undefined) return null;
  const { valid, value } = request.unsignCookie(cookie);
  return valid ? value : null;
}
