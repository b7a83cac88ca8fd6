import { describe, expect, it } from 'vitest';
import type { ListPage, OwnTasks } from '../../../src/application/ports.ts';
import { receiptView, statusListView, statusView } from '../../../src/domain/reporter-view.ts';
import { cardView } from '../../../src/domain/card-view.ts';
import { detailsView, whyRouteView } from '../../../src/domain/details-view.ts';
import { formView } from '../../../src/domain/dialog/form.ts';
import { questionView } from '../../../src/domain/dialog/question-view.ts';
import { helpView } from '../../../src/domain/dialog/steering.ts';
import { seenByView, summaryView } from '../../../src/domain/dialog/summary-view.ts';
import { reportPageView } from '../../../src/domain/report-page-view.ts';
import { shortListView } from '../../../src/domain/short-list-view.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Level } from '../../../src/domain/severity.ts';
import type { View } from '../../../src/domain/view.ts';
import { UNSET } from '../../../src/domain/preferences.ts';
import { ok } from '../../../src/domain/result.ts';
import type { ReportLabel } from '../../../src/domain/understanding.ts';
import { checkMessage, checkView } from '../../support/slack-limits/check-limits.ts';
import { helpView as commandsView } from '../../../src/platforms/slack/hear-commands.ts';
import { gatherHome, type HomeContext } from '../../../src/platforms/slack/gather-home.ts';
import type { Say } from '../../../src/platforms/slack/render-lines.ts';
import { renderHome } from '../../../src/platforms/slack/render-home.ts';
import { renderMessage } from '../../../src/platforms/slack/render-message.ts';
import { askForUnitView, registrationModal } from '../../../src/platforms/slack/register-unit.ts';
import { renderModal, type ModalOptions } from '../../../src/platforms/slack/render-modal.ts';
import { reportForm } from '../../../src/platforms/slack/report-form.ts';
import { on } from '../../domain/acts/on.ts';
import { begin } from '../../domain/played-moves.ts';
import { actForms } from '../../support/act-forms.ts';
import { actPreviews } from '../../support/act-previews.ts';
import { aDraft, dialogRules } from '../../support/builders.ts';
import { sampleQuestions } from '../../support/sample-home.ts';
import { sampleDraft, samplePage, sampleTasks } from '../../support/sample-reports.ts';
import { catalogue, LOCALES, sayIn } from './a-voice.ts';
import { drawHome, drawMessage, drawModal } from './draw-blocks.ts';
import { sampleAnswer } from './fill-in.ts';
import { toldMessages } from './told-messages.ts';

const { calendar } = catalogue;
const rules = dialogRules(catalogue);
const filed = begin()
  .map(({ report }) => report)
  .slice(0, 5);
/** What is told in confidence is asked on a page of its own, never in a chat. */
const types = [...catalogue.types.values()].filter(({ id }) => id !== 'compliance');
const draftOf = (type: string) => aDraft(catalogue, type as ReportLabel);

/** Every kind of message: cards of every type in every state, questions, summaries, receipts, lists, pages. */
const messages: [string, View][] = [
  ...filed.flatMap((report) =>
    statesOf(report).map((state, index): [string, View] => [
      `card ${report.type} ${state}`,
      cardView(
        catalogue,
        { ...report, state, level: levelAt(report, index), holder: index > 1 ? 'tanaka' : null },
        calendar,
      ),
    ]),
  ),
  ...filed.flatMap((report): [string, View][] => [
    [`receipt ${report.type}`, receiptView(catalogue, [report], calendar)],
    [`details ${report.type}`, detailsView(catalogue, report, true)],
    [`page ${report.type}`, reportPageView(on(report, 'tanaka'))],
    [`why here ${report.type}`, whyRouteView(report)],
  ]),
  ...filed
    .slice(0, 1)
    .map((report): [string, View] => [
      'status',
      statusView(catalogue, report, calendar, { by: 'number', viewer: report.reporter }),
    ]),
  ['statuses', statusListView(catalogue, filed, calendar)],
  ['tasks', shortListView(catalogue, 'tasks', filed, 12, calendar, [])],
  ['overdue', shortListView(catalogue, 'overdue', [], 0, calendar, [])],
  ['help', helpView(rules)],
  ...types.flatMap((type) =>
    type.fields
      .filter(({ ask }) => ask)
      .map((field): [string, View] => [
        `question ${type.id} ${field.id}`,
        questionView(draftOf(type.id), field, 1, true),
      ]),
  ),
  ...types.flatMap(({ id }): [string, View][] => [
    [`summary ${id}`, summaryView(rules, [draftOf(id)], 1)],
    [`seen by ${id}`, seenByView(rules, [draftOf(id)])],
  ]),
  ...toldMessages(),
  ['commands', commandsView()],
  ['unknown command', commandsView(phrase('slack.command.unknown', { word: 'おどる' }))],
  ['asked where they work', askForUnitView()],
];

