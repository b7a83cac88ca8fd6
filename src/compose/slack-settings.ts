import { readFileSync } from 'node:fs';
import type { Secret, SlackSettings as Configured } from '../config.ts';
import type { SlackSettings } from '../platforms/slack/slack-settings.ts';

/**
 * What Slack is reached by, as it is at each moment: a secret out of a file is that of the file as it is now.
 * @throws when a file cannot be read the first time
 */
export function slackSettings({ botToken, apiUrl, transport }: Configured): SlackSettings {
  return {
    apiUrl,
    botToken: secretNow(botToken),
    transport:
      transport.kind === 'http'
        ? { ...transport, signingSecret: secretNow(transport.signingSecret) }
        : { ...transport, appToken: secretNow(transport.appToken) },
  };
}

/**
 * Out of a file it is read for each use, so that whoever replaces it need not start the program again; while the file
 * is away or empty, what was read last goes on.
 */
function secretNow(secret: Secret): () => string {
  if (typeof secret === 'string') return () => secret;
  let last = readFileSync(secret.file, 'utf8').trim();
  return () => {
    last = readAgain(secret.file) || last;
    return last;
  };
}

function readAgain(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
