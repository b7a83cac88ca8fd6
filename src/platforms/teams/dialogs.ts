import { z } from 'zod';
import { textInput } from '../../domain/acts/act-inputs.ts';
import type { Phrase } from '../../domain/phrase.ts';
import { phrase } from '../../domain/phrase.ts';
import { button, line, type View } from '../../domain/view.ts';
import { answerPress, type Pressing, type Shown } from './answer-press.ts';
import { PLATFORM, type TeamsContext } from './context.ts';
import { CARD_TYPE, type InvokeAnswer } from './edge.ts';
import { htmlText } from './html-text.ts';
import { LIMITS } from './limits.ts';
import { homeOf } from './places.ts';
import { readCardData } from './read-press.ts';
import { cardBytes, renderCard, type TeamsCard } from './render-card.ts';
import { renderPreview } from './render-preview.ts';

const TEXT = 'text';
/** The press by which a dialog hands over a text to report. */
const REPORT = 'report_text';

/** A form beside the conversation: the same card, whose buttons come back as task/submit. */
export async function openDialog(on: Pressing, value: unknown): Promise<InvokeAnswer> {
  const data = readCardData(dataOf(value));
  if (!data) return { status: 400, body: {} };
  return dialogAnswer(on, await answerPress(on, data));
}

export async function submitDialog(on: Pressing, value: unknown): Promise<InvokeAnswer> {
  const data = readCardData(dataOf(value));
  if (!data) return { status: 400, body: {} };
  if (data.press?.action === REPORT) return reportText(on, data.inputs[TEXT]);
  return dialogAnswer(on, await answerPress(on, data));
}

const message = z.object({
  messagePayload: z.object({ body: z.object({ content: z.string().optional() }).optional() }).optional(),
});

/** 「この発言を報告」: what was said, to be looked at and cut before it goes to the bot; null begins empty. */
export function openReportDialog({ teams, locale }: Pressing, value: unknown): InvokeAnswer {
  const content = message.safeParse(value).data?.messagePayload?.body?.content ?? '';
  const rendering = { words: teams.words, locale };
  const filled = textForm(htmlText(content));
  // Too long to stand in a form: it is said so, and nothing of it is cut off unseen.
  const fits = cardBytes(renderCard(filled, rendering)) <= LIMITS.formBytes;
  const view = fits ? filled : textForm('', phrase('teams.report_this.too_long'));
  return continueWith(teams, locale, view, renderCard(view, rendering));
}

async function reportText(on: Pressing, text: unknown): Promise<InvokeAnswer> {
  const { teams, person, locale, eventId } = on;
  const received = await teams.edge.receive({
    platform: PLATFORM,
    eventId,
    person,
    place: { kind: 'personal', address: homeOf(person) },
    body: { kind: 'said', text: typeof text === 'string' ? text : '', attachments: 0 },
  });
  const say = (one: Phrase) => teams.words.say(one, locale);
  return dialogSaying(say(received.ok ? phrase('teams.goes_on') : teams.words.problem(received.problem)));
}

function textForm(text: string, hint = phrase('greet.3')): View {
  return {
    kind: 'form',
    lines: [line(phrase('teams.report_this.about'))],
    inputs: [
      textInput({
        id: TEXT,
        label: phrase('teams.report_this.text'),
        hint,
        maxLength: Math.max(4000, text.length),
        value: text === '' ? null : { kind: 'text', text },
      }),
    ],
    buttons: [button({ action: REPORT }, phrase('btn.next'), 'primary')],
    fallback: phrase('teams.report_this'),
  };
}

function dialogAnswer({ teams, locale }: Pressing, shown: Shown): InvokeAnswer {
  const { words } = teams;
  switch (shown.kind) {
    case 'text':
      return dialogSaying(shown.text);
    case 'card':
      return dialogSaying(words.say(shown.view.fallback, locale));
    case 'form': {
      const { view, opener, hidden, kept } = shown;
      const rendering = { words, locale, opener, kept };
      const card = hidden ? renderPreview(view, hidden, rendering) : renderCard(view, rendering);
      return continueWith(teams, locale, view, card);
    }
  }
}

function continueWith(
  { words }: TeamsContext,
  locale: Pressing['locale'],
  view: View,
  card: TeamsCard,
): InvokeAnswer {
  const value = {
    title: words.say(view.fallback, locale),
    height: 'large',
    width: 'medium',
    card: { contentType: CARD_TYPE, content: { ...card, body: card.body.map(submitting) } },
  };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

export function dialogSaying(text: string): InvokeAnswer {
  return { status: 200, body: { task: { type: 'message', value: text } } };
}

/** Dialogs know no Action.Execute: its fallback, the same press submitted, stands in its place. */
function submitting(element: object): object {
  const { items, actions } = element as { items?: object[]; actions?: { fallback?: object }[] };
  return {
    ...element,
    ...(items && { items: items.map(submitting) }),
    ...(actions && { actions: actions.map((action) => action.fallback ?? action) }),
  };
}

function dataOf(value: unknown): unknown {
  return (value as { data?: unknown } | null | undefined)?.data;
}
