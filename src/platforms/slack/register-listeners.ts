import type { App } from '@slack/bolt';
import { followChannels } from './follow-channels.ts';
import { followPeople } from './follow-people.ts';
import { hearCommands } from './hear-commands.ts';
import { hearMessages } from './hear-messages.ts';
import { hearModals } from './hear-modals.ts';
import { hearPresses } from './hear-presses.ts';
import { hearSearches } from './hear-searches.ts';
import { hearShortcuts } from './hear-shortcuts.ts';
import { typedForms } from './keep-typed.ts';
import { keepHome } from './keep-home.ts';
import type { SlackContext } from './slack-context.ts';

/** Everything that Slack tells us, and what is done with it. */
export function registerListeners(app: App, context: SlackContext): void {
  const typed = typedForms(context);
  hearMessages(app, context);
  hearPresses(app, context, typed);
  hearModals(app, context, typed);
  hearCommands(app, context);
  hearShortcuts(app, context);
  hearSearches(app, context);
  keepHome(app, context);
  followChannels(app, context);
  followPeople(app, context);
}
