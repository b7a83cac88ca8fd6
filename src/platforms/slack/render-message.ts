import { notificationOf } from '../../domain/notification.ts';
import { phrase } from '../../domain/phrase.ts';
import { button, line, type Button, type Press, type View } from '../../domain/view.ts';
import type { Block, SlackMessage } from './blocks.ts';
import type { Called } from './call-in.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { LIMITS, sizeOf } from './limits.ts';
import { renderButtons } from './render-buttons.ts';
import { renderLines, type Say } from './render-lines.ts';
import { renderScreens } from './render-screens.ts';

export interface MessageOptions {
  /** Who is called once, before everything else. */
  called?: Called | null;
  /**
   * What shows the whole of it to whoever asks. What does not fit one message then ends with a button for that; without
   * it goes on in the next. A message that is edited later needs it, because an edit can add no message.
   */
  full?: Press | null;
  /** What opens the form of the view beside the conversation, for a form that fits no message. */
  opener?: Press | null;
}

/**
 * A view as messages, at least one: every line, input and button, in this order. A form is never divided, because what
 * is filled in goes along with one message only: one that is too long has a button that opens it beside.
 */
export function renderMessage(view: View, say: Say, options: MessageOptions = {}): SlackMessage[] {
  const text = escapeMrkdwn(say(notificationOf(view)));
  return bodiesOf(view, say, options).map((blocks) => ({ text, blocks }));
}

function bodiesOf(
  view: View,
  say: Say,
  { called = null, full = null, opener = null }: MessageOptions,
): Block[][] {
  const head = [...(called === null ? [] : [mention(called)]), ...renderLines(view.lines, say)];
  const tail = [...renderScreens(view.inputs, say, ''), ...renderButtons(view.buttons, say)];
  const whole = [...head, ...tail];
  if (whole.length === 0) return [renderLines([line(view.fallback)], say)];
  if (fits(whole)) return [whole];
  if (view.inputs.length > 0) return [openedBeside(head, view, say, opener)];
  return full === null ? inMessages(head, tail) : [cutShort(head, view.buttons, say, full)];
}

function fits(blocks: readonly Block[]): boolean {
  return blocks.length <= LIMITS.blocks.message && sizeOf(blocks) <= LIMITS.messageBlocks;
}

/** As many blocks in each message as fit; the buttons stand together under the last. */
function inMessages(head: readonly Block[], tail: readonly Block[]): Block[][] {
  const messages: Block[][] = [[]];
  for (const part of [...head.map((block) => [block]), tail]) {
    const last = messages.at(-1) ?? [];
    if (last.length === 0 || fits([...last, ...part])) last.push(...part);
    else messages.push([...part]);
  }
  return messages;
}

/** The beginning, and a button to the whole. */
function cutShort(head: readonly Block[], buttons: readonly Button[], say: Say, full: Press): Block[] {
  const note = line(phrase('message.goes_on'), 'strong');
  const tail = [
    ...renderLines([note], say),
    ...renderButtons([button(full, phrase('btn.full'), 'primary'), ...buttons], say),
  ];
  let shown = head.length;
  while (shown > 0 && !fits([...head.slice(0, shown), ...tail])) shown -= 1;
  return [...head.slice(0, shown), ...tail];
}

function openedBeside(head: readonly Block[], { buttons }: View, say: Say, opener: Press | null): Block[] {
  if (opener === null) throw new RangeError('a form that fits no message needs what opens it');
  // What sends the form would send nothing of it from here.
  const others = buttons.filter(({ style }) => style !== 'primary');
  const note = line(phrase('message.form_beside'));
  return [
    ...head,
    ...renderLines([note], say),
    ...renderButtons([button(opener, phrase('btn.form'), 'primary'), ...others], say),
  ];
}

const USER_GROUP = /^S[A-Z0-9]+$/u;
const USER = /^[UW][A-Z0-9]+$/u;

/** The only mention there is: https://docs.slack.dev/messaging/formatting-message-text, "Mentioning groups". */
function mention(called: Called): Block {
  const text =
    'group' in called
      ? `<!subteam^${idOf(USER_GROUP, called.group)}>`
      : called.users.map((user) => `<@${idOf(USER, user)}>`).join(' ');
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** What is no id could call everybody. */
function idOf(kind: RegExp, id: string): string {
  if (!kind.test(id)) throw new RangeError('nobody is called by such an id');
  return id;
}
