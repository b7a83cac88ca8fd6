import { describe, expect, it } from 'vitest';
import type { AskedQuestion } from '../../../src/domain/asked-question.ts';
import type { ListedReport } from '../../../src/domain/listed-report.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { button } from '../../../src/domain/view.ts';
import type { Block } from '../../../src/platforms/slack/blocks.ts';
import { checkView } from '../../support/slack-limits/check-limits.ts';
import type { HomeInput, HomeList } from '../../../src/platforms/slack/home-input.ts';
import { readAction } from '../../../src/platforms/slack/read-action.ts';
import { renderHome } from '../../../src/platforms/slack/render-home.ts';
import { START_BUTTONS } from '../../../src/domain/dialog/matter.ts';
import { SAMPLE_REPORTS } from '../../support/sample-reports.ts';
import { LOCALES, sayIn } from './a-voice.ts';
import { buttonsIn, pressOn, textsIn } from './slack-client.ts';

const text = (value: string) => phrase('value', { value });
const listOf = (reports: readonly ListedReport[], total = reports.length): HomeList => ({
  reports,
  total,
  all: { action: 'mine' },
});
const NOTHING = listOf([]);

function aHome(over: Partial<HomeInput> = {}): HomeInput {
  return {
    start: START_BUTTONS,
    drafts: [],
    questions: [],
    mine: NOTHING,
    tasks: { overdue: NOTHING, today: NOTHING, soon: NOTHING, later: NOTHING },
    preferences: [],
    ...over,
  };
}

function aQuestion(number: string, words: string): AskedQuestion {
  const answer = button({ action: 'reply', report: number }, phrase('act.reply.title', { number }));
  return { at: '2026-11-20T01:00:00.000Z', head: text(number), words: text(words), answer };
}

const language = {
  label: phrase('page.language'),
  options: (['ja', 'en'] as const).map((locale) => ({
    label: text(locale),
    press: { action: 'prefer', value: `language:${locale}` },
    chosen: locale === 'ja',
  })),
};

/** As much as there can be of everything. */
function fullHome(): HomeInput {
  const longest = SAMPLE_REPORTS.map((report) => ({
    ...report,
    title: text('長'.repeat(80)),
    serious: true,
    drill: true,
  }));
  const item = (n: number) => ({
    lines: [text(`${n}`), text('質'.repeat(500))],
    buttons: [
      button({ action: 'reply', value: `${n}` }, phrase('btn.reply')),
      button({ action: 'reply_unknown' }, phrase('btn.unknown')),
    ],
  });
  const many = listOf(longest, 312);
  return {
    start: START_BUTTONS,
    drafts: Array.from({ length: 20 }, (_, n) => item(n)),
    questions: Array.from({ length: 20 }, (_, n) => aQuestion(`${n}`, '質'.repeat(500))),
    mine: many,
    tasks: { overdue: many, today: many, soon: many, later: many },
    preferences: [language, language],
  };
}

const say = sayIn('ja');
const titles = (home: HomeInput) =>
  (renderHome(home, say).blocks as Block[]).flatMap(buttonsIn).map((one) => one.text.text);

describe('the Home tab', () => {
  it('leaves nothing out without a word', () => {
    const texts = textsIn(renderHome(fullHome(), say).blocks as Block[]);
    expect(texts.filter((one) => one.startsWith('ほかに'))).toEqual([
      'ほかに17件あります。',
      'ほかに15件あります。',
      'ほかに307件あります。',
      'ほかに304件あります。',
      'ほかに304件あります。',
      'ほかに304件あります。',
      'ほかに304件あります。',
    ]);
  });

  it.each(LOCALES)('with as much as there can be is one that Slack takes, in %s', (locale) => {
    expect(checkView(renderHome(fullHome(), sayIn(locale)))).toEqual([]);
  });

  it('of somebody new shows how to begin, and no empty heading', () => {
    const view = renderHome(aHome(), say);
    expect(checkView(view)).toEqual([]);
    expect(titles(aHome())).toEqual(['報告する', 'わたしの報告', '通報窓口', '使い方']);
    expect(textsIn(view.blocks as Block[])).toEqual(['まだ報告はありません。ひとことで始められます。']);
  });

  it('shows what waits first, then reports and tasks by when they fall due', () => {
    const [late, ...others] = SAMPLE_REPORTS;
    const home = aHome({
      drafts: [
        {
          lines: [text('昨日の続きがあります。')],
          buttons: [button({ action: 'resume' }, phrase('btn.resume'))],
        },
      ],
      questions: [aQuestion('INC-26-7KQ4M', '封筒に入っていましたか')],
      mine: listOf(others.slice(0, 2)),
      tasks: {
        overdue: listOf(late ? [late] : []),
        today: NOTHING,
        soon: listOf(others.slice(2, 3)),
        later: listOf(others.slice(3, 5), 12),
      },
      preferences: [language],
    });
    const texts = textsIn(renderHome(home, say).blocks as Block[]);
    const headings = ['書きかけ', 'あなたへの質問', 'わたしの', '言語・'];
    expect(texts.filter((one) => headings.some((begin) => one.startsWith(begin)))).toEqual([
      '書きかけ（1件）',
      'あなたへの質問（1件）',
      'わたしの報告（2件）',
      'わたしの担当：期限超過（1件）',
      'わたしの担当：7日以内（1件）',
      'わたしの担当：それより先・期限なし（12件）',
      '言語・お知らせ',
    ]);
  });

  it('says of each report in words how it stands and what comes next', () => {
    const [late] = SAMPLE_REPORTS;
    if (!late) throw new Error('there are samples');
    const texts = textsIn(renderHome(aHome({ mine: listOf([late]) }), say).blocks as Block[]);
    expect(texts.at(-1)).toBe(
      '【S3 重要】INC-26-7KQAM「窓口で別の方の通知書を渡した（1件目）」\n状態：受付確認待ち　受付確認は正午まででした',
    );
  });

  it('says how many more there are, with the way to all of them', () => {
    const home = aHome({ mine: listOf(SAMPLE_REPORTS, 25) });
    expect(textsIn(renderHome(home, say).blocks as Block[]).at(-1)).toBe('ほかに20件あります。');
    expect(titles(home).at(-1)).toBe('一覧を開く');
    expect(readAction(pressOn(renderHome(home, say), '一覧を開く'))).toMatchObject({
      ok: true,
      value: { press: { action: 'mine' }, view: { type: 'home' }, message: null },
    });
  });

  it('changes a preference by a press like any other', () => {
    const view = renderHome(aHome({ preferences: [language] }), say);
    const section = view.blocks.findLast((block) => block.type === 'section') as {
      accessory: { action_id: string; options: { value: string }[]; initial_option: unknown };
    };
    expect(section.accessory.initial_option).toEqual(section.accessory.options[0]);
    const payload = {
      ...pressOn(view, '報告する'),
      actions: [
        {
          type: 'static_select',
          action_id: section.accessory.action_id,
          action_ts: '1.1',
          selected_option: section.accessory.options[1],
        },
      ],
    };
    expect(readAction(payload)).toMatchObject({
      ok: true,
      value: { press: { action: 'prefer', value: 'language:en' } },
    });
  });
});
