import type { FastifyReply } from 'fastify';
import type { Words } from '../../application/ports.ts';
import type { Locale } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Problem, ProblemKind } from '../../domain/problems.ts';
import { problemPhrase } from '../../words/problem-phrase.ts';
import type { ProblemBody } from './api.ts';

/** What a route answers, before it is on the wire. */
export interface Answer<Body> {
  status: number;
  body: Body | ProblemBody;
}

/** Refusals of the edge itself, said in words of the page. */
const REFUSALS = {
  refused: { status: 403, words: 'page.problem.refused' },
  unreadable: { status: 400, words: 'page.problem.unreadable' },
  too_large: { status: 413, words: 'page.problem.too_large' },
  not_found: { status: 404, words: 'page.not_found' },
  no_session: { status: 401, words: 'page.session_ended' },
} as const;

const STATUS: Record<ProblemKind, number> = {
  empty_message: 422,
  message_too_long: 413,
  unknown_person: 403,
  unit_abolished: 409,
  unit_unclear: 422,
  not_found: 404,
  not_bound: 404,
  forbidden: 403,
  stale: 409,
  not_ready: 409,
  old_button: 409,
  unreadable_press: 422,
  attachment_refused: 422,
  fields: 422,
  form_changed: 409,
  try_again: 503,
};

export function answer<Body>(status: number, body: Body): Answer<Body> {
  return { status, body };
}

export function problemAnswer(problem: Problem, words: Words, locale: Locale): Answer<never> {
  const body = { problem: problem.kind, message: words.say(problemPhrase(problem), locale) };
  if (problem.kind !== 'fields') return { status: STATUS[problem.kind], body };
  const errors = problem.errors.map(({ field, message }) => [field, words.say(message, locale)] as const);
  return { status: STATUS.fields, body: { ...body, errors: Object.fromEntries(errors) } };
}

export function refusal(kind: keyof typeof REFUSALS, words: Words, locale: Locale): Answer<never> {
  const { status, words: key } = REFUSALS[kind];
  return { status, body: { problem: kind, message: words.say(phrase(key), locale) } };
}

export async function give<Body>(reply: FastifyReply, { status, body }: Answer<Body>): Promise<FastifyReply> {
  return reply.code(status).send(body);
}
