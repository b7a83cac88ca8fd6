import { notice } from '../../domain/dialog/question-view.ts';
import { notificationOf } from '../../domain/notification.ts';
import type { Locale } from '../../domain/organization.ts';
import type { Phrase } from '../../domain/phrase.ts';
import type { View } from '../../domain/view.ts';
import { atMost } from './at-most.ts';
import type { Speaking } from './context.ts';
import { CARD_TYPE, type Conversation, type OutgoingActivity } from './edge.ts';
import { LIMITS } from './limits.ts';
import { renderCard, type Rendering } from './render-card.ts';

type Said = readonly Phrase[] | View;

/**
 * What the platform itself says, to people whom the house does not know yet or about the platform: at once, and once.
 * Everything the house says goes through its outbox. False when it is not known to have been delivered.
 */
export async function speak(teams: Speaking, to: Conversation, locale: Locale, said: Said): Promise<boolean> {
  const view = 'kind' in said ? said : notice([...said]);
  const message = cardMessage(view, { words: teams.words, locale });
  const posted = await atMost(LIMITS.turnMs, teams.bot.post(to, message));
  if (posted !== 'late' && !posted.ok)
    teams.log.warn('a word of the platform was not delivered', { status: posted.problem.status });
  return posted !== 'late' && posted.ok;
}

/**
 * Says to somebody that nothing of what they sent was kept. Throws when they could not be told either: the turn fails,
 * and the activity comes again.
 */
export async function sayNotTaken(
  teams: Speaking,
  to: Conversation | null,
  locale: Locale,
  said: Said,
): Promise<void> {
  if (to === null || !(await speak(teams, to, locale, said)))
    throw new Error('what came in was not taken, and nobody could be told');
}

export function cardMessage(view: View, rendering: Rendering): OutgoingActivity {
  const { words, locale } = rendering;
  return {
    type: 'message',
    summary: words.say(notificationOf(view), view.language ?? locale),
    attachments: [{ contentType: CARD_TYPE, content: renderCard(view, rendering) }],
  };
}
