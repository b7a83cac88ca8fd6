import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileMishanded, filled, MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

const SUSPECTED = '上司に毎日みんなの前で怒鳴られて、つらいです。パワハラだと思います';
const AS_LEFT = '前に書きかけたものを、入れてあります。';

let world: SlackWorld;
let risk: string;
beforeAll(async () => {
  world = await slackWorld();
  risk = channelOf(world, 'risk-compliance');
}, WORLD_READY_MS);
afterAll(() => world.close());

const held = (person: FakePerson) => JSON.stringify(person.modal()?.blocks ?? []);
/** Typed into the modal that is open, which is closed then; Slack says nothing of what it held. */
const typedAndClosed = (person: FakePerson, fields: Record<string, string>) => person.closeModal(fields);
/** Slack is answered before what was typed is kept. */
async function typedAndKept(person: FakePerson, fields: Record<string, string>, kept: string): Promise<void> {
  await typedAndClosed(person, fields);
  await expect.poll(everythingKept, { timeout: 10_000 }).toContain(kept);
}

async function everythingKept(): Promise<string> {
  const stored = JSON.parse(await world.everythingStored()) as { of: string }[][];
  return JSON.stringify(stored.flat().filter(({ of }) => of.endsWith('kept_form')));
}

describe('the form of a draft that is closed', () => {
  it('goes on with what was typed, in the conversation and when it is opened again', async () => {
    const abe = world.person('abe');
    await abe.write(MISHANDED);
    await world.settle();
    await abe.press('まとめて書く');
    await typedAndClosed(abe, { 概要: '窓口で、封筒を取り違えた', people: '？？' });
    await world.settle();
    expect(abe.heard().at(-1)).toContain('何人分ですか');
    await abe.press('まとめて書く');
    expect(held(abe)).toContain('窓口で、封筒を取り違えた');
    expect(held(abe)).toContain('？？');
  });
});

describe('「報告する」 that is closed', () => {
  it('opens again as it was left, wherever it is opened, until it is sent', async () => {
    const suzuki = world.person('suzuki');
    await suzuki.shortcut('report');
    expect(held(suzuki)).not.toContain(AS_LEFT);
    await typedAndKept(suzuki, { 何がありましたか: MISHANDED }, MISHANDED);
    await suzuki.command('report');
    expect(held(suzuki)).toContain(MISHANDED);
    expect(suzuki.modalText()).toContain(AS_LEFT);
    await suzuki.submit();
    await world.settle();
    expect(suzuki.heard().at(-1)).toContain('何人分ですか');
    await suzuki.shortcut('report');
    expect(held(suzuki)).not.toContain(MISHANDED);
  });

  it('about a message is that message’s alone', async () => {
    const ishii = world.person('ishii');
    const said = {
      channel: risk,
      ts: world.slack.nextTs(),
      thread: null,
      user: 'U0ABE',
      text: '床が濡れていた',
    };
    const message = { ...said, blocks: [], metadata: null, isEdited: false, isDeleted: false };
    await ishii.shortcut('report_message', message);
    await typedAndKept(ishii, { 何がありましたか: '二階の床が濡れていた' }, '二階の床');
    await ishii.shortcut('report');
    expect(held(ishii)).not.toContain('床が濡れていた');
    await ishii.closeModal();
    await ishii.shortcut('report_message', message);
    expect(held(ishii)).toContain('二階の床が濡れていた');
  });

  it('keeps nothing of what may be a compliance matter', async () => {
    const kikuchi = world.person('kikuchi');
    await kikuchi.shortcut('report');
    await typedAndClosed(kikuchi, { 何がありましたか: SUSPECTED });
    // What was typed later is kept: what was typed before has had its turn.
    const abe = world.person('abe');
    await abe.shortcut('report');
    await typedAndKept(abe, { 何がありましたか: '傘立てが倒れていた' }, '傘立て');
    expect(await world.everythingStored()).not.toContain(SUSPECTED);
    await kikuchi.shortcut('report');
    expect(held(kikuchi)).not.toContain(SUSPECTED);
  });
});

describe('the form of an act that is closed', () => {
  const question = '090-1234-5678 の方に、封筒を渡しましたか';

  async function asked(): Promise<{ number: string; tanaka: FakePerson }> {
    const { number } = await fileMishanded(world, 'yamada');
    const tanaka = world.person('tanaka');
    await tanaka.pressCard(risk, number, '担当になる');
    await world.settle();
    await tanaka.pressCard(risk, number, '報告者に質問');
    await typedAndKept(tanaka, { 質問: question }, '封筒を渡しましたか');
    return { number, tanaka };
  }

  it('opens again as it was left, masked, for that report and person alone, until it is sent', async () => {
    const { number, tanaka } = await asked();
    expect(await world.everythingStored()).not.toContain('090-1234-5678');
    await tanaka.pressCard(risk, number, '報告者に質問');
    expect(held(tanaka)).toContain('の方に、封筒を渡しましたか');
    expect(held(tanaka)).not.toContain('090-1234-5678');
    const mori = world.person('mori');
    world.slack.workspace.channels.get(risk)?.members.add(mori.user);
    await mori.pressCard(risk, number, '報告者に質問');
    expect(mori.modal()).not.toBeNull();
    expect(held(mori)).not.toContain('封筒を渡しましたか');
    await tanaka.submit();
    await tanaka.submit();
    await world.settle();
    expect((await world.report(number)).steps.at(-1)?.kind).toBe('asked');
    await tanaka.pressCard(risk, number, '報告者に質問');
    expect(held(tanaka)).not.toContain('封筒を渡しましたか');
  });

  it('keeps nothing of what a person may not do', async () => {
    const { number } = await fileMishanded(world, 'yamada');
    const press = { action: 'ask_form', report: number };
    const { edge } = world.house;
    const typed = { press, values: { text: filled.text('よそ者の質問') }, version: 1 };
    await edge.keepForm('watanabe', typed);
    expect(await edge.keptForm('watanabe', press)).toBeNull();
    await edge.keepForm('tanaka', typed);
    expect(await edge.keptForm('tanaka', press)).toEqual(typed.values);
  });

  it('is forgotten after a week', async () => {
    const { number, tanaka } = await asked();
    world.clock.pass(7 * 24 * 60 + 1);
    await tanaka.pressCard(risk, number, '報告者に質問');
    expect(held(tanaka)).not.toContain('封筒を渡しましたか');
  });
});