const modals: [string, View, Partial<ModalOptions>?][] = [
  ['report', reportForm('')],
  ['registration', registrationModal()],
  ...types.map(({ id }): [string, View] => [`report ${id}`, formView(catalogue, draftOf(id))]),
  ...actForms().map(({ name, form }): [string, View] => [`act ${name}`, form]),
  ...actPreviews(sampleAnswer).map(
    ({ name, form, preview, values }): [string, View, Partial<ModalOptions>] => [
      `preview ${name}`,
      form,
      { preview: { view: preview, values } },
    ],
  ),
];

const NO_PAGE = { reports: [], next: null, total: 0 } satisfies ListPage;
const NO_TASKS: OwnTasks = { overdue: NO_PAGE, today: NO_PAGE, soon: NO_PAGE, later: NO_PAGE };
/** Home tabs of somebody for whom everything waits, of a reporter who is up to date, and of somebody new. */
const homes: [string, HomeContext['edge']][] = [
  ['everything', anEdge({ questions: () => Promise.resolve(sampleQuestions(6)) })],
  [
    'own reports',
    anEdge({
      draft: () => Promise.resolve(ok(null)),
      preferences: () => Promise.resolve({ ...UNSET, language: 'en', news: 'daily' }),
      tasks: () => Promise.resolve(NO_TASKS),
    }),
  ],
  [
    'new',
    anEdge({
      draft: () => Promise.resolve(ok(null)),
      reports: () => Promise.resolve(ok(NO_PAGE)),
      tasks: () => Promise.resolve(NO_TASKS),
    }),
  ],
];

function anEdge(over: Partial<HomeContext['edge']>): HomeContext['edge'] {
  return {
    draft: () => Promise.resolve(ok(sampleDraft(false))),
    preferences: () => Promise.resolve(UNSET),
    questions: () => Promise.resolve([]),
    reports: (_person, query) => Promise.resolve(ok(samplePage(query))),
    tasks: (_person, most) => Promise.resolve(sampleTasks(most)),
    ...over,
  };
}

function statesOf({ type }: Report): string[] {
  return catalogue.types.get(type)?.workflow.states.map(({ id }) => id) ?? [];
}

function levelAt({ level }: Report, index: number): Level {
  return level === 0 ? 0 : (((index % 4) + 1) as Level);
}

function renderedHomes(say: Say) {
  return Promise.all(
    homes.map(async ([name, edge]) => {
      const { language } = await edge.preferences('suzuki');
      return { name, view: renderHome(await gatherHome({ edge }, 'suzuki', language ?? 'ja'), say) };
    }),
  );
}

/** Every text in it, those of buttons and choices among them. */
function wordsIn(shown: unknown): string[] {
  if (typeof shown !== 'object' || shown === null) return [];
  return Object.entries(shown).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : wordsIn(value),
  );
}

const page = (all: [string, string[]][]) =>
  all.map(([name, drawn]) => [`=== ${name}`, ...drawn, ''].join('\n')).join('\n');

describe.each(LOCALES)('in %s', (locale) => {
  const say = sayIn(locale);

  it('every message reads like this, and Slack takes it', async () => {
    const rendered = messages.map(([name, view]) => ({ name, all: renderMessage(view, say) }));
    expect(
      rendered.flatMap(({ name, all }) => all.flatMap(checkMessage).map((flaw) => ({ name, ...flaw }))),
    ).toEqual([]);
    const drawn = page(rendered.map(({ name, all }) => [name, all.flatMap(drawMessage)]));
    await expect(drawn).toMatchFileSnapshot(`snapshots/messages-${locale}.txt`);
  });

  it('every modal reads like this, and Slack takes it', async () => {
    const rendered = modals.map(([name, view, options]) => ({
      name,
      modal: renderModal(view, say, { opener: null, ...options }),
    }));
    expect(
      rendered.flatMap(({ name, modal }) => checkView(modal).map((flaw) => ({ name, ...flaw }))),
    ).toEqual([]);
    await expect(page(rendered.map(({ name, modal }) => [name, drawModal(modal)]))).toMatchFileSnapshot(
      `snapshots/modals-${locale}.txt`,
    );
  });

  it('every Home tab reads like this, and Slack takes it', async () => {
    const rendered = await renderedHomes(say);
    expect(rendered.flatMap(({ name, view }) => checkView(view).map((flaw) => ({ name, ...flaw })))).toEqual(
      [],
    );
    await expect(page(rendered.map(({ name, view }) => [name, drawHome(view)]))).toMatchFileSnapshot(
      `snapshots/homes-${locale}.txt`,
    );
  });

  it('every notification is a sentence', () => {
    const all = messages.flatMap(([, view]) => renderMessage(view, say));
    expect(all.filter(({ text }) => !/[。.]$/u.test(text)).map(({ text }) => text)).toEqual([]);
  });

  it('nothing is said by a picture: not in messages, nor in modals or on the Home tab', async () => {
    const shown = [
      ...messages.flatMap(([, view]) => renderMessage(view, say)),
      ...modals.map(([, view, options]) => renderModal(view, say, { opener: null, ...options })),
      ...(await renderedHomes(say)).map(({ view }) => view),
    ].flatMap(wordsIn);
    expect(shown.length).toBeGreaterThan(1000);
    // Figures and marks like © count as pictures to Unicode.
    expect(shown.filter((text) => /(?![\d#*©®™])\p{Emoji}/u.test(text))).toEqual([]);
  });
});
