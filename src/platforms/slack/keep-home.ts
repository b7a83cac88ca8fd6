import type { App } from '@slack/bolt';
import { notice } from '../../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { gatherHome } from './gather-home.ts';
import { recogniseSender, type Sender } from './recognise-sender.ts';
import { askForUnitView } from './register-unit.ts';
import { renderHome } from './render-home.ts';
import { renderMessage } from './render-message.ts';
import type { HomeView } from './blocks.ts';
import type { SlackContext } from './slack-context.ts';

/** The Home tab: made anew whenever somebody looks at it. */
export function keepHome(app: App, context: SlackContext): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    const sender = await recogniseSender(context, { id: event.user, team: null });
    await publishHome(context, sender, event.user);
  });
}

/** What somebody sees on their Home tab; a failure is mended by looking again. */
export async function publishHome(context: SlackContext, sender: Sender, user: string): Promise<void> {
  const view = await homeFor(context, sender);
  if (!view) return;
  try {
    await context.quick.views.publish({ user_id: user, view });
  } catch {
    context.log.warn('a Home tab of Slack could not be shown');
  }
}

async function homeFor(context: SlackContext, sender: Sender): Promise<HomeView | null> {
  if (sender.kind === 'stranger') return null;
  const say = (text: Phrase) => context.words.say(text, sender.locale);
  if (sender.kind === 'known')
    return renderHome(await gatherHome(context, sender.person, sender.locale), say);
  const told = sender.kind === 'guest' ? notice([phrase('reach.guest')]) : askForUnitView();
  return { type: 'home', blocks: renderMessage(told, say).flatMap(({ blocks }) => blocks) };
}
