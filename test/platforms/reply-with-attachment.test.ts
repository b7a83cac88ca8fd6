import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWeb } from '../../src/compose/platforms.ts';
import { noteText } from '../../src/domain/note.ts';
import type { Report } from '../../src/domain/report.ts';
import { fileMishanded, filled, submitForm } from '../scenes/steps.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { aTeams, type Teams } from '../support/fake-teams/a-teams.ts';
import { slackWorld, type SlackWorld } from '../support/slack-world.ts';
import { signedInClient, type WebClient } from '../support/web-world.ts';

const PHOTO = 'photo-of-the-envelope.png';
const REFUSED = '画像は受け取れません。文字で書いてください。';
const SENT = '担当に届けました。';
const WORDS = '封筒に入っていました';

/** A report of yamada's with a question of the department. */
async function askedMishanded(world: World): Promise<Report> {
  const report = await fileMishanded(world, 'yamada');
  await world.pressCard('tanaka', report.number, 'take');
  return report;
}

const ask = (world: World, { number }: Report, words: string) =>
  submitForm(world, 'tanaka', 'ask', number, { text: filled.text(words) });

/** What the reporter has replied, as the ledger has it. */
const replies = async (world: World, { number }: Report): Promise<string[]> =>
  (await world.report(number)).steps.flatMap(({ kind, note }) =>
    kind === 'replied' ? [note ? noteText(note) : ''] : [],
  );

const keepsNoTrace = async (world: World) => expect(await world.everythingStored()).not.toContain(PHOTO);

describe('a reply with a picture in Slack', () => {
  let world: SlackWorld;
  let report: Report;
  const files = [
    { id: 'F0001', name: PHOTO, mimetype: 'image/png', url_private: `https://files.example/${PHOTO}` },
  ];
  beforeAll(async () => {
    world = await slackWorld();
    report = await askedMishanded(world);
    await world.person('yamada').write('こんにちは');
    await world.settle();
  }, WORLD_READY_MS);
  afterAll(() => world.close());

  const write = async (text: string, over = {}) => {
    await world.person('yamada').write(text, over);
    await world.settle();
  };
  const begin = async () => {
    await world.person('yamada').press('答える');
    await world.settle();
  };

  it('is passed on in its words alone, and says that the picture was not', async () => {
    await ask(world, report, '封筒に入っていましたか');
    await begin();
    await write(WORDS, { subtype: 'file_share', files });
    expect(world.person('yamada').heard().slice(-2)).toEqual([REFUSED, SENT]);
    expect(await replies(world, report)).toEqual([WORDS]);
    await keepsNoTrace(world);
  });

  it('without words is refused, and the question stands', async () => {
    await ask(world, report, '封筒は閉じていましたか');
    await begin();
    await write('', { subtype: 'file_share', files });
    expect(world.person('yamada').heard().slice(-2)[0]).toBe(REFUSED);
    expect(await replies(world, report)).toHaveLength(1);
    await write('閉じていました');
    expect(await replies(world, report)).toEqual([WORDS, '閉じていました']);
    await keepsNoTrace(world);
  });
});

describe('a reply with a picture in Teams', () => {
  let teams: Teams;
  let report: Report;
  /** Teams repeats the words of a message as HTML beside it: that is no file. */
  const attachments = (text: string) => [
    { contentType: 'image/png', contentUrl: `https://files.example/${PHOTO}`, name: PHOTO },
    { contentType: 'text/html', content: `<p>${text}</p>` },
  ];
  beforeAll(async () => {
    teams = await aTeams();
    await teams.say('yamada', 'こんにちは');
    report = await askedMishanded(teams.world);
    await teams.say('yamada', 'こんにちは');
  }, WORLD_READY_MS);
  afterAll(() => teams.close());

  const write = (text: string) =>
    teams.deliver(teams.activity('yamada', { type: 'message', text, attachments: attachments(text) }));

  it('is passed on in its words alone, and says that the picture was not', async () => {
    await ask(teams.world, report, '封筒に入っていましたか');
    await teams.press('yamada', '答える');
    await write(WORDS);
    expect(teams.heard('yamada').slice(-2)).toEqual([REFUSED, SENT]);
    expect(await replies(teams.world, report)).toEqual([WORDS]);
    await keepsNoTrace(teams.world);
  });

  it('without words is refused, and the question stands', async () => {
    await ask(teams.world, report, '封筒は閉じていましたか');
    await teams.press('yamada', '答える');
    await write('');
    expect(teams.heard('yamada').slice(-2)[0]).toBe(REFUSED);
    expect(await replies(teams.world, report)).toHaveLength(1);
    await teams.say('yamada', '閉じていました');
    expect(await replies(teams.world, report)).toEqual([WORDS, '閉じていました']);
    await keepsNoTrace(teams.world);
  });
});

describe('a reply with a picture at the page', () => {
  let world: World;
  let client: WebClient;
  let report: Report;
  beforeAll(async () => {
    world = await aWorld({ platforms: [openWeb] });
    const started = await world.house.start();
    if (!started.ok) throw new Error(started.problem.kind);
    client = await signedInClient(started.value.address, 'yamada');
    report = await askedMishanded(world);
  }, WORLD_READY_MS);
  afterAll(() => world.close());

  it('cannot be sent: what holds more than words is refused as a whole, and words alone arrive', async () => {
    await ask(world, report, '封筒に入っていましたか');
    await world.press('yamada', '答える');
    const body = { eventId: randomUUID(), place: 'me:yamada', text: WORDS };
    const refused = await client.post('/messages', {
      ...body,
      attachments: [{ name: PHOTO, data: 'iVBORw0KGgo=' }],
    });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ message: expect.any(String) as string });
    await world.settle();
    expect(await replies(world, report)).toEqual([]);
    expect((await client.post('/messages', body)).status).toBe(202);
    await world.settle();
    expect(await replies(world, report)).toEqual([WORDS]);
    await keepsNoTrace(world);
  });
});
