import {
  checkMessage as flawsOfMessage,
  checkView as flawsOfView,
  type Flaw,
} from '../slack-limits/check-limits.ts';
import { SlackApiError } from './slack-error.ts';
import type { FakeBlock } from './workspace.ts';

/** Refuses what Slack would refuse, and says where. */
export function checkMessage(text: string, blocks: readonly FakeBlock[]): void {
  refuse(flawsOfMessage({ text, blocks }), 'invalid_blocks');
}

export function checkView(view: Record<string, unknown>): void {
  refuse(flawsOfView(view), 'invalid_arguments');
}

function refuse(flaws: readonly Flaw[], error: string): void {
  if (flaws.length > 0)
    throw new SlackApiError(error, {
      response_metadata: { messages: flaws.map((one) => JSON.stringify(one)) },
    });
}
