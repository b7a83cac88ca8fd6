/**
 * The words that somebody typed, from the `text` of a message that Slack hands over: entities become signs again, and
 * what Slack has marked up is what it looked like (https://docs.slack.dev/messaging/formatting-message-text,
 * "Retrieving messages"). Words beside the marks stay as they are.
 */
export function readMrkdwn(text: string): string {
  return text
    .replaceAll(/<(?<inside>[^<>]*)>/gu, (_, inside: string) => shown(inside))
    .replaceAll(ENTITY, decoded);
}

const ENTITY = /&(?:amp|lt|gt);/gu;
const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function decoded(entity: string): string {
  return SIGNS[entity] ?? entity;
}

function shown(inside: string): string {
  const bar = inside.indexOf('|');
  const [target, label] = bar === -1 ? [inside, null] : [inside.slice(0, bar), inside.slice(bar + 1)];
  switch (target.charAt(0)) {
    case '@':
      return label === null ? target : prefixed('@', label);
    case '#':
      return label === null || label === '' ? target : prefixed('#', label);
    case '!':
      return label ?? broadcast(target.slice(1));
    default:
      return label ?? target.replace(/^mailto:/u, '');
  }
}

function prefixed(sign: string, label: string): string {
  return label.startsWith(sign) ? label : `${sign}${label}`;
}

/** here, channel, everyone; a group without its name is its id. */
function broadcast(name: string): string {
  return `@${name.replace(/^subteam\^/u, '')}`;
}
