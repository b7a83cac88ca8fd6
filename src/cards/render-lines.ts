import type { Phrase } from '../domain/phrase.ts';
import type { Line } from '../domain/view.ts';
import type { CardElement, FactSet, TextBlock } from './adaptive-card.ts';

type Say = (phrase: Phrase) => string;

/** Lines in their order; facts that follow each other stand in one table. */
export function renderLines(lines: readonly Line[], say: Say): CardElement[] {
  return lines.reduce<CardElement[]>((elements, line) => {
    const last = elements.at(-1);
    if (!line.name) return [...elements, renderLine(line, say)];
    const fact = { title: say(line.name), value: say(line.text) };
    if (last?.type !== 'FactSet') return [...elements, { type: 'FactSet', facts: [fact] }];
    return [...elements.slice(0, -1), withFact(last, fact)];
  }, []);
}

function withFact({ facts }: FactSet, fact: FactSet['facts'][number]): FactSet {
  return { type: 'FactSet', facts: [...facts, fact] };
}

function renderLine({ text, tone }: Line, say: Say): CardElement {
  const block: TextBlock = { type: 'TextBlock', text: say(text), wrap: true };
  switch (tone) {
    case 'plain':
      return block;
    case 'strong':
      return { ...block, weight: 'Bolder' };
    case 'quiet':
      return { ...block, size: 'Small', isSubtle: true };
    case 'quote':
      return { type: 'Container', style: 'emphasis', items: [block] };
  }
}
