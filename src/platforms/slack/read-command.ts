import type { Words } from '../../application/ports.ts';
import { phrase } from '../../domain/phrase.ts';
import type { ChatList } from '../../domain/short-list-view.ts';
import { LOCALES, type Locale } from '../../domain/organization.ts';

/** What was typed after `/tsutae`. */
export type SlackCommand =
  | { kind: 'help' }
  /** With what is to be reported, or with nothing yet. */
  | { kind: 'report'; text: string }
  | { kind: 'list'; list: ChatList }
  | { kind: 'connect'; unit: string }
  | { kind: 'disconnect' }
  | { kind: 'language'; locale: Locale | null }
  /** None of ours: its first word. */
  | { kind: 'unknown'; word: string };

/** Sub-commands in the order of the help. */
export const SUB_COMMANDS = [
  'report',
  'mine',
  'tasks',
  'overdue',
  'help',
  'language',
  'connect',
  'disconnect',
] as const;
export type SubCommand = (typeof SUB_COMMANDS)[number];

/** Of administrators alone. */
export const FOR_ADMINISTRATORS: ReadonlySet<SubCommand> = new Set(['connect', 'disconnect']);

/** Each sub-command by its word in any language: nobody has to switch languages to be understood. */
export function readCommand(words: Pick<Words, 'say'>, typed: string): SlackCommand {
  const text = typed.normalize('NFKC').trim();
  const [word = ''] = text.split(/\s/u, 1);
  const rest = typed.trim().slice(word.length).trim();
  if (word === '') return { kind: 'help' };
  const meant = SUB_COMMANDS.find((one) => namesOf(words, one).includes(word.toLowerCase()));
  switch (meant) {
    case undefined:
      return { kind: 'unknown', word };
    case 'report':
      return { kind: 'report', text: rest };
    case 'mine':
    case 'tasks':
    case 'overdue':
      return { kind: 'list', list: meant };
    case 'help':
    case 'disconnect':
      return { kind: meant };
    case 'connect':
      return { kind: 'connect', unit: rest };
    case 'language':
      return { kind: 'language', locale: localeCalled(words, rest) };
  }
}

function namesOf(words: Pick<Words, 'say'>, command: SubCommand): string[] {
  return [
    command,
    ...LOCALES.map((locale) => words.say(phrase(`slack.command.${command}`), locale).toLowerCase()),
  ];
}

function localeCalled(words: Pick<Words, 'say'>, typed: string): Locale | null {
  const wanted = typed.normalize('NFKC').toLowerCase();
  const called = (locale: Locale) => [
    locale,
    ...LOCALES.map((reader) => words.say(phrase(`slack.language.${locale}`), reader).toLowerCase()),
  ];
  return LOCALES.find((locale) => called(locale).includes(wanted)) ?? null;
}
