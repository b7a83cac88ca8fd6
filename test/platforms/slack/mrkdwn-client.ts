/** What Slack's client makes of mrkdwn, as its help and its reference describe it. */
export interface Displayed {
  text: string;
  /** Mentions, links, emoji and styles, in the order in which they were found. */
  marked: string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** A style begins after a blank or a sign and before anything but a blank, and ends the other way round. */
const BEFORE = String.raw`(?<=^|[\s\p{P}\p{S}])`;
const AFTER = String.raw`(?=$|[\s\p{P}\p{S}])`;
const STYLES: readonly [string, RegExp][] = [
  ['code', styled('[`\uff40]')],
  ['bold', styled(String.raw`[*\uff0a]`)],
  ['italic', styled(String.raw`[_\uff3f]`)],
  ['strike', styled(String.raw`[~\uff5e]`)],
];

function styled(mark: string): RegExp {
  return new RegExp(`${BEFORE}${mark}(?=\\S)[^\\n]*?(?<=\\S)${mark}${AFTER}`, 'gmu');
}

/** Stricter than any client is known to be: what could be a mark counts as one. */
export function display(mrkdwn: string): Displayed {
  const marked: string[] = [];
  const find = (kind: string, pattern: RegExp, text: string) => {
    for (const [what] of text.matchAll(pattern)) marked.push(`${kind} ${what}`);
  };
  find('special', /<[^<>]*>/gu, mrkdwn);
  find('entity', /&(?!(?:amp|lt|gt);)/gu, mrkdwn);
  find('quote', /^(?:&gt;|\uff1e)/gmu, mrkdwn);
  find('list', /^[\u2022\u25e6\u25aa]/gmu, mrkdwn);
  find('emoji', /:[\p{L}\p{N}_+'-]+:/gu, mrkdwn);
  for (const [kind, pattern] of STYLES) find(kind, pattern, mrkdwn);
  const text = mrkdwn.replaceAll(/&(?<name>amp|lt|gt);/gu, (_, name: string) => ENTITIES[name] ?? '');
  return { text: text.replaceAll('\u2060', ''), marked };
}
