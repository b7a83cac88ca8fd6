import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportType } from '../../src/domain/report-type.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { lastFiled, lines, MISHANDED } from './steps.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

/** What an administrator does to intents/incident.yaml between two messages. */
function changeIncidentForm(change: (type: ReportType) => Partial<ReportType>): void {
  const types = world.organized.catalogue.types as Map<string, ReportType>;
  const type = types.get('incident');
  if (!type) throw new Error('no incident type');
  types.set('incident', { ...type, ...change(type), formVersion: type.formVersion + 1 });
}

describe('a form that changes under an open conversation', () => {
  it('is said, answers are carried over, and a question that is gone is not asked', async () => {
    await world.say('yamada', MISHANDED);
    await world.press('yamada', '1人');
    expect((await world.last('yamada')).text).toBe('渡した相手は、中を見ましたか。');
    changeIncidentForm((type) => ({ fields: type.fields.filter((field) => field.id !== 'opened') }));
    await world.say('yamada', '見ていない');
    const said = lines(await world.last('yamada'));
    expect(said[0]).toBe('様式が変わりました。答えは引き継ぎました。');
    expect(said.join('\n')).toContain('影響人数：1人');
    expect(said.join('\n')).not.toContain('開封');
  });

  it('is filed under the version it ended with, and is not said again', async () => {
    await world.press('yamada', '送信');
    const report = await lastFiled(world, 'yamada');
    expect(report.filing.formVersion).toBe(world.organized.catalogue.types.get('incident')?.formVersion);
    expect(report.filing.answers).toMatchObject({ people: { kind: 'count', from: 1, to: 1 } });
    expect((await world.last('yamada')).text).not.toContain('様式が変わりました。');
  });

  it('asks what the new form asks besides', async () => {
    await world.say('shimizu', MISHANDED);
    await world.press('shimizu', '1人');
    expect(lines(await world.last('shimizu'))[0]).toBe('この内容で送りますか。');
    changeIncidentForm((type) => ({
      fields: type.fields.map((field) => (field.id === 'caused_by' ? { ...field, ask: true } : field)),
    }));
    await world.press('shimizu', '送信');
    expect(lines(await world.last('shimizu'))).toEqual([
      '様式が変わりました。答えは引き継ぎました。',
      'あと1問です。',
      'どこで起きましたか。',
    ]);
    expect(await world.filed('shimizu')).toEqual([]);
  });
});
