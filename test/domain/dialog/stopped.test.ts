import { describe, expect, it } from 'vitest';
import type { DialogEvent } from '../../../src/domain/dialog/dialog-event.ts';
import { dialogRules, said, theCatalogue, understood } from '../../support/builders.ts';
import { talk } from './talk.ts';

const rules = dialogRules(await theCatalogue());
const stopped = (over: Partial<Extract<DialogEvent, { kind: 'stopped' }>> = {}): DialogEvent => ({
  kind: 'stopped',
  id: 's',
  alsoIncident: false,
  harassment: false,
  inPublic: false,
  ...over,
});
const incident = () => said('別の方の通知書を渡した', understood('incident', { subtype: 'misdelivery' }));

describe('a message that was stopped', () => {
  it('is answered with what chat is not, and with the windows', () => {
    const dialog = talk(rules);
    dialog.hear(stopped());
    expect(dialog.lines()).toEqual([
      'cmp.stop',
      'cmp.maybe',
      'cmp.not_reported',
      'cmp.not_posted',
      'cmp.internal',
      'cmp.external',
    ]);
    expect(dialog.offers()).toEqual(['not_violation', 'windows']);
  });

  it('says nothing of itself in the notification', () => {
    const dialog = talk(rules);
    dialog.hear(stopped());
    expect(dialog.effects).toMatchObject([
      { kind: 'say', view: { fallback: { key: 'card.fallback.sealed' } } },
    ]);
  });

  it('leaves nothing but the fact that something was stopped', () => {
    const dialog = talk(rules);
    dialog.hear(stopped());
    expect(dialog.state).toMatchObject({ drafts: [], step: { kind: 'stopped', alsoIncident: false } });
  });

  it('names the desk for harassment and offers to go on with an incident inside it', () => {
    const dialog = talk(rules);
    dialog.hear(stopped({ harassment: true, alsoIncident: true }));
    expect(dialog.lines()).toEqual(expect.arrayContaining(['cmp.harass', 'cmp.incident_inside']));
    expect(dialog.offers()).toEqual(['continue_report', 'windows']);
  });

  it('can be called no violation: it is asked for once more and let through for ten minutes', () => {
    const dialog = talk(rules);
    dialog.hear(stopped());
    dialog.press('not_violation');
    expect(dialog.lines()).toEqual(['cmp.continue', 'cmp.write_again']);
    expect(dialog.state).toMatchObject({
      step: { kind: 'idle' },
      complianceWaivedUntil: '2026-11-20T00:22:00.000Z',
    });
  });

  it('does not cost the report that was being written', () => {
    const dialog = talk(rules);
    dialog.say(incident());
    const { drafts } = dialog.state;
    dialog.hear(stopped());
    expect(dialog.state.drafts).toEqual(drafts);
    dialog.press('not_violation');
    expect(dialog.lines()).toContain('field.incident.people.ask');
    expect(dialog.state.drafts).toEqual(drafts);
  });

  it('is followed by whatever is said next, as a new matter', () => {
    const dialog = talk(rules);
    dialog.hear(stopped());
    dialog.say(incident());
    expect(dialog.state.drafts).toMatchObject([{ type: 'incident' }]);
    dialog.say(said('戻る', understood('other', { command: 'back' })));
    expect(dialog.lines()).toEqual(['nothing_back', 'field.incident.people.ask']);
  });
});
