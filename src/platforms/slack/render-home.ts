import { phrase } from '../../domain/phrase.ts';
import type { AskedQuestion } from '../../domain/asked-question.ts';
import { button, line, type Button } from '../../domain/view.ts';
import { plain, type Block, type HomeView } from './blocks.ts';
import { option } from './choice-options.ts';
import type { HomeChoice, HomeInput, HomeItem, HomeList } from './home-input.ts';
import { pressValue } from './press-value.ts';
import { PRESSED, renderButtons } from './render-buttons.ts';
import { renderLines, type Say } from './render-lines.ts';
import { renderReportRow } from './report-row.ts';

/** At most so many of each are shown, with how many more there are: together they stay within a Home tab. */
export const SHOWN = { drafts: 3, questions: 5, mine: 5, tasks: 8 } as const;

/** Somebody's Home tab: how to begin, what waits for them, what they reported, how they want it. */
export function renderHome(home: HomeInput, say: Say): HomeView {
  const { overdue, today, soon, later } = home.tasks;
  const sections: Block[][] = [
    renderButtons(home.start, say),
    items('home.drafts', home.drafts, SHOWN.drafts, say),
    items('home.questions', home.questions.map(questionItem), SHOWN.questions, say),
    home.mine.reports.length === 0
      ? renderLines([line(phrase('empty.mine'))], say)
      : reports('home.mine', home.mine, SHOWN.mine, say),
    reports('home.overdue', overdue, SHOWN.tasks, say),
    reports('home.today', today, SHOWN.tasks, say),
    reports('home.soon', soon, SHOWN.tasks, say),
    reports('home.later', later, SHOWN.tasks, say),
    preferences(home.preferences, say),
  ];
  return { type: 'home', blocks: withOwnIds(sections.flat()) };
}

/** Ids of rows are told apart by where they stand: a Home tab has several groups of buttons. */
function withOwnIds(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) =>
    block.type === 'actions' ? { ...block, block_id: `row-${index}` } : block,
  );
}

function heading(key: string, total: number, say: Say): Block {
  return { type: 'header', text: plain(say(phrase('home.heading', { what: phrase(key), n: total }))) };
}

function headed(key: string, total: number, blocks: Block[], say: Say): Block[] {
  return blocks.length === 0 ? [] : [heading(key, total, say), ...blocks];
}

function items(key: string, all: readonly HomeItem[], most: number, say: Say): Block[] {
  const shown = all.slice(0, most).flatMap(({ lines, buttons }): Block[] => [
    ...renderLines(
      lines.map((one) => line(one)),
      say,
    ),
    ...renderButtons(buttons, say),
  ]);
  return headed(key, all.length, [...shown, ...more(all.length - most, [], say)], say);
}

function reports(key: string, { reports: listed, total, all }: HomeList, most: number, say: Say): Block[] {
  const shown = listed.slice(0, most);
  const left = total - shown.length;
  const list = button(all, phrase('btn.open_list'));
  return headed(
    key,
    total,
    [...shown.map((report) => renderReportRow(report, say)), ...more(left, [list], say)],
    say,
  );
}

function questionItem({ head, words, answer }: AskedQuestion): HomeItem {
  return { lines: [head, words], buttons: answer ? [answer] : [] };
}

/** Never without a word of what is not shown. */
function more(left: number, ways: readonly Button[], say: Say): Block[] {
  if (left <= 0) return [];
  return [
    ...renderLines([line(phrase('home.more', { n: left }), 'quiet')], say),
    ...renderButtons(ways, say),
  ];
}

function preferences(choices: readonly HomeChoice[], say: Say): Block[] {
  if (choices.length === 0) return [];
  return [
    { type: 'header', text: plain(say(phrase('home.preferences'))) },
    ...choices.map((choice, index) => renderChoice(choice, index, say)),
  ];
}

function renderChoice({ label, options }: HomeChoice, index: number, say: Say): Block {
  const offered = options.map((one) => option(pressValue(one.press), say(one.label)));
  const chosen = offered[options.findIndex((one) => one.chosen)];
  return {
    type: 'section',
    text: plain(say(label)),
    accessory: {
      type: 'static_select',
      action_id: `${PRESSED}preference.${index}`,
      placeholder: plain(say(phrase('form.pick'))),
      options: offered,
      ...(chosen && { initial_option: chosen }),
    },
  };
}
