import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { readControlBlockId } from '../../../src/platforms/slack/control-block.ts';
import { stateOf } from '../../platforms/slack/slack-client.ts';
import type { Delivery } from './deliver-requests.ts';
import { directChannel, type FakeSlack } from './fake-slack.ts';
import { viewOf } from './web-api.ts';
import {
  buttonsOf,
  textOf,
  type FakeBlock,
  type FakeElement,
  type FakeMessage,
  type FakeView,
} from './workspace.ts';

/** What people do in Slack's client. */
export interface FakePerson {
  user: string;
  /** Writes to the bot in their own conversation. */
  write(text: string, over?: Record<string, unknown>): Promise<Delivery>;
  /** Calls the bot in a channel. */
  mention(channel: string, text: string): Promise<Delivery>;
  /** Presses the newest button with this label that they can see: in their own conversation, or in a channel. */
  press(label: string, channel?: string): Promise<Delivery>;
  /** Presses a button under a message in a channel in which this text stands. */
  pressCard(channel: string, text: string, label: string): Promise<Delivery>;
  /** Presses a button of a message as it was when they saw it, whatever has become of it. */
  pressSeen(seen: FakeMessage, label: string): Promise<Delivery>;
  /** Writes under a message. */
  reply(channel: string, root: string, text: string): Promise<Delivery>;
  /** Writes under a message, and changes it, and takes it away. */
  replyAndRegret(channel: string, root: string, text: string, instead: string): Promise<Delivery[]>;
  /** Presses a button of the modal that is open. */
  pressInModal(label: string): Promise<Delivery>;
  /** Presses a button of the Home tab. */
  pressHome(label: string): Promise<Delivery>;
  /** Chooses another option of a menu of the Home tab. */
  chooseHome(label: string, option: string): Promise<Delivery>;
  /**
   * Fills in what is called so, or has this id, and sends the modal; everything else stays as it was shown. A choice is
   * one of those that are offered, by its words or its value.
   */
  submit(filled?: Readonly<Record<string, string>>): Promise<Delivery>;
  /** Fills in and closes the modal unsent. */
  closeModal(filled?: Readonly<Record<string, string>>): Promise<void>;
  /** What is offered while a text is typed into a search of the modal. */
  search(label: string, typed: string): Promise<{ text: string; value: string }[]>;
  /** The modal on top; null when none is open. */
  modal(): FakeView | null;
  /** Everything that stands in it. */
  modalText(): string;
  /** Id of their own conversation with the bot. */
  direct(): string;
  command(text: string, channel?: string): Promise<Delivery>;
  shortcut(callback: string, message?: FakeMessage): Promise<Delivery>;
  openHome(): Promise<Delivery>;
  /** What the bot has said in their own conversation, oldest first. */
  heard(): string[];
  /** Hints that they alone were shown. */
  hints(): string[];
}

interface Pressable {
  element: FakeElement;
  block: FakeBlock;
  blocks: readonly FakeBlock[];
  channel: string;
  ts: string;
  ephemeral: boolean;
}

/** https://docs.slack.dev/surfaces/modals: a view, and two upon it. */
const MOST_MODALS = 3;

