import { describe, expect, it } from 'vitest';
import type { Label, Understanding } from '../../../src/domain/understanding.ts';
import { NOTHING_SETTLED } from '../../../src/domain/dialog/dialog-event.ts';
import { dialogRules, said, theCatalogue, understood } from '../../support/builders.ts';
import { talk } from './talk.ts';

const rules = dialogRules(await theCatalogue());

function unsure(labels: Label[], over: Partial<Understanding> = {}): Understanding {
  const [label = 'other'] = labels;
  return understood(label, {
    decision: 'choose',
    confidence: 0.6,
    alternatives: labels.map((one, index) => ({ label: one, confidence: 0.6 - index / 10 })),
    ...over,
  });
}

const message = '窓あき封筒の宛名がズレてました';

describe('in doubt', () => {
  it('two types are offered, the riskier first, and neither', () => {
    const dialog = talk(rules);
    dialog.say(said(message, unsure(['risk', 'incident', 'proposal'])));
    expect(dialog.lines()).toEqual(['ask.type']);
    expect(dialog.offers()).toEqual(['choose_type incident', 'choose_type risk', 'choose_none']);
  });

  it('compliance is never a button, however likely', () => {
    const dialog = talk(rules);
    dialog.say(said(message, unsure(['compliance', 'incident', 'risk'])));
    expect(dialog.offers()).toEqual(['choose_type incident', 'choose_type risk', 'choose_none']);
    dialog.press('choose_none');
    expect(dialog.offers().join()).not.toContain('compliance');
    dialog.forge({ action: 'choose_type', value: 'compliance', turn: dialog.state.turn });
    expect(dialog.lines()[0]).toBe('old_button');
    expect(dialog.state.drafts).toEqual([]);
  });

  it('a chosen type is gone on with, in the same words', () => {
    const dialog = talk(rules);
    dialog.say(said(message, unsure(['incident', 'risk'])));
    dialog.press('choose_type', 'incident');
    const settled = { type: 'incident', chosen: true, drill: null, whole: true };
    expect(dialog.effects).toEqual([{ kind: 'consider', text: message, settled }]);
    dialog.say(
      said(message, unsure(['incident', 'risk']), {
        settled: { ...NOTHING_SETTLED, type: 'incident', whole: true },
      }),
    );
    expect(dialog.state.drafts).toMatchObject([{ type: 'incident', text: message }]);
  });

  it('neither leads to the menu of every type', () => {
    const dialog = talk(rules);
    dialog.say(said(message, unsure(['incident', 'risk'])));
    dialog.press('choose_none');
    expect(dialog.lines()).toEqual(['ask.type.menu']);
    expect(dialog.offers()).toEqual([
      'choose_type incident',
      'choose_type proposal',
      'choose_type customer_voice',
      'choose_type risk',
      'choose_type knowledge',
      'stop',
    ]);
  });

  it('words instead of a press settle it, with the riskier type when they say nothing clear', () => {
    const dialog = talk(rules);
    dialog.say(said(message, unsure(['risk', 'incident'])));
    dialog.say(said('うーん', understood('other', { confidence: 0.4, decision: 'menu' })));
    expect(dialog.effects).toMatchObject([
      { kind: 'consider', text: `${message}\nうーん`, settled: { type: 'incident', whole: true } },
    ]);
  });

  it('the same words sent again say nothing new: they are filed once', () => {
    const dialog = talk(rules);
    dialog.say(said(message, unsure(['risk', 'incident'])));
    dialog.say(said(` ${message}\n`, unsure(['risk', 'incident'])));
    expect(dialog.effects).toMatchObject([
      { kind: 'consider', text: message, settled: { type: 'incident' } },
    ]);
  });

  it('words that are clear settle it their way', () => {
    const dialog = talk(rules);
    dialog.say(said(message, unsure(['risk', 'incident'])));
    dialog.say(said('発送前に止めました', understood('risk', { confidence: 0.9 })));
    expect(dialog.effects).toMatchObject([{ kind: 'consider', settled: { type: 'risk' } }]);
  });

  it('a greeting is greeted', () => {
    const dialog = talk(rules);
    dialog.say(said('こんにちは', understood('other', { decision: 'menu' })));
    expect(dialog.lines()).toEqual(['other.unsure']);
    expect(dialog.state.step.kind).toBe('idle');
  });
});

