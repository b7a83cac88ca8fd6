import { z } from 'zod';
import { COMMON_LOCALE } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';
import { plain, type Block, type SlackMessage } from './blocks.ts';
import type { SlackContext } from './slack-context.ts';

const text = z.looseObject({ text: z.string() });
const schema = z.looseObject({
  actions: z.array(z.looseObject({ text: text.optional() })).min(1),
  message: z.looseObject({ text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) }),
});

/**
 * A question with the answer that was pressed in place of its buttons, as everybody reads back later what was said. The
 * button has the words of the reader already.
 * @param body of a `block_actions` payload
 */
export function answeredMessage(body: unknown, { words }: Pick<SlackContext, 'words'>): SlackMessage | null {
  const read = schema.safeParse(body);
  const pressed = read.data?.actions[0]?.text?.text;
  if (!read.success || pressed === undefined) return null;
  const { message } = read.data;
  const kept = message.blocks.filter(({ type }) => type !== 'actions') as unknown as Block[];
  const said = words.say(phrase('slack.pressed', { label: pressed }), COMMON_LOCALE);
  return { text: message.text, blocks: [...kept, { type: 'context', elements: [plain(said)] }] };
}
