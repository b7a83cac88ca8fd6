import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { evaluatedProposal, fileMishanded, filled, labels, submitForm } from './steps.ts';

const ASKED_OF_INCIDENT = '別の方の通知書を窓口でお渡ししてしまったときは、どうすればいいですか？';
const ASKED_OF_PROPOSAL = '番号札の表示が小さいときは、どうすればいいですか？';
const ANSWER = 'その日のうちに拠点長とお詫びに伺い、受領書をもらってください。';
const WHY = '待ち時間の長い20か所で、先に効果を確かめるためです。';
const NOTHING = 'あなたが見られる範囲には、答えが見つかりませんでした。';

const A_QUESTION: Partial<Understanding> = {
  label: 'other',
  decision: 'assume',
  items: [],
  drill: false,
  command: null,
};

let world: World;
let incident: Report;
let proposal: Report;
beforeAll(async () => {
  world = await aWorld({
    understands: { [ASKED_OF_INCIDENT]: A_QUESTION, [ASKED_OF_PROPOSAL]: A_QUESTION },
  });
  incident = await fileMishanded(world, 'yamada');
  await world.pressCard('tanaka', incident.number, 'take');
  proposal = await evaluatedProposal(world, 'suzuki', '番号札の表示が小さいので、大きくしたいです', '番号札');
}, WORLD_READY_MS);
afterAll(() => world.close());

async function told(person: string, question: string) {
  await world.say(person, question);
  return world.last(person);
}

describe('a question about what was reported before', () => {
  it('finds nothing while nobody has answered or decided', async () => {
    expect((await told('mori', ASKED_OF_INCIDENT)).text).toContain(NOTHING);
    expect((await told('nishida', ASKED_OF_PROPOSAL)).text).toContain(NOTHING);
  });

  it('is answered from a past answer that the person may see, with its source', async () => {
    const answer = { kind: filled.choice('final'), text: filled.text(ANSWER) };
    await submitForm(world, 'tanaka', 'answer', incident.number, answer);
    for (const person of ['mori', 'yamada', 'yamaguchi']) {
      const found = await told(person, ASKED_OF_INCIDENT);
      expect(found.text).toContain(incident.number);
      expect(found.text).toContain('お詫びに伺い、受領書をもらって');
      expect(labels(found)).toContain(`${incident.number}を見る`);
    }
  });

  it('is never answered from one that they may not see: not its words, nor that it is there', async () => {
    expect((await world.report(incident.number)).visibility).toBe('restricted');
    for (const person of ['suzuki', 'sato', 'kudo']) {
      const before = (await world.heard(person)).length;
      await world.say(person, ASKED_OF_INCIDENT);
      const said = JSON.stringify((await world.heard(person)).slice(before));
      expect(said).not.toContain(incident.number);
      expect(said).not.toContain('受領書');
      expect((await world.last(person)).text).toContain(NOTHING);
    }
  });

  it('is a view of what it is answered from, where that is restricted', async () => {
    const views = await world.house.store.reports.views(incident.id, 50);
    const answered = views.filter(({ by }) => by === 'answer').map(({ person }) => person);
    expect(answered).toEqual(['yamaguchi', 'yamada', 'mori']);
  });

  it('is answered from a decision, in the words that its proposer was told', async () => {
    await submitForm(world, 'kato', 'decide', proposal.number, {
      outcome: filled.choice('partly_adopted'),
      due: filled.date('2027-03-31'),
      reason: filled.text(WHY),
    });
    const found = await told('nishida', ASKED_OF_PROPOSAL);
    expect(found.text).toContain(proposal.number);
    expect(found.text).toContain('待ち時間の長い20か所で、先に効果を確かめるため');
    expect(found.text).not.toContain(incident.number);
  });
});
