import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardView } from '../../src/domain/card-view.ts';
import { detailsView } from '../../src/domain/details-view.ts';
import { GREETING, START_BUTTONS } from '../../src/domain/dialog/matter.ts';
import { notice } from '../../src/domain/dialog/question-view.ts';
import type { Locale } from '../../src/domain/organization.ts';
import { phrase } from '../../src/domain/phrase.ts';
import type { View } from '../../src/domain/view.ts';
import { fitForm } from '../../src/platforms/teams/fit-form.ts';
import { homeCard, listedCard } from '../../src/platforms/teams/listed-card.ts';
import { renderCard, type Rendering, type TeamsCard } from '../../src/platforms/teams/render-card.ts';
import { renderPreview } from '../../src/platforms/teams/render-preview.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { begin } from '../domain/played-moves.ts';
import { actForms, reportForms } from '../support/act-forms.ts';
import { axeFindings } from '../support/axe.ts';
import { launchBrowser, withoutBrowser } from '../support/browser.ts';
import { theCatalogue, TODAY } from '../support/builders.ts';
import { teamsComplaints } from '../support/card-parser.ts';
import { sampleQuestions } from '../support/sample-home.ts';
import { SAMPLE_REPORTS, samplePage, sampleTasks } from '../support/sample-reports.ts';
import * as samples from '../support/sample-views.ts';

/** As wide as a card in a chat of Teams beside its list, in pixels. */
const WIDTH = 440;
/** Where pictures of every card are left to be looked at; none without it. */
const PICTURES = process.env['TSUTAE_PICTURES'];

/** Colours of Teams' own themes: ground, text, quiet text, emphasis, warnings, buttons. */
const THEMES = {
  light: { ground: '#FFFFFF', text: '#242424', quiet: '#616161', emphasis: '#F5F5F5', attention: '#C50F1F' },
  dark: { ground: '#292929', text: '#FFFFFF', quiet: '#ADADAD', emphasis: '#1F1F1F', attention: '#F4877F' },
  contrast: {
    ground: '#000000',
    text: '#FFFFFF',
    quiet: '#FFFFFF',
    emphasis: '#000000',
    attention: '#FFFF01',
  },
} as const;
type Theme = keyof typeof THEMES;

const catalogue = await theCatalogue();
const words = createWords({
  catalogs: loadLocales(path.join(import.meta.dirname, '../../locales')),
  organization: catalogue.organization,
  calendar: catalogue.calendar,
  today: () => TODAY,
});

function cardsIn(locale: Locale): Record<string, TeamsCard> {
  const rendering = { words, locale };
  const views = {
    question: samples.questionView(),
    summary: samples.summaryView(),
    notice: samples.noticeView(),
    stop: samples.stoppedView(),
    card: samples.cardView('received'),
    greeting: notice([...GREETING, phrase('reach.compliance')], START_BUTTONS),
    ...homes(),
    ...livingCards(),
  };
  const forms = [...reportForms(), ...actForms()];
  const [form] = forms;
  return {
    ...Object.fromEntries(Object.entries(views).map(([name, view]) => [name, renderCard(view, rendering)])),
    ...Object.fromEntries(forms.map(({ name, form }) => [`form-${name}`, renderCard(form, rendering)])),
    ...(form && { preview: renderPreview(samples.noticeView(), form.form, rendering) }),
    ...(form && { 'form-without-its-text': withoutItsText(form.form, rendering) }),
  };
}

/** With all that there can be, with nothing late, and of somebody new; and reports as they are put into chats. */
function homes(): Record<string, View> {
  const mine = samplePage({ list: 'mine', words: '', after: null });
  const tasks = sampleTasks(5);
  const none = { reports: [], next: null, total: 0 };
  return {
    'home-full': homeCard(mine, tasks, sampleQuestions(6)),
    'home-one-question': homeCard(mine, { ...tasks, overdue: none }, sampleQuestions(1)),
    'home-new': homeCard(none, { overdue: none, today: none, soon: none, later: none }, []),
    ...Object.fromEntries(
      SAMPLE_REPORTS.slice(0, 1).flatMap((report) =>
        (['open', 'sealed'] as const).map((visibility) => [
          `listed-${visibility}`,
          listedCard({ ...report, visibility }),
        ]),
      ),
    ),
  };
}

/** Of every type: the card of the state in which it has most buttons, and all that is behind it. */
function livingCards(): Record<string, View> {
  const views = begin().flatMap(({ report }): [string, View][] => {
    const cards = (catalogue.types.get(report.type)?.workflow.states ?? []).map(({ id }) =>
      cardView(catalogue, { ...report, state: id }, catalogue.calendar),
    );
    const [fullest] = cards.toSorted((a, b) => b.buttons.length - a.buttons.length);
    return [
      ...(fullest ? [[`card-${report.type}`, fullest] satisfies [string, View]] : []),
      [`details-${report.type}`, detailsView(catalogue, report, true)],
    ];
  });
  return Object.fromEntries(views);
}

