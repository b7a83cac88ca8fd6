import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { InboundBody, Place, Received } from '../../application/ports.ts';
import type { NewWebMessage } from '../../application/ports/web-chat.ts';
import { readCardInputs } from '../../cards/read-card-inputs.ts';
import type { Instant } from '../../domain/business-time.ts';
import type { Problem } from '../../domain/problems.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Result } from '../../domain/result.ts';
import { PREVIEW } from '../../domain/acts/act-form-view.ts';
import type { FormValues, View } from '../../domain/view.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import { answer, problemAnswer, refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PressAnswer, PressBody, SayAnswer, SayBody, SubmitBody } from './api.ts';
import type { WebContext } from './context.ts';
import { placeFor } from './places.ts';
import { readPress, readSay, readSubmit } from './read.ts';
import { cardOf, renderForm } from './render.ts';
import { localeFor, signedIn, type Reader } from './sessions.ts';
import { buttonFor, shownView } from './shown-view.ts';

const PLATFORM = 'web';
const TAKEN: PressAnswer = { form: null, preview: null, stopped: false };

/** One verified action, on its way in. */
interface Action<Body> {
  web: WebContext;
  reader: Reader;
  place: Place;
  body: Body;
  /** When it came in: before anything that answers it. */
  at: Instant;
}

/** What a person does: say something, press a button, submit a form. */
export function actionRoutes(app: FastifyInstance, web: WebContext): void {
  app.post('/messages', actionRoute(web, readSay, say));
  app.post('/presses', actionRoute(web, readPress, press));
  app.post('/forms', actionRoute(web, readSubmit, submit));
}

function actionRoute<Body extends { place: string }, Reply>(
  web: WebContext,
  read: (body: unknown) => Body | null,
  handle: (action: Action<Body>) => Promise<Result<Answer<Reply>, Problem>>,
) {
  return signedIn<Reply>(web, async (reader, request: FastifyRequest) => {
    const body = read(request.body);
    if (!body) return refusal('unreadable', web.words, reader.locale);
    const place = placeFor(web.directory, reader.person.id, body.place);
    if (!place) return refusal('not_found', web.words, reader.locale);
    const handled = await handle({ web, reader, place, body, at: web.clock.now() });
    return handled.ok ? handled.value : problemAnswer(handled.problem, web.words, reader.locale);
  });
}

async function say(action: Action<SayBody>): Promise<Result<Answer<SayAnswer>, Problem>> {
  const received = await receive(action, { kind: 'said', text: action.body.text, attachments: 0 });
  if (!received.ok) return received;
  await showOwn(action, { text: received.value.shown, view: null });
  const { shown, hidden, repeated } = received.value;
  return ok(answer(202, { shown, hidden, repeated }));
}

async function press(action: Action<PressBody>): Promise<Result<Answer<PressAnswer>, Problem>> {
  const { web, reader, place, body } = action;
  const form = await web.edge.openForm(reader.person.id, body.press);
  if (!form.ok) return form;
  if (form.value) {
    return ok(answer(200, { ...TAKEN, form: renderForm(web, reader, body.press, form.value) }));
  }
  const view = place.kind === 'personal' ? await labelOf(action) : null;
  const received = await receive(action, { kind: 'pressed', press: body.press });
  if (!received.ok) return received;
  await showOwn(action, { text: null, view });
  return ok(answer(202, TAKEN));
}

async function submit(action: Action<SubmitBody>): Promise<Result<Answer<PressAnswer>, Problem>> {
  const { body, web } = action;
  // Sent again because the first answer was lost: its form is closed by now.
  const before = await web.edge.receivedBefore(PLATFORM, eventIdOf(action));
  if (before) return ok(answer(202, { ...TAKEN, stopped: before.stopped }));
  const form = await formOf(action);
  if (!form.ok) return form;
  const values = readCardInputs(form.value, body.values);
  if (body.press.value === PREVIEW) return preview(action, form.value, values);
  const received = await receive(action, { kind: 'submitted', press: body.press, values });
  if (received.ok) return ok(answer(202, { ...TAKEN, stopped: received.value.stopped }));
  // What is to be mended stands beside the fields, in their language.
  return ok(problemAnswer(received.problem, web.words, localeFor(action.reader, form.value)));
}

/** Nothing is received yet: what would be sent is shown where the form stood. */
async function preview(
  { web, reader, body }: Action<SubmitBody>,
  form: View,
  values: FormValues,
): Promise<Result<Answer<PressAnswer>, Problem>> {
  const shown = await web.edge.preview(reader.person.id, body.press, values);
  // What is to be mended stands beside the fields, in their language.
  if (!shown.ok) return ok(problemAnswer(shown.problem, web.words, localeFor(reader, form)));
  return ok(answer(200, { ...TAKEN, preview: shown.value && cardOf(web, reader, shown.value) }));
}

/** The form is made again rather than trusted: its inputs say how the values are read. */
async function formOf({ web, reader, place, body }: Action<SubmitBody>): Promise<Result<View, Problem>> {
  const opened = body.opener
    ? await web.edge.formAgain(reader.person.id, body.opener)
    : ok(await shownView(web.webChat, place.address, body.press));
  if (!opened.ok) return opened;
  return opened.value ? ok(opened.value) : fail({ kind: 'old_button' });
}

function receive(action: Action<{ eventId: string }>, body: InboundBody): Promise<Result<Received, Problem>> {
  const { web, reader, place } = action;
  return web.edge.receive({
    platform: PLATFORM,
    eventId: eventIdOf(action),
    person: reader.person.id,
    place,
    body,
  });
}

/** Chosen by clients: within a person's own, nobody can take another's. */
function eventIdOf({ reader, body }: Action<{ eventId: string }>): string {
  return `${reader.person.id}:${body.eventId}`;
}

/** The person's own words stand in the place as they were kept, once however often the event comes. */
async function showOwn(
  { web, reader: { person }, place, body, at }: Action<{ eventId: string }>,
  said: Pick<NewWebMessage, 'text' | 'view'>,
): Promise<void> {
  if (said.text === null && said.view === null) return;
  await web.webChat.post({
    key: `in:${person.id}:${body.eventId}`,
    place: place.address,
    author: { person: person.id },
    ...said,
    card: null,
    mention: false,
    at,
  });
}

async function draftOf({ edge }: WebContext, { person }: Reader): Promise<View | null> {
  const draft = await edge.draft(person.id);
  return draft.ok ? draft.value : null;
}

/** A pressed answer stands in the conversation like a typed one, in the words of its button. */
async function labelOf({ web, reader, place, body }: Action<PressBody>): Promise<View | null> {
  const view = (await shownView(web.webChat, place.address, body.press)) ?? (await draftOf(web, reader));
  const button = view && buttonFor(view, body.press);
  if (!view || !button) return null;
  const pressed = notice([button.label]);
  return view.language ? { ...pressed, language: view.language } : pressed;
}
