import type { Words } from '../../application/ports.ts';
import type { Locale } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';

export interface AppParts {
  /** Of the app's registration. */
  appId: string;
  /** Who runs it, as people are told before they install it. */
  developer: { name: string; website: string; privacy: string; terms: string };
  version: string;
  words: Pick<Words, 'say'>;
}

const MANIFEST_VERSION = '1.17';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}`;
const ACCENT = '#1F5FA8';

/** What the menu offers; a chosen command is sent as its title, which the conversation understands as typed. */
const PERSONAL = [
  ['teams.home.title', 'teams.command.home'],
  ['btn.report', 'teams.command.report'],
  ['btn.mine', 'teams.command.mine'],
  ['btn.tasks', 'teams.command.tasks'],
  ['btn.windows', 'teams.command.windows'],
  ['btn.help', 'teams.command.help'],
] as const;
const TEAM = [
  ['teams.connect', 'teams.command.connect'],
  ['teams.disconnect', 'teams.command.disconnect'],
] as const;

/** The app as Teams installs it: for people, in teams and in group chats. */
export function manifest({ appId, developer, version, words }: AppParts, locale: Locale = 'ja'): object {
  const say = (key: string) => words.say(phrase(key), locale);
  const commands = (list: readonly (readonly [string, string])[]) =>
    list.map(([title, about]) => ({ title: say(title), description: say(about) }));
  const { name, website, privacy, terms } = developer;
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: appId,
    developer: { name, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    name: { short: say('teams.app.name'), full: say('teams.app.full_name') },
    description: { short: say('teams.app.short'), full: say('teams.app.full') },
    localizationInfo: {
      defaultLanguageTag: 'ja',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT,
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal'], commands: commands(PERSONAL) },
          { scopes: ['team'], commands: commands(TEAM) },
        ],
      },
    ],
    composeExtensions: [{ botId: appId, commands: extensionCommands(say) }],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [],
    webApplicationInfo: { id: appId, resource: `api://${appId}` },
    // Replies in the thread of a card are read without a mention; nothing else of the channel is kept.
    authorization: {
      permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
    },
  };
}

function extensionCommands(say: (key: string) => string): object[] {
  const action = { type: 'action', fetchTask: true };
  return [
    {
      id: 'report_this',
      ...action,
      context: ['message'],
      title: say('teams.report_this'),
      description: say('teams.command.report_this'),
    },
    {
      id: 'report',
      ...action,
      context: ['compose', 'commandBox'],
      title: say('btn.report'),
      description: say('teams.command.report'),
    },
    {
      id: 'find',
      type: 'query',
      context: ['compose', 'commandBox'],
      initialRun: true,
      title: say('teams.find'),
      description: say('teams.command.find'),
      parameters: [
        {
          name: 'words',
          title: say('teams.find.words'),
          description: say('teams.find.hint'),
          inputType: 'text',
        },
      ],
    },
  ];
}

/** Words of the manifest in English, by the path at which they stand in it. */
export function localization(parts: AppParts): object {
  const say = (key: string) => parts.words.say(phrase(key), 'en');
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': say('teams.app.name'),
    'name.full': say('teams.app.full_name'),
    'description.short': say('teams.app.short'),
    'description.full': say('teams.app.full'),
    ...differences(pick(manifest(parts, 'en')), pick(manifest(parts)), ''),
  };
}

function pick(one: object): object {
  const { bots, composeExtensions } = one as Record<string, unknown>;
  return { bots, composeExtensions };
}

/** What differs between two of the same shape, by path: `bots[0].commandLists[0].commands[0].title`. */
function differences(to: unknown, from: unknown, path: string): Record<string, string> {
  if (typeof to === 'string') return to === from ? {} : { [path]: to };
  if (typeof to !== 'object' || to === null) return {};
  const below = (key: string) =>
    Array.isArray(to) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
  const parts = Object.entries(to).map(([key, one]) =>
    differences(one, (from as Record<string, unknown>)[key], below(key)),
  );
  return Object.assign({}, ...parts) as Record<string, string>;
}
