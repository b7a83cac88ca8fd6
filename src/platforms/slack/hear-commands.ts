import type { App, SlashCommand } from '@slack/bolt';
import type { InboundBody } from '../../application/ports.ts';
import { notice } from '../../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { Press, View } from '../../domain/view.ts';
import type { SlackMessage } from './blocks.ts';
import { askForUnitView } from './register-unit.ts';
import { bindHere, unbindHere } from './bind-here.ts';
import { asLeft } from './keep-typed.ts';
import { openModal } from './open-modal.ts';
import { personalPlace } from './personal-place.ts';
import { FOR_ADMINISTRATORS, readCommand, SUB_COMMANDS, type SlackCommand } from './read-command.ts';
import { recogniseSender, type Sender } from './recognise-sender.ts';
import { renderMessage } from './render-message.ts';
import { OPEN_REPORT, reportForm } from './report-form.ts';
import { SLACK, type SlackContext } from './slack-context.ts';

/** The slash command; the manifest asks Slack for it. */
export const COMMAND = '/tsutae';

/** `/tsutae`: the answer is shown to whoever typed it alone; what becomes a conversation goes on in direct messages. */
export function hearCommands(app: App, context: SlackContext): void {
  app.command(COMMAND, async ({ command, ack }) => {
    const sender = await recogniseSender(context, { id: command.user_id, team: command.team_id });
    const view = await answered(context, sender, command);
    if (!view) return ack();
    const locale = sender.kind === 'stranger' ? 'ja' : sender.locale;
    const [message] = renderMessage(view, (text) => context.words.say(text, view.language ?? locale));
    await ack(ephemeral(message));
  });
}

function ephemeral(message: SlackMessage | undefined) {
  if (!message) throw new Error('an answer without a message');
  return { response_type: 'ephemeral' as const, text: message.text, blocks: message.blocks };
}

/** Null when a modal answers. */
async function answered(context: SlackContext, sender: Sender, typed: SlashCommand): Promise<View | null> {
  switch (sender.kind) {
    case 'stranger':
      return notice([phrase('problem.unknown_person')]);
    case 'guest':
      return notice([phrase('reach.guest')]);
    case 'unknown':
      return askForUnitView();
    case 'known':
      return obeyed({ context, sender, typed }, readCommand(context.words, typed.text));
  }
}

interface Commanding {
  context: SlackContext;
  sender: Extract<Sender, { kind: 'known' }>;
  typed: SlashCommand;
}

async function obeyed(commanding: Commanding, command: SlackCommand): Promise<View | null> {
  const { context, sender, typed } = commanding;
  switch (command.kind) {
    case 'help':
      return helpView();
    case 'unknown':
      return helpView(phrase('slack.command.unknown', { word: command.word }));
    case 'report':
      return command.text === '' ? beginReport(commanding) : received(commanding, command.text);
    case 'list':
      return pressed(commanding, { action: command.list });
    case 'language':
      return command.locale === null
        ? notice([phrase('slack.language.ask')])
        : pressed(commanding, { action: command.locale === 'en' ? 'in_english' : 'in_japanese' });
    case 'connect':
      return notice([await bindHere(context, sender.person, typed.channel_id, command.unit)]);
    case 'disconnect':
      return notice([await unbindHere(context, sender.person, typed.channel_id)]);
  }
}

async function beginReport({ context, sender, typed }: Commanding): Promise<View | null> {
  const opened = await openModal(context, {
    triggerId: typed.trigger_id,
    view: await asLeft(context, sender.person, reportForm('')),
    locale: sender.locale,
    stacked: false,
    options: { opener: OPEN_REPORT },
  });
  return opened ? null : notice([phrase('slack.press_again')]);
}

function received(commanding: Commanding, text: string): Promise<View> {
  return receive(commanding, { kind: 'said', text, attachments: 0 });
}

function pressed(commanding: Commanding, press: Press): Promise<View> {
  return receive(commanding, { kind: 'pressed', press });
}

async function receive({ context, sender, typed }: Commanding, body: InboundBody): Promise<View> {
  const done = await context.edge.receive({
    platform: SLACK,
    eventId: `command:${typed.trigger_id}`,
    person: sender.person,
    place: personalPlace(sender.person),
    body,
  });
  if (!done.ok) return notice([context.words.problem(done.problem)]);
  return notice([phrase(typed.channel_id.startsWith('D') ? 'slack.received' : 'slack.answered_in_dm')]);
}

export function helpView(before?: Phrase): View {
  const lines = SUB_COMMANDS.map((one) =>
    phrase(FOR_ADMINISTRATORS.has(one) ? 'slack.command.line.administrator' : 'slack.command.line', {
      command: `${COMMAND} `,
      word: phrase(`slack.command.${one}`),
      what: phrase(`slack.command.${one}.what`),
    }),
  );
  return notice([...(before ? [before] : []), phrase('slack.command.intro'), ...lines]);
}
