import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORLD_READY_MS, type World } from '../support/a-world.ts';
import { MISHANDED } from '../scenes/steps.ts';

/** One of the living cards of a channel, as it reads. */
export interface SeenCard {
  text: string;
  buttons: string[];
}

/** A person at a client of the platform; everything they do goes in through its edge. */
export interface PlatformPerson {
  /** In their own conversation with the bot. */
  say(text: string): Promise<void>;
  /** The newest button with this label in their own conversation. */
  press(label: string): Promise<void>;
  /** A button of the card of a report in a channel. */
  pressCard(unit: string, number: string, label: string): Promise<void>;
  /** Fills in fields of the form that is open, by what they are called, and sends it as it is asked for. */
  fill(values: Readonly<Record<string, string>>): Promise<void>;
  /** What is to be mended in the form that is open. */
  errors(): Promise<string[]>;
  /** What the bot has said to them, oldest first. */
  heard(): Promise<string[]>;
}

/** A house with the platform in front of it. */
export interface PlatformWorld {
  world: World;
  person(id: string): Promise<PlatformPerson>;
  /** Cards of a report in the channel of a unit; one, whatever happens. */
  cards(unit: string, number: string): Promise<SeenCard[]>;
  /** Everything that stands in the channel of a unit, as text. */
  channel(unit: string): Promise<string>;
  close(): Promise<void>;
}

const RISK = 'risk-compliance';
const VIOLATION = '課長に、受付日をさかのぼって書けと言われてます';
const PENSION_NUMBER = '1234-567890';

/** What every platform has to do, played over the real house. */
export function platformContract(name: string, open: () => Promise<PlatformWorld>): void {
  describe(`a platform: ${name}`, () => {
    let at: PlatformWorld;
    let reporter: PlatformPerson;
    let handler: PlatformPerson;
    let number: string;
    beforeAll(async () => {
      at = await open();
      reporter = await at.person('yamada');
      handler = await at.person('tanaka');
    }, WORLD_READY_MS);
    afterAll(() => at.close());

    const last = async (person: PlatformPerson) => (await person.heard()).at(-1) ?? '';
    const card = async () => {
      const cards = await at.cards(RISK, number);
      expect(cards).toHaveLength(1);
      return cards[0] ?? { text: '', buttons: [] };
    };

    it('asks what is missing, and gives the number once it is sent', async () => {
      await reporter.say(MISHANDED);
      expect(await last(reporter)).toContain('何人分ですか');
      await reporter.press('1人');
      await reporter.press('見ていない');
      await reporter.press('送信');
      number = /INC-\d\d-[0-9A-Z]{5}/.exec(await last(reporter))?.[0] ?? '';
      expect((await at.world.filed('yamada')).map((report) => report.number)).toEqual([number]);
    });

    it('shows the card in the channel of the department, with its buttons', async () => {
      const { text, buttons } = await card();
      expect(text).toContain(number);
      expect(text).toContain('受付確認待ち');
      expect(buttons).toEqual(['受付確認', '担当になる', '転送', 'くわしく']);
    });

    it('changes the card in place when somebody acts, and tells the reporter', async () => {
      await handler.pressCard(RISK, number, '受付確認');
      expect((await card()).text).toContain('受付確認済');
      expect(await last(reporter)).toContain('受付確認');
      await handler.pressCard(RISK, number, '担当になる');
      expect((await card()).text).toContain('（田中）');
    });

    it('names what is to be mended in a form, and keeps the form open', async () => {
      await handler.pressCard(RISK, number, '報告者に質問');
      await handler.fill({ 質問: '' });
      expect(await handler.errors()).not.toEqual([]);
    });

    it('brings a question to the reporter alone, and the answer back', async () => {
      await handler.fill({ 質問: '通知書は封筒に入っていましたか' });
      expect(await last(reporter)).toContain('通知書は封筒に入っていましたか');
      await reporter.press('答える');
      await reporter.say('入っていました');
      expect(await last(reporter)).toBe('担当に届けました。');
      expect((await handler.heard()).join('\n')).toContain('「入っていました」');
    });

    it('refuses who may not act, and changes nothing', async () => {
      const before = await card();
      await reporter.pressCard(RISK, number, '状況更新');
      expect(await card()).toEqual(before);
      expect((await at.world.report(number)).steps.at(-1)?.kind).toBe('replied');
    });

    it('keeps no personal number anywhere, and says that it was hidden', async () => {
      const lee = await at.person('watanabe');
      await lee.say(`基礎年金番号${PENSION_NUMBER}のお客様に、別の方の通知書を送りました`);
      expect((await lee.heard()).join('\n')).toContain('基礎年金番号を隠しました');
      expect(await at.world.everythingStored()).not.toContain(PENSION_NUMBER);
    });

    it('stops what may be a violation: nothing of it is stored, no channel hears of it', async () => {
      const suzuki = await at.person('suzuki');
      const before = await at.channel('compliance-desk');
      await suzuki.say(VIOLATION);
      expect(await last(suzuki)).toContain('ここで止めます。');
      expect(await at.world.everythingStored()).not.toContain('さかのぼって');
      expect(await at.channel('compliance-desk')).toBe(before);
      expect(await at.world.filed('suzuki')).toEqual([]);
    });

    it('answers in the language of the reader', async () => {
      const lee = await at.person('lee');
      await lee.say('I gave a notice to the wrong person this morning. Got it back.');
      expect((await lee.heard()).join('\n')).toContain('I read this as');
    });
  });
}