export function fakePerson(slack: FakeSlack, user: string): FakePerson {
  const { workspace } = slack;
  const direct = () => directChannel(slack, user);
  const self = () => ({ id: user, username: user, name: user, team_id: workspace.users.get(user)?.team });
  let presses = 0;

  const block = (pressed: Pick<Pressable, 'element' | 'block'>, over: Record<string, unknown>) =>
    slack.interact({
      type: 'block_actions',
      user: self(),
      trigger_id: slack.triggers.give(user),
      actions: [
        {
          type: pressed.element.type,
          action_id: pressed.element.action_id,
          block_id: pressed.block.block_id,
          text: pressed.element.text,
          value: pressed.element.value,
          action_ts: `${slack.nextTs()}${(presses += 1)}`,
        },
      ],
      ...over,
    });

  const pressable = (
    label: string,
    channel: string,
    wanted: (message: { blocks: readonly FakeBlock[] }) => boolean = () => true,
  ): Pressable | undefined => {
    const shown = [
      ...slack.messagesIn(channel).map((one) => ({ ...one, ephemeral: false })),
      ...workspace.ephemerals
        .filter((one) => one.channel === channel && one.user === user)
        .map((one) => ({ ...one, ephemeral: true })),
    ].sort((a, b) => (a.ts < b.ts ? 1 : -1));
    return shown
      .filter(wanted)
      .flatMap(({ blocks, ts, ephemeral }) =>
        buttonsOf(blocks)
          .filter((button) => button.label === label)
          .map(({ element, block }) => ({ element, block, blocks, channel, ts, ephemeral })),
      )
      .at(0);
  };

  const pressed = (button: Pressable | undefined, label: string, channel: string) => {
    if (!button) throw new Error(`${user} sees no button ${label} in ${channel}`);
    const message = {
      type: 'message',
      ts: button.ts,
      text: '…',
      user: workspace.bot.user,
      blocks: button.blocks,
    };
    return block(button, {
      channel: { id: channel, name: workspace.channels.get(channel)?.name },
      container: {
        type: 'message',
        channel_id: channel,
        message_ts: button.ts,
        is_ephemeral: button.ephemeral,
      },
      ...(!button.ephemeral && { message }),
      response_url: slack.responseUrl(channel, button.ts),
      state: { values: {} },
    });
  };

  const modals = () => workspace.modals.get(user) ?? [];

  /** What Slack does with the modal once the app has answered. */
  const follow = (delivery: Delivery): Delivery => {
    if (delivery.status !== 200) return delivery;
    const answer = (delivery.answer === '' ? {} : delivery.answer) as {
      response_action?: string;
      view?: Record<string, unknown>;
    };
    const stack = modals();
    const top = stack.at(-1);
    if (answer.response_action === 'errors' || !top) return delivery;
    if (answer.response_action === 'clear') workspace.modals.set(user, []);
    else if (answer.response_action === 'update' && answer.view) {
      const view = viewOf(answer.view, user, top.id);
      // What was typed stays as long as its block does.
      const kept = Object.entries(typed.get(top.id) ?? {}).filter(([id]) =>
        view.blocks.some((one) => one.block_id === id),
      );
      typed.set(view.id, Object.fromEntries(kept));
      workspace.modals.set(user, [...stack.slice(0, -1), view]);
    } else if (answer.response_action === 'push' && answer.view) {
      if (stack.length >= MOST_MODALS) throw new Error('Slack shows no more modals upon each other');
      workspace.modals.set(user, [...stack, viewOf(answer.view, user)]);
    } else workspace.modals.set(user, stack.slice(0, -1));
    return delivery;
  };
  const typed = new Map<string, Record<string, string | null>>();

  const fillIn = async (filled: Readonly<Record<string, string>>) => {
    const view = modals().at(-1);
    if (!view) throw new Error(`${user} has no modal`);
    const changes = typed.get(view.id) ?? {};
    for (const [label, value] of Object.entries(filled)) {
      const { id, element } = controlCalled(view, label);
      changes[id] = picked(element, value);
    }
    typed.set(view.id, changes);
    const state = stateOf(view.blocks as Block[], changes);
    for (const label of Object.keys(filled)) await tell(view, controlCalled(view, label).id, state);
    return { view, state };
  };

  /** What is filled in is told at once where the block asks for it, with everything else that the modal holds. */
  const tell = async (view: FakeView, id: string, state: ReturnType<typeof stateOf>) => {
    const typedIn = view.blocks.find(({ block_id }) => block_id === id);
    if (typedIn?.element && typedIn.dispatch_action === true)
      await block(
        { element: typedIn.element, block: typedIn },
        { view: { ...wire(view), state }, container: { type: 'view', view_id: view.id } },
      );
  };

  return {
    user,
    write: (text, over = {}) =>
      slack.event({
        type: 'message',
        channel: direct().id,
        channel_type: 'im',
        user,
        text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        ts: slack.nextTs(),
        team: workspace.users.get(user)?.team,
        ...over,
      }),
    mention: (channel, text) =>
      slack.event({
        type: 'app_mention',
        channel,
        user,
        text: `<@${workspace.bot.user}> ${text}`,
        ts: slack.nextTs(),
        team: workspace.users.get(user)?.team,
      }),
    press: (label, channel = direct().id) => pressed(pressable(label, channel), label, channel),
    pressCard: (channel, text, label) =>
      pressed(
        pressable(label, channel, ({ blocks }) => textOf(blocks).includes(text)),
        label,
        channel,
      ),
    pressSeen: ({ blocks, channel, ts }, label) => {
      const button = buttonsOf(blocks).find((one) => one.label === label);
      return pressed(button && { ...button, blocks, channel, ts, ephemeral: false }, label, channel);
    },
    reply: (channel, root, text) =>
      slack.event({
        type: 'message',
        channel,
        channel_type: 'channel',
        user,
        text,
        ts: slack.nextTs(),
        thread_ts: root,
        team: workspace.users.get(user)?.team,
      }),
    replyAndRegret: async (channel, root, text, instead) => {
      const ts = slack.nextTs();
      const said = { type: 'message', user, ts, thread_ts: root, team: workspace.users.get(user)?.team };
      const event = { type: 'message', channel, channel_type: 'channel' };
      const before = { ...said, text };
      const changed = { ...said, text: instead, edited: { user, ts: slack.nextTs() } };
      return [
        await slack.event({ ...event, ...before }),
        await slack.event({
          ...event,
          subtype: 'message_changed',
          ts: slack.nextTs(),
          message: changed,
          previous_message: before,
        }),
        await slack.event({
          ...event,
          subtype: 'message_deleted',
          ts: slack.nextTs(),
          deleted_ts: ts,
          previous_message: changed,
        }),
      ];
    },
    pressInModal: (label) => {
      const view = modals().at(-1);
      const button = view && buttonsOf(view.blocks).find((one) => one.label === label);
      if (!view || !button) throw new Error(`${user} sees no button ${label} in the modal`);
      const state = stateOf(view.blocks as Block[], typed.get(view.id) ?? {});
      return block(button, { view: { ...wire(view), state }, container: { type: 'view', view_id: view.id } });
    },
    pressHome: (label) => {
      const view = workspace.homes.get(user);
      const button = view && buttonsOf(view.blocks).find((one) => one.label === label);
      if (!view || !button) throw new Error(`${user} sees no button ${label} on the Home tab`);
      return block(button, { view: wire(view), container: { type: 'view', view_id: view.id } });
    },
    chooseHome: (label, chosen) => {
      const view = workspace.homes.get(user);
      const row = view?.blocks.find((one) => one.text?.text === label && one.accessory?.options);
      const option = row?.accessory?.options?.find(({ text }) => text.text === chosen);
      if (!view || !row?.accessory || !option)
        throw new Error(`${user} sees no choice ${chosen} of ${label} on the Home tab`);
      const { type, action_id } = row.accessory;
      const action = { type, action_id, block_id: row.block_id, selected_option: option };
      return slack.interact({
        type: 'block_actions',
        user: self(),
        trigger_id: slack.triggers.give(user),
        actions: [{ ...action, action_ts: `${slack.nextTs()}${(presses += 1)}` }],
        view: wire(view),
        container: { type: 'view', view_id: view.id },
      });
    },
    closeModal: async (filled = {}) => {
      const { view } = await fillIn(filled);
      workspace.modals.set(user, modals().slice(0, -1));
      // Of what was typed Slack promises nothing any more.
      if (view.notify_on_close)
        await slack.interact({ type: 'view_closed', user: self(), is_cleared: false, view: wire(view) });
    },
    submit: async (filled = {}) => {
      const { view, state } = await fillIn(filled);
      if (view.submit === null) throw new Error(`${user} has no modal to send`);
      const payload = { type: 'view_submission', user: self(), trigger_id: slack.triggers.give(user) };
      return follow(await slack.interact({ ...payload, view: { ...wire(view), state } }));
    },
    search: async (label, query) => {
      const view = modals().at(-1);
      const field = view?.blocks.find((one) => one.label?.text.startsWith(label) === true);
      if (!view || !field?.element) throw new Error(`${user} sees no search ${label}`);
      const { answer } = await slack.interact({
        type: 'block_suggestion',
        user: self(),
        action_id: field.element.action_id,
        block_id: field.block_id,
        value: query,
        view: wire(view),
      });
      const { option_groups: groups } = answer as { option_groups: { options: FakeElement['options'] }[] };
      return groups.flatMap(({ options }) =>
        (options ?? []).map((one) => ({ text: one.text.text, value: one.value })),
      );
    },
    modal: () => modals().at(-1) ?? null,
    modalText: () => textOf(modals().at(-1)?.blocks ?? []),
    direct: () => direct().id,
    command: (text, channel = direct().id) =>
      slack.command({
        command: '/tsutae',
        text,
        user_id: user,
        user_name: user,
        channel_id: channel,
        channel_name: workspace.channels.get(channel)?.name ?? 'directmessage',
        trigger_id: slack.triggers.give(user),
        response_url: 'https://hooks.slack.example/never',
      }),
    shortcut: (callback, message) =>
      slack.interact({
        type: message ? 'message_action' : 'shortcut',
        callback_id: callback,
        user: self(),
        trigger_id: slack.triggers.give(user),
        action_ts: slack.nextTs(),
        ...(message && {
          channel: { id: message.channel },
          message_ts: message.ts,
          message: { type: 'message', user: message.user, ts: message.ts, text: message.text },
          response_url: 'https://hooks.slack.example/never',
        }),
      }),
    openHome: () =>
      slack.event({
        type: 'app_home_opened',
        user,
        channel: direct().id,
        tab: 'home',
        event_ts: slack.nextTs(),
      }),
    heard: () => slack.messagesIn(direct().id).map(({ blocks }) => textOf(blocks)),
    hints: () => workspace.ephemerals.filter((one) => one.user === user).map(({ blocks }) => textOf(blocks)),
  };
}

function wire(view: FakeView): Record<string, unknown> {
  return { ...view, type: view.type, title: { type: 'plain_text', text: view.title } };
}

/** Of a list only what stands in it can be chosen: the value of what is called so, or has this value. */
function picked({ options }: FakeElement, chosen: string): string {
  if (!options) return chosen;
  const found = options.find(({ text, value }) => text.text === chosen || value === chosen);
  if (!found)
    throw new Error(`no choice ${chosen}; there are ${options.map(({ text }) => text.text).join(' | ')}`);
  return found.value;
}

/** The control of the block with this id, or whose label begins so. */
function controlCalled({ blocks }: FakeView, label: string): { id: string; element: FakeElement } {
  const inputs = blocks.filter(({ type }) => type === 'input');
  const found =
    inputs.find(({ block_id = '' }) => readControlBlockId(block_id)?.control === label) ??
    inputs.find((one) => one.label?.text.startsWith(label) === true);
  if (found?.block_id === undefined || !found.element)
    throw new Error(
      `no field ${label}; there are ${blocks.flatMap((one) => one.label?.text ?? []).join(' | ')}`,
    );
  return { id: found.block_id, element: found.element };
}
