import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/organization.ts';
import { linesOf, type Player, type Stage } from '../../support/stage/stage.ts';
import { files, itIs, last } from './play.ts';
import { WORDS } from './script.ts';

const RISK = 'risk-compliance';

/** Scene 17: whoever is away is stood in for, and whoever leaves is succeeded. */
export function absence(at: () => Stage): void {
  describe('17: an absent holder', () => {
    let reporter: Player;
    let deputy: Player;
    let number = '';
    const change = (id: string, to: (person: Person) => Partial<Person>) => {
      const people = at().world.organized.catalogue.organization.people as Map<string, Person>;
      const person = people.get(id);
      if (!person) throw new Error(`nobody is called ${id}`);
      people.set(id, { ...person, ...to(person) });
    };
    beforeAll(async () => {
      change('mori', () => ({ deputies: [{ person: 'abe', from: '2026-11-26', until: '2026-11-26' }] }));
      itIs(at(), '2026-11-25 16:00');
      reporter = await at().reporter('yamada');
      deputy = await at().handler('abe');
      number = (await files(at(), reporter, WORDS.mishanded, '1人', '見ていない')).number;
      const mori = await at().handler('mori');
      await mori.pressesCard(RISK, number, '担当になる');
    });

    it('has nobody in their place before they are away', async () => {
      await deputy.pressesCard(RISK, number, '報告者に質問');
      expect(deputy.told()).toEqual([
        at().world.organized.words.say(at().world.organized.words.problem({ kind: 'not_found' }), 'ja'),
      ]);
    });

    it('has a deputy who acts for them and is named as such', async () => {
      itIs(at(), '2026-11-26 09:00');
      await deputy.pressesCard(RISK, number, '報告者に質問');
      expect(deputy.opened()?.text).toContain('森さんが不在のため、代理として行います。');
      expect(await deputy.fills({ text: '封筒は閉じていましたか' })).toEqual([]);
      await deputy.sends();
      expect(linesOf(last(reporter))).toContain('封筒は閉じていましたか');
      expect(at().card(RISK, number)?.text).toContain('森の代理の阿部');
      expect((await at().world.report(number)).holder).toBe('mori');
    });

    it('leaves their work to whoever has begun in their post, and nothing without anybody', async () => {
      change('mori', ({ posts }) => ({ posts: posts.map((post) => ({ ...post, until: '2026-11-26' })) }));
      change('chiba', ({ posts }) => ({
        posts: [
          ...posts.map((post) => ({ ...post, until: '2026-11-26' })),
          {
            unit: RISK,
            roles: ['staff', 'handler', 'risk_compliance'],
            from: '2026-11-27',
            until: null,
          },
        ],
      }));
      const successor = await at().handler('chiba');
      itIs(at(), '2026-11-27 09:00');
      await at().world.house.daily.handOver();
      await at().world.settle();
      expect(linesOf(last(successor)).slice(0, 2)).toEqual([
        '森さんの担当だった1件が、あなたの担当になりました。',
        `対象：${number}`,
      ]);
      expect(at().card(RISK, number)?.text).toContain('担当：千葉');
    });
  });
}
