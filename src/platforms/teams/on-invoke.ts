import { findReports, sentence } from './compose-extension.ts';
import { dialogSaying, openDialog, openReportDialog, submitDialog } from './dialogs.ts';
import { answerPress, type Pressing, type Shown, type ShownForm } from './answer-press.ts';
import { atMost } from './at-most.ts';
import type { TeamsContext } from './context.ts';
import { conversationOf } from './deliver.ts';
import type { InvokeAnswer } from './edge.ts';
import { eventIdOf } from './event-id.ts';
import { cardAnswer, errorAnswer, messageAnswer } from './invoke-answers.ts';
import { LIMITS } from './limits.ts';
import { homeOf, placeFor } from './places.ts';
import { isPersonal, type Activity } from './read-activity.ts';
import { readExecute, type CardData } from './read-press.ts';
import { renderCard } from './render-card.ts';
import { renderPreview } from './render-preview.ts';
import { searchUnits } from './search-units.ts';
import { cardMessage } from './speak.ts';
import { removeStray } from './stray-card.ts';
import { answerStranger } from './strangers.ts';
import { whoDid, type Who } from './who.ts';
import { phrase } from '../../domain/phrase.ts';

/** What Teams asks and waits for. */
export async function onInvoke(teams: TeamsContext, activity: Activity): Promise<InvokeAnswer> {
  switch (activity.name ?? '') {
    case 'adaptiveCard/action':
      return onExecute(teams, activity);
    case 'application/search':
      return searchUnits(teams, activity);
    case 'composeExtension/query':
      return asPerson(teams, activity, sentence, (on) => findReports(teams, on, activity.value));
    case 'composeExtension/fetchTask':
      return asPerson(teams, activity, dialogSaying, (on) => openReportDialog(on, activity.value));
    case 'task/fetch':
      return asPerson(teams, activity, dialogSaying, (on) => openDialog(on, activity.value));
    case 'task/submit':
    case 'composeExtension/submitAction':
      return asPerson(teams, activity, dialogSaying, (on) => submitDialog(on, activity.value));
    default:
      return { status: 501, body: {} };
  }
}

async function onExecute(teams: TeamsContext, activity: Activity): Promise<InvokeAnswer> {
  const data = readExecute(activity.value);
  if (!data) return errorAnswer(400, 'BadRequest');
  const who = await whoDid(teams, activity);
  if (who.kind !== 'person') return turnedAway(teams, who, data);
  const { person, locale } = who;
  const on = { teams, person, locale, place: placeFor(activity, person), eventId: eventIdOf(activity) };
  const shown = await answerPress(on, data);
  // A form stands in the place of the card: its message is needed until the form is sent or closed.
  if (data.card !== null && shown.kind !== 'form') await removeStray(teams, activity, person, data.card);
  // In a person's own conversation a form is a message of its own: what its button stood on stays to be read.
  if (shown.kind === 'form' && !data.opener && isPersonal(activity) && (await beside(teams, who, shown)))
    return messageAnswer(teams.words.say(phrase('form.below'), locale));
  return answerWith(teams, who, shown);
}

type Person = Extract<Who, { kind: 'person' }>;

function answerWith({ words, dialogs }: TeamsContext, { locale }: Person, shown: Shown): InvokeAnswer {
  switch (shown.kind) {
    case 'text':
      return messageAnswer(shown.text);
    case 'card':
      return cardAnswer(renderCard(shown.view, { words, locale, dialogs, card: shown.card }));
    case 'form': {
      const { view, opener, hidden, kept } = shown;
      const rendering = { words, locale, opener, kept };
      return cardAnswer(hidden ? renderPreview(view, hidden, rendering) : renderCard(view, rendering));
    }
  }
}

/** False when it could not be posted in time: then it stands in the place of the card. */
async function beside(
  teams: TeamsContext,
  { person, locale }: Person,
  { view, opener, kept }: ShownForm,
): Promise<boolean> {
  const to = await conversationOf(teams, homeOf(person));
  if (!to.ok) return false;
  const form = cardMessage(view, { words: teams.words, locale, opener, kept });
  const posted = await atMost(LIMITS.turnMs, teams.bot.post(to.value, form));
  return posted !== 'late' && posted.ok;
}

/** For what only people of the directory are answered; all others are told why, in the form that is waited for. */
async function asPerson(
  teams: TeamsContext,
  activity: Activity,
  saying: (text: string) => InvokeAnswer,
  answer: (on: Pressing) => InvokeAnswer | Promise<InvokeAnswer>,
): Promise<InvokeAnswer> {
  const who = await whoDid(teams, activity);
  const say = (key: string, locale: Person['locale']) => saying(teams.words.say(phrase(key), locale));
  switch (who.kind) {
    case 'person': {
      const { person, locale } = who;
      return answer({
        teams,
        person,
        locale,
        place: placeFor(activity, person),
        eventId: eventIdOf(activity),
      });
    }
    case 'stranger':
      return say('reach.unknown_write', who.locale);
    case 'guest':
      return say('reach.guest', who.locale);
    case 'unavailable':
      return say('reach.unavailable', who.locale);
    case 'other_tenant':
    case 'nobody':
      return { status: 403, body: {} };
  }
}

async function turnedAway(
  teams: TeamsContext,
  who: Exclude<Who, Person>,
  data: CardData,
): Promise<InvokeAnswer> {
  const { words } = teams;
  switch (who.kind) {
    case 'other_tenant':
    case 'nobody':
      return { status: 403, body: {} };
    case 'guest':
      return messageAnswer(words.say(phrase('reach.guest'), who.locale));
    case 'unavailable':
      return messageAnswer(words.say(phrase('reach.unavailable'), who.locale));
    case 'stranger':
      return cardAnswer(renderCard(await answerStranger(teams, who, data), { words, locale: who.locale }));
  }
}
