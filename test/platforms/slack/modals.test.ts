import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withErrors } from '../../../src/cards/with-errors.ts';
import { PREVIEW } from '../../../src/domain/acts/act-form-view.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { button, line, type FormValues, type View } from '../../../src/domain/view.ts';
import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { checkView } from '../../support/slack-limits/check-limits.ts';
import { fieldErrors } from '../../../src/platforms/slack/field-errors.ts';
import { readForm, readSubmission } from '../../../src/platforms/slack/read-submission.ts';
import { renderModal } from '../../../src/platforms/slack/render-modal.ts';
import { anInput } from '../../support/inputs.ts';
import { formView } from '../../support/sample-views.ts';
import { LOCALES, sayIn } from './a-voice.ts';
import { buttonsIn, controlsOf, submissionOf, textsIn, type Changes } from './slack-client.ts';

const say = sayIn('ja');
const text = (value: string) => phrase('value', { value });
const blocksIn = (view: { blocks: unknown }) => view.blocks as Block[];

/** The form of an act that shows what would leave before it is sent. */
const question: View = {
  kind: 'form',
  lines: [line(text('報告者に質問'), 'strong')],
  inputs: [anInput({ id: 'text', label: text('質問'), required: true, maxLength: 500 })],
  buttons: [
    button(
      { action: 'ask_form', report: 'INC-26-7KQ4M', turn: 3, value: PREVIEW },
      phrase('btn.review'),
      'primary',
    ),
    button({ action: 'leave_form' }, phrase('btn.cancel')),
  ],
  fallback: text('報告者に質問'),
};
const opener = { action: 'ask', report: 'INC-26-7KQ4M' };
const previewed: View = {
  kind: 'notice',
  lines: [
    line(text('報告者に届くのは、この文だけです。'), 'strong'),
    line(text('「封筒に入っていましたか」')),
  ],
  inputs: [],
  buttons: [
    button({ action: 'ask_form', report: 'INC-26-7KQ4M', turn: 3 }, phrase('btn.send'), 'primary'),
    button({ action: 'edit_form' }, phrase('btn.edit')),
    button({ action: 'leave_form' }, phrase('btn.cancel')),
  ],
  fallback: text('報告者に質問'),
};

function submit(view: ReturnType<typeof renderModal>, changes: Changes = {}) {
  const submission = readSubmission(submissionOf(view, changes));
  if (!submission.ok) throw new Error(JSON.stringify(submission.problem));
  return submission.value;
}

describe('a modal', () => {
  it('has the buttons of its form as its own: one that sends, one that leaves', () => {
    const view = renderModal(question, say, { opener });
    expect(view.submit?.text).toBe('内容を確認');
    expect(view.close?.text).toBe('やめる');
    expect(blocksIn(view).flatMap(buttonsIn)).toEqual([]);
    expect(view.title.text).toBe('報告者に質問');
    expect(textsIn(blocksIn(view))).toEqual(['質問（必須）']);
  });

  it('with a title too long for its place has it above the form, in full', () => {
    const title = '別の部署に転送する（INC-26-7KQ4M、リスク・コンプライアンス部から）';
    const view = renderModal(
      { ...question, lines: [line(text(title), 'strong')], fallback: text(title) },
      say,
      { opener },
    );
    expect(view.title.text).toBe('つたえ');
    expect(textsIn(blocksIn(view))[0]).toBe(title);
  });

  it('remembers what opened it and where, and nothing that was filled in', () => {
    const origin = { channel: 'C0RISK', message: '1700000000.000001', thread: null };
    const filled = {
      ...question,
      inputs: [anInput({ id: 'text', value: { kind: 'text', text: '年金花子' } })],
    };
    const view = renderModal(filled, say, { opener, origin });
    expect(view.private_metadata).not.toContain('年金花子');
    expect(submit(view).state).toMatchObject({ opener, origin });
  });

  it.each(LOCALES)('of every kind of input is one that Slack takes, in %s', (locale) => {
    expect(checkView(renderModal(formView(), sayIn(locale), { opener }))).toEqual([]);
  });
});