describe('a wrong guess', () => {
  it('can be called wrong: every type is offered with the same words', () => {
    const dialog = talk(rules);
    dialog.say(said(message, understood('incident')));
    dialog.press('wrong_type');
    expect(dialog.lines()).toEqual(['ask.type.menu']);
    dialog.press('choose_type', 'proposal');
    expect(dialog.effects).toMatchObject([
      { kind: 'consider', text: message, settled: { type: 'proposal' } },
    ]);
    expect(dialog.state.drafts).toEqual([]);
  });
});

describe('two matters', () => {
  const both = () =>
    said(
      '午前に誤送信1件ありました。あと、確認欄を足してほしいです',
      understood('incident', {
        items: [
          { text: '確認欄を足してほしい', label: 'proposal' },
          { text: '午前に誤送信1件', label: 'incident' },
        ],
      }),
    );

  it('are offered to be split', () => {
    const dialog = talk(rules);
    dialog.say(both());
    expect(dialog.lines()).toEqual(['ask.split', 'split.item', 'split.item']);
    expect(dialog.offers()).toEqual(['split', 'one', 'stop']);
  });

  it('become two drafts, the riskier asked first, and are sent together', () => {
    const dialog = talk(rules);
    dialog.say(both());
    dialog.press('split');
    expect(dialog.effects).toMatchObject([
      { kind: 'consider_parts', parts: [{ type: 'proposal' }, { type: 'incident' }] },
    ]);
    const part = (type: 'proposal' | 'incident', id: string) =>
      said(type, understood(type), { id, settled: { type, chosen: false, drill: null, whole: true } });
    dialog.hear({ kind: 'split', id: 's', parts: [part('proposal', 's:1'), part('incident', 's:2')] });
    expect(dialog.state.drafts.map(({ type }) => type)).toEqual(['incident', 'proposal']);
    expect(dialog.state.step).toMatchObject({ kind: 'asking', draft: 0 });

    dialog.press('answer', 'people:one');
    dialog.press('answer', 'personal_data:no');
    dialog.press('answer', 'first_response:none');
    expect(dialog.state.step).toMatchObject({ kind: 'asking', draft: 1, field: 'change' });
    for (const text of ['確認欄を足す', '短縮番号表'])
      dialog.say(said(text, understood('proposal'), { reading: { kind: 'text', text } }));
    expect(dialog.lines()).toContain('summary.part');
    dialog.press('send');
    expect(dialog.filed().map(({ type }) => type)).toEqual(['incident', 'proposal']);
  });

  it('can stay one', () => {
    const dialog = talk(rules);
    dialog.say(both());
    dialog.press('one');
    expect(dialog.effects).toMatchObject([{ kind: 'consider', settled: { whole: true, type: null } }]);
    dialog.hear({ ...both(), settled: { ...NOTHING_SETTLED, whole: true } });
    expect(dialog.state.drafts).toHaveLength(1);
  });
});

describe('a word that may mean a drill', () => {
  const mail = () =>
    said(
      '【訓練】標的型メールのリンクを押しました',
      understood('incident', { subtype: 'security', drill: true }),
    );

  it('is asked about, because it must not hide a real event', () => {
    const dialog = talk(rules);
    dialog.say(mail());
    expect(dialog.lines()).toEqual(['ask.drill']);
    expect(dialog.offers()).toEqual(['drill', 'real']);
  });

  it.each([
    ['drill', true],
    ['real', false],
  ] as const)('%s: the report is marked so', (answer, drill) => {
    const dialog = talk(rules);
    dialog.say(mail());
    dialog.press(answer);
    expect(dialog.effects).toMatchObject([{ kind: 'consider', settled: { drill } }]);
    dialog.hear({ ...mail(), settled: { ...NOTHING_SETTLED, drill } });
    expect(dialog.state.drafts).toMatchObject([{ drill }]);
  });
});
