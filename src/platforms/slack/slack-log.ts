import { LogLevel, type Logger } from '@slack/bolt';
import type { Log } from '../../application/ports.ts';

/** How messages of the SDK begin, and what is written for them: they may go on with what a person wrote or a token. */
const KNOWN: readonly (readonly [string, string])[] = [
  [
    'Failed to parse and verify the request data',
    'a request of Slack was refused: its signature does not hold',
  ],
  ['Authorization of incoming event did not succeed', 'a request of Slack was refused: another workspace'],
  ['Request body exceeded', 'a request of Slack was refused: too large'],
  ['Malformed request body', 'a request of Slack was refused: unreadable'],
  ['An incoming event was not acknowledged', 'a request of Slack was not answered in time'],
  ['An unhandled error occurred', 'a request of Slack could not be worked on'],
];

/** The SDK's own log, in words of ours alone. What it writes for developers is left out: it quotes bodies. */
export function slackLog(log: Log): Logger {
  const told = (messages: readonly unknown[], otherwise: string): string => {
    const first = String(messages[0]);
    return KNOWN.find(([begin]) => first.startsWith(begin))?.[1] ?? otherwise;
  };
  // The kind of an error and its code are the SDK's or ours; its message may quote what a person wrote.
  const kindOf = ([first]: readonly unknown[]) => {
    if (!(first instanceof Error)) return {};
    return { error: first.name, ...('code' in first && { code: String(first.code) }) };
  };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...messages: unknown[]) => log.warn(told(messages, 'Slack warns'), kindOf(messages)),
    error: (...messages: unknown[]) => log.error(told(messages, 'Slack failed'), kindOf(messages)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
