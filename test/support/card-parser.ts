import { createRequire } from 'node:module';

/** The published parser of Adaptive Cards, by the file that also loads outside a browser. */
interface Parser {
  AdaptiveCard: new () => ParsedCard & { parse(json: object, context: object): void };
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
}

export interface ParsedCard {
  validateProperties(): { validationEvents: { message: string }[] };
  getAllInputs(): { id: string }[];
  toJSON(): object;
}

const parser = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Parser;

/** The parser's own pattern for `lang` keeps state between cards and refuses every second one. */
const KNOWN_FAULT = /^Invalid value "(?:ja|en)" for property "lang"\.$/;

/** A card as the parser reads it, and what it has against it. */
export function parsedCard(card: object): { result: ParsedCard; complaints: string[] } {
  const context = new parser.SerializationContext();
  const result = new parser.AdaptiveCard();
  result.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const invalid = result.validateProperties().validationEvents.map(({ message }) => message);
  return { result, complaints: [...events, ...invalid].filter((message) => !KNOWN_FAULT.test(message)) };
}

/** The same of a card of Teams, whose menus may be filled as one types: the parser wants a choice in each. */
export function teamsComplaints(card: object): string[] {
  const filled = JSON.stringify(card).replaceAll('"choices":[],"', '"choices":[{"title":"-","value":"-"}],"');
  return parsedCard(JSON.parse(filled) as object).complaints;
}
