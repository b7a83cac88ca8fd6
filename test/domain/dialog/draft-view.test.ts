import { describe, expect, it } from 'vitest';
import { exactly, type Answer } from '../../../src/domain/answers.ts';
import { draftView } from '../../../src/domain/dialog/draft-view.ts';
import { summaryFacts } from '../../../src/domain/dialog/summary-view.ts';
import { newConversation } from '../../../src/domain/dialog/conversation.ts';
import { aDraft, dialogRules, said, theCatalogue, understood } from '../../support/builders.ts';
import { talk, type Talk } from './talk.ts';

const catalogue = await theCatalogue();
const rules = dialogRules(catalogue);
const choice = (id: string): Answer => ({ kind: 'choice', choice: id });

const panel = ({ state }: Pick<Talk, 'state'>) => draftView(rules, state, catalogue.calendar);
const actions = (dialog: Talk) => panel(dialog)?.buttons.map(({ press }) => press.action);
const line = (dialog: Talk, key: string) =>
  panel(dialog)?.lines.find(({ text }) => text.key === key)?.text.values;
/** What is known under this name. */
const known = (dialog: Talk, name: string) =>
  panel(dialog)?.lines.find((one) => one.name?.key === name)?.text.values;

function begun(): Talk {
  const dialog = talk(rules);
  const misdelivery = understood('incident', { subtype: 'misdelivery' });
  const extracted = { recovered: choice('recovered'), personal_data: choice('yes') };
  dialog.say(said('別の方の通知書をお渡しした', misdelivery, { extracted }));
  return dialog;
}

describe('the draft beside the conversation', () => {
  it('is nothing while nothing is being written', () => {
    expect(panel({ state: newConversation() })).toBeNull();
    const dialog = begun();
    dialog.forge({ action: 'stop', turn: dialog.state.turn });
    expect(panel(dialog)).toBeNull();
  });

  it('is told in short by what is being reported', () => {
    expect(panel(begun())?.fallback).toMatchObject({
      key: 'summary.type',
      values: { type: { key: 'type.incident' } },
    });
  });

  it('names what is still missing until nothing is', () => {
    const dialog = begun();
    const required = (field: string) => ({
      key: 'form.required',
      values: { label: { key: `field.incident.${field}.label` } },
    });
    expect(known(dialog, 'draft.missing')).toMatchObject({
      value: { list: expect.arrayContaining([required('people')]) as unknown },
    });
    dialog.press('answer', 'people:one');
    expect(JSON.stringify(known(dialog, 'draft.missing'))).not.toContain('incident.people');
    dialog.press('answer', 'opened:not_opened');
    expect(known(dialog, 'draft.missing')).toBeUndefined();
  });

  it('shows each fact as the summary would', () => {
    const dialog = begun();
    const [draft] = dialog.state.drafts;
    const shown = panel(dialog)?.lines;
    expect(shown).toEqual(expect.arrayContaining(draft ? summaryFacts(rules, draft) : []));
  });

  it('says who will see it, and when the first clocks would end', () => {
    const dialog = begun();
    expect(known(dialog, 'summary.seen_by')).toMatchObject({
      value: { list: expect.arrayContaining([{ unit: 'risk-compliance' }]) as unknown },
    });
    expect(panel(dialog)?.lines.some(({ name }) => name?.key === 'summary.visibility')).toBe(true);
    // S3: an hour of business from 9:12.
    expect(line(dialog, 'draft.due')).toMatchObject({
      step: { key: 'clock.acknowledge' },
      due: { due: '2026-11-20T01:12:00.000Z' },
    });
    expect(line(dialog, 'done.follow_up')).toBeDefined();
  });

  it('offers 送信 at the summary alone, and 戻る once there is somewhere to go back to', () => {
    const dialog = begun();
    expect(actions(dialog)).toEqual(['edit', 'stop']);
    dialog.press('answer', 'people:one');
    expect(actions(dialog)).toEqual(['back', 'edit', 'stop']);
    dialog.press('answer', 'opened:not_opened');
    expect(actions(dialog)).toEqual(['send', 'back', 'edit', 'stop']);
    expect(panel(dialog)?.buttons.every(({ press }) => press.turn === dialog.state.turn)).toBe(true);
    dialog.press('edit');
    expect(actions(dialog)).toEqual(['back', 'stop']);
  });

  it('shows both of two drafts, numbered', () => {
    const drafts = (['incident', 'proposal'] as const).map((type) => aDraft(catalogue, type));
    const state = { ...newConversation(), drafts, step: { kind: 'reviewing' as const } };
    const keys = draftView(rules, state, catalogue.calendar)?.lines.map(({ text }) => text.key) ?? [];
    expect(keys.filter((key) => key === 'summary.part')).toHaveLength(2);
    expect(keys.filter((key) => key === 'summary.type')).toHaveLength(2);
  });

  it('leaves out answers that the present form no longer takes', () => {
    const draft = aDraft(catalogue, 'incident', {
      formVersion: 0,
      answers: { people: exactly(1), recovered: choice('taken_back_by_owl') },
    });
    const state = { ...newConversation(), drafts: [draft], step: { kind: 'reviewing' as const } };
    const shown = JSON.stringify(draftView(rules, state, catalogue.calendar));
    expect(shown).toContain('field.incident.people.label');
    expect(shown).not.toContain('taken_back_by_owl');
  });
});
