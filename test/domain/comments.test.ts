import { describe, expect, it } from 'vitest';
import { apply } from '../../src/domain/fold-report.ts';
import type { EventFacts, EventKind } from '../../src/domain/ledger.ts';
import { noteOf } from '../../src/domain/note.ts';
import type { Report } from '../../src/domain/report.ts';
import { stepView } from '../../src/domain/step-view.ts';
import { threadOf } from '../../src/domain/thread.ts';
import { on } from './acts/on.ts';
import { report, tokyo } from './moments.ts';

const received = report({
  ...{ primary: 'risk-compliance', copies: ['midori'], line: ['midori'], reporter: 'yamada' },
  ...{ level: 3, visibility: 'restricted', state: 'received' },
});

interface Written {
  kind: EventKind;
  actor?: string;
  at?: string;
  facts?: EventFacts;
  text?: string;
}

/** What the ledger makes of events that come after each other, a minute apart. */
function after(before: Report, ...events: Written[]): Report {
  return events.reduce((now, { kind, actor = 'tanaka', facts = {}, text }, index) => {
    const seq = now.steps.length + 1;
    const at = tokyo(`2026-11-20 09:${String(20 + index)}`);
    const event = { report: now.id, seq, kind, actor, at, facts, commitment: null, previous: '', hash: '' };
    return apply(now, { event, body: text === undefined ? null : noteOf(text) });
  }, before);
}

const thread = (one: Report, who = 'tanaka') =>
  threadOf(on(one, who))?.entries.map(({ audience, text, remark, earlier, buttons }) => ({
    audience,
    text,
    remark: remark?.key ?? null,
    earlier: earlier.map((version) => version.text),
    buttons: buttons.map(({ press }) => `${press.action} ${press.value ?? ''}`),
  }));

describe('the thread of a report', () => {
  const talked = after(
    received,
    { kind: 'commented', text: '手順書を見ます' },
    { kind: 'asked', text: '封筒は閉じていましたか' },
    { kind: 'replied', actor: 'yamada', facts: { to: 3 }, text: 'はい' },
    { kind: 'comment_edited', facts: { to: 2 }, text: '手順書を見ました' },
    { kind: 'answered', text: '確認しました' },
    { kind: 'updated', facts: { state: 'in_progress' }, text: '状況のことば' },
  );

  it('is one time line that says of each message who has read it', () => {
    expect(thread(talked)).toEqual([
      {
        audience: 'internal',
        text: '手順書を見ました',
        remark: 'thread.edited',
        earlier: ['手順書を見ます'],
        buttons: ['edit_comment 2', 'delete_comment 2'],
      },
      { audience: 'told', text: '封筒は閉じていましたか', remark: null, earlier: [], buttons: [] },
      { audience: 'reporter', text: 'はい', remark: null, earlier: [], buttons: [] },
      { audience: 'told', text: '確認しました', remark: null, earlier: [], buttons: [] },
    ]);
  });

  it('lets nobody but its author change a comment', () => {
    expect(thread(talked, 'mori')?.[0]?.buttons).toEqual([]);
    expect(thread(talked, 'mori')?.[0]?.earlier).toEqual(['手順書を見ます']);
  });

  it('is there for nobody who has no part in it', () => {
    expect(threadOf(on(talked, 'yamada'))).toBeNull();
    expect(threadOf(on({ ...talked, visibility: 'open' }, 'suzuki'))).toBeNull();
    expect(threadOf(on(talked, 'mori'))).not.toBeNull();
  });

  it('keeps of a deleted comment who wrote and who deleted it, and not a word of any version', () => {
    const deleted = after(talked, { kind: 'comment_deleted', facts: { to: 2 } });
    expect(thread(deleted)?.[0]).toEqual({
      audience: 'internal',
      text: null,
      remark: 'thread.deleted',
      earlier: [],
      buttons: [],
    });
    expect(JSON.stringify(deleted)).not.toContain('手順書');
    expect(deleted.steps.map(({ kind }) => kind)).toEqual([
      ...talked.steps.map(({ kind }) => kind),
      'comment_deleted',
    ]);
  });
});

describe('a step as it stands under the card', () => {
  it('is marked, and a comment reads as it stands now', () => {
    const once = after(received, { kind: 'commented', text: '一つ目' });
    const keys = (one: Report, seq: number) => stepView(one, seq)?.view.lines.map(({ text }) => text.key);
    expect(keys(once, 2)).toEqual(['thread.mark.internal', 'said']);
    const edited = after(once, { kind: 'comment_edited', facts: { to: 2 }, text: '二つ目' });
    expect(JSON.stringify(stepView(edited, 2))).toContain('二つ目');
    expect(JSON.stringify(stepView(edited, 2))).not.toContain('一つ目');
    const deleted = after(edited, { kind: 'comment_deleted', facts: { to: 2 } });
    expect(keys(deleted, 2)).toEqual(['thread.mark.internal']);
    // Whoever has not seen it has nothing to be told.
    expect([2, 3, 4].map((seq) => stepView(deleted, seq)?.empty)).toEqual([true, true, false]);
  });

  it('is none for what says nothing there', () => {
    const asked = after(received, { kind: 'asked', text: '質問' }, { kind: 'acknowledged' });
    expect([1, 2, 3, 9].map((seq) => stepView(asked, seq))).toEqual([null, null, null, null]);
  });
});
