import { phrase, type Phrase } from '../../domain/phrase.ts';
import { COMMAND } from './hear-commands.ts';
import { REPORT_MESSAGE_SHORTCUT, REPORT_SHORTCUT } from './hear-shortcuts.ts';
import { EVENTS_PATH } from './listen-http.ts';
import { botScopes, usedEvents } from './slack-uses.ts';

/**
 * The app as Slack has to know it (https://docs.slack.dev/reference/app-manifest), made from what the code uses.
 * @param address where Slack reaches us, e.g. https://tsutae.example; null for Socket Mode
 */
export function slackManifest(address: string | null, say: (text: Phrase) => string): object {
  const url = address === null ? null : new URL(EVENTS_PATH, address).href;
  return {
    display_information: {
      name: say(phrase('person.system')),
      description: say(phrase('slack.app.description')),
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'tsutae', always_online: true },
      shortcuts: [
        {
          type: 'global',
          callback_id: REPORT_SHORTCUT,
          name: say(phrase('slack.shortcut.report')),
          description: say(phrase('slack.shortcut.report.what')),
        },
        {
          type: 'message',
          callback_id: REPORT_MESSAGE_SHORTCUT,
          name: say(phrase('slack.shortcut.report_message')),
          description: say(phrase('slack.shortcut.report_message.what')),
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          description: say(phrase('slack.app.command')),
          usage_hint: say(phrase('slack.command.help')),
          should_escape: false,
          ...(url !== null && { url }),
        },
      ],
    },
    oauth_config: { scopes: { bot: botScopes() } },
    settings: {
      event_subscriptions: {
        bot_events: [...usedEvents().keys()].sort(),
        ...(url !== null && { request_url: url }),
      },
      interactivity: {
        is_enabled: true,
        ...(url !== null && { request_url: url, message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}