describe('a preview', () => {
  const values: FormValues = { text: { answer: { kind: 'text', text: '封筒に入っていましたか' } } };
  const view = renderModal(question, say, { opener, preview: { view: previewed, values } });
  const [box] = controlsOf(blocksIn(view));

  it('stands above its form, which can still be mended, and sends it', () => {
    expect(checkView(view)).toEqual([]);
    expect(view.submit?.text).toBe('送信');
    expect(view.close?.text).toBe('修正');
    expect(textsIn(blocksIn(view))).toEqual([
      '報告者に届くのは、この文だけです。\n「封筒に入っていましたか」',
      '直すときは、下を書き換えてください。送る前に、もう一度確認できます。',
      '質問（必須）',
    ]);
    expect(box?.element['initial_value']).toBe('封筒に入っていましたか');
  });

  it('sends exactly what it showed', () => {
    const { values: read, press } = readForm(question, submit(view));
    expect(read).toEqual(values);
    expect(press).toEqual({ action: 'ask_form', report: 'INC-26-7KQ4M', turn: 3 });
  });

  it('is shown again when something was changed under it', () => {
    const { press } = readForm(question, submit(view, { [box?.block ?? '']: '封は開いていましたか' }));
    expect(press).toEqual({ action: 'ask_form', report: 'INC-26-7KQ4M', turn: 3, value: PREVIEW });
  });
});

describe('a text longer than a box', () => {
  it('stands in several boxes and comes back as the same text', () => {
    const long = fc
      .array(
        fc.constantFrom('窓口で、別の方の通知書を渡しました。', '\n', 'あ'.repeat(700), ' ', '<&>', '👨‍👩‍👧'),
        {
          minLength: 1,
          maxLength: 60,
        },
      )
      .map((parts) => parts.join('').slice(0, 40_000))
      .filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(long, (story) => {
        const form = {
          ...question,
          inputs: [anInput({ maxLength: 40_000, value: { kind: 'text', text: story } })],
        };
        const view = renderModal(form, say, { opener });
        expect(checkView(view)).toEqual([]);
        expect(readForm(form, submit(view)).values).toEqual({
          summary: { answer: { kind: 'text', text: story } },
        });
      }),
      { numRuns: 50 },
    );
  });

  it('can be changed in any of them', () => {
    const story = `${'あ'.repeat(3000)}。${'い'.repeat(3000)}。`;
    const form = {
      ...question,
      inputs: [anInput({ maxLength: 40_000, value: { kind: 'text', text: story } })],
    };
    const view = renderModal(form, say, { opener });
    const boxes = controlsOf(blocksIn(view));
    expect(boxes.map(({ label }) => label)).toEqual(['概要（1/3）', '概要（2/3）', '概要（3/3）']);
    const changed = submit(view, { [boxes[1]?.block ?? '']: 'う', [boxes[2]?.block ?? '']: null });
    const { summary } = readForm(form, changed).values;
    expect(summary).toEqual({ answer: { kind: 'text', text: expect.stringMatching(/^あ+う$/u) as string } });
  });
});

describe('what was typed and is wrong', () => {
  const errors = [{ field: 'people', message: phrase('err.number') }];

  it('stays in its box, with the error before it, in words', () => {
    const wrong = withErrors(formView(), { people: { typed: '5〜6人くらい' } }, errors);
    const view = renderModal(wrong, say, { opener });
    const people = controlsOf(blocksIn(view)).find(({ label }) => label.includes('数字で'));
    expect(people?.element['initial_value']).toBe('5〜6人くらい');
    expect(textsIn(blocksIn(view))).toContain(`${say(phrase('err.number'))}\n影響人数（必須）`);
  });

  it('is answered beside its field while the modal stays open', () => {
    const view = renderModal(formView(), say, { opener, edition: '2' });
    const answer = fieldErrors(formView(), submit(view).state.edition, errors, say);
    const people = controlsOf(blocksIn(view)).find(({ label }) => label.includes('数字で'));
    expect(answer).toEqual({
      response_action: 'errors',
      errors: { [people?.block ?? '']: '数字がありません。「3」のように書いてください。' },
    });
  });

  it('has no place beside a field that the form has not', () => {
    expect(fieldErrors(question, '', errors, say)).toBeNull();
    expect(fieldErrors(question, '', [], say)).toBeNull();
  });
});

describe('another edition', () => {
  it('has other blocks, so that Slack shows its values and not what was typed before', () => {
    const [first, second] = ['1', '2'].map((edition) =>
      controlsOf(blocksIn(renderModal(formView(), say, { opener, edition }))).map(({ block }) => block),
    );
    expect(first?.some((block) => second?.includes(block))).toBe(false);
    const masked = withErrors(formView(), { summary: { answer: { kind: 'text', text: '〈氏名〉様' } } }, []);
    const view = renderModal(masked, say, { opener, edition: '2' });
    expect(readForm(masked, submit(view)).values['summary']).toEqual({
      answer: { kind: 'text', text: '〈氏名〉様' },
    });
  });
});