/** As a draft opens that has said more than Teams has room for. */
function withoutItsText(form: View, rendering: Rendering): TeamsCard {
  const inputs = form.inputs.map((input) =>
    input.kind === 'text' ? { ...input, value: { kind: 'text' as const, text: '長'.repeat(12_000) } } : input,
  );
  const { view, kept } = fitForm({ ...form, inputs }, rendering);
  return renderCard(view, { ...rendering, kept });
}

const RENDERER = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js'),
  'utf8',
);

interface Shown {
  /** What stands out of the card. */
  wide: string[];
  /** Titles of buttons of which not all is to be seen. */
  clipped: string[];
  text: string;
}

/** Renders one card as the published renderer does, with the colours of a theme; gives back what it has against it. */
const RENDER = String.raw`(card, colours) => {
  const both = (colour) => ({ default: colour, subtle: colour });
  const text = { default: { default: colours.text, subtle: colours.quiet }, attention: both(colours.attention) };
  const shown = new AdaptiveCards.AdaptiveCard();
  shown.hostConfig = new AdaptiveCards.HostConfig({
    fontFamily: 'sans-serif',
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    containerStyles: {
      default: { backgroundColor: colours.ground, foregroundColors: text },
      emphasis: { backgroundColor: colours.emphasis, foregroundColors: text },
    },
    actions: { maxActions: 6, actionsOrientation: 'horizontal', buttonSpacing: 8 },
  });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const holder = document.createElement('div');
    holder.innerText = text.replace(/\\([^A-Za-z0-9])/g, '$1');
    result.outputHtml = holder.innerHTML;
    result.didProcess = true;
  };
  const context = new AdaptiveCards.SerializationContext();
  shown.parse(card, context);
  const main = document.querySelector('main');
  main.replaceChildren(shown.render());
  const all = [...main.querySelectorAll('*')];
  const wide = all.filter((one) => one.scrollWidth > main.clientWidth + 1);
  const clipped = all.filter((one) => one.closest('button') && one.scrollWidth > one.clientWidth + 1);
  return {
    wide: wide.map((one) => one.className || one.tagName),
    clipped: clipped.map((one) => one.innerText),
    text: main.innerText,
  };
}`;

function page(theme: Theme, locale: Locale): string {
  const { ground, text } = THEMES[theme];
  return `<!doctype html><html lang="${locale}"><head><title>Teams</title><style>
    html { background: ${ground}; color: ${text}; font: 14px sans-serif }
    body { margin: 0 } main { width: ${WIDTH}px; overflow-wrap: anywhere }
    button { min-width: 96px; padding: 5px 12px; font-weight: 600 !important }
    input, textarea, select, button { max-width: 100%; background: ${ground}; color: ${text}; border: 1px solid ${text}; font: inherit }
  </style></head><body><main></main></body></html>`;
}

describe.skipIf(withoutBrowser())('every card of Teams', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const open = async (theme: Theme, locale: Locale): Promise<Page> => {
    const opened = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
    await opened.setContent(page(theme, locale));
    await opened.evaluate(RENDERER);
    return opened;
  };
  const themes = Object.keys(THEMES) as Theme[];
  const all = themes.flatMap((theme) => (['ja', 'en'] as const).map((locale) => ({ theme, locale })));

  it.each(all)(
    'is whole, readable and named on $theme in $locale',
    async ({ theme, locale }) => {
      const opened = await open(theme, locale);
      for (const [name, card] of Object.entries(cardsIn(locale))) {
        const colours = JSON.stringify(THEMES[theme]);
        const { text, ...bad } = await opened.evaluate<Shown>(
          `(${RENDER})(${JSON.stringify(card)}, ${colours})`,
        );
        expect({ name, ...bad }).toEqual({ name, wide: [], clipped: [] });
        // A card is the same in every theme.
        const complaints = theme === 'light' ? teamsComplaints(card) : [];
        expect({ name, complaints }).toEqual({ name, complaints: [] });
        expect(text.trim()).not.toBe('');
        expect({ name, found: await axeFindings(opened) }).toEqual({ name, found: [] });
        if (PICTURES === undefined) continue;
        mkdirSync(PICTURES, { recursive: true });
        await opened.screenshot({
          path: path.join(PICTURES, `${theme}-${locale}-${name}.png`),
          fullPage: true,
        });
      }
      await opened.close();
    },
    120_000,
  );
});
