import { phrase, type Phrase } from '../../domain/phrase.ts';
import { sentenceOf, type Line } from '../../domain/view.ts';
import { plain, type Block, type RichTextElement, type RichTextPart } from './blocks.ts';
import { lengthOf, LIMITS } from './limits.ts';
import { splitText } from './split-text.ts';

export type Say = (phrase: Phrase) => string;

/** What a line is once it is said; `named` is how much of its beginning is the name of a fact. */
interface Said {
  tone: Line['tone'];
  text: string;
  named: number;
}

/**
 * Lines in their order, each word of them. Rich text takes words as they are, so that what somebody typed is shown as
 * it was typed and mentions nobody. Small print stands in blocks of its own; all else shares one until it is full.
 * @param small whether there is room for small print; without, it is as large as the rest
 */
export function renderLines(lines: readonly Line[], say: Say, small = true): Block[] {
  const said = lines
    .map((line) => saidLine(small || line.tone !== 'quiet' ? line : { ...line, tone: 'plain' }, say))
    .filter(({ text }) => text.trim() !== '');
  return runsOf(said.flatMap(inParts)).flatMap(renderRun);
}

function saidLine(line: Line, say: Say): Said {
  if (!line.name) return { tone: line.tone, text: say(line.text), named: 0 };
  return { tone: line.tone, text: say(sentenceOf(line)), named: nameLength(line.name, say) };
}

/** The name with the sign after it: what the sentence begins with, whatever is said of it. */
function nameLength(name: Phrase, say: Say): number {
  return say(sentenceOf({ name, tone: 'plain', text: phrase('value', { value: '' }) })).trimEnd().length;
}

/** A line that is longer than a block goes on in the next one. */
function inParts({ tone, text, named }: Said): Said[] {
  return splitText(text, LIMITS.richText).map((part, index) => ({
    tone,
    text: part,
    named: index === 0 ? named : 0,
  }));
}

/** Lines that stand in one block: as many as fit, small print apart. */
function runsOf(lines: readonly Said[]): Said[][] {
  const runs: Said[][] = [];
  let length = 0;
  for (const line of lines) {
    const last = runs.at(-1);
    const longer = length + lengthOf(line.text) + 1;
    if (last && isQuiet(last) === isQuiet([line]) && longer <= LIMITS.richText) {
      last.push(line);
      length = longer;
    } else {
      runs.push([line]);
      length = lengthOf(line.text);
    }
  }
  return runs;
}

function isQuiet(run: readonly Said[]): boolean {
  return run[0]?.tone === 'quiet';
}

function renderRun(run: readonly Said[]): Block {
  if (isQuiet(run)) return { type: 'context', elements: [plain(run.map(({ text }) => text).join('\n'))] };
  return { type: 'rich_text', elements: elementsOf(run) };
}

/** Quotations in frames, the lines between them as one text. */
function elementsOf(run: readonly Said[]): RichTextElement[] {
  return framesOf(run).map((frame) => ({
    type: frame[0]?.tone === 'quote' ? 'rich_text_quote' : 'rich_text_section',
    elements: frame.flatMap((line, index) =>
      index === 0 ? partsOf(line) : [{ type: 'text', text: '\n' }, ...partsOf(line)],
    ),
  }));
}

function framesOf(run: readonly Said[]): Said[][] {
  const frames: Said[][] = [];
  for (const line of run) {
    const last = frames.at(-1);
    if (last && (last[0]?.tone === 'quote') === (line.tone === 'quote')) last.push(line);
    else frames.push([line]);
  }
  return frames;
}

function partsOf({ tone, text, named }: Said): RichTextPart[] {
  if (tone === 'strong') return [strong(text)];
  if (named === 0 || named >= text.length) return [{ type: 'text', text }];
  return [strong(text.slice(0, named)), { type: 'text', text: text.slice(named) }];
}

function strong(text: string): RichTextPart {
  return { type: 'text', text, style: { bold: true } };
}
