/** Shows nothing and joins: beside a mark it keeps Slack from taking the mark for the begin or end of a style. */
const JOINER = '\u2060';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Marks of a style, in both widths: the Japanese client knows ＊＿～｀ as well. */
const MARKS = /[*_~`\uff0a\uff3f\uff5e\uff40]/gu;

/** A colon with which an emoji could begin. */
const EMOJI = /:(?=[\p{L}\p{N}_+'-]+:)/gu;

/** What makes a quotation or a list of a line that begins with it: ＞ in both widths, and bullets. */
const LINE_MARKS = /^(?=[>\uff1e\u2022\u25e6\u25aa])/gmu;

/**
 * Words for a place where Slack reads mrkdwn, shown as they are: no mention, link or channel
 * (https://docs.slack.dev/messaging/formatting-message-text, "Escaping text"), and no style, quotation or emoji, for
 * which Slack knows no escape. Where words can stand as plain or rich text they do, and need none of this.
 */
export function escapeMrkdwn(text: string): string {
  return text
    .replaceAll(EMOJI, (colon) => `${colon}${JOINER}`)
    .replaceAll(MARKS, (mark) => `${JOINER}${mark}${JOINER}`)
    .replaceAll(LINE_MARKS, JOINER)
    .replaceAll(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign);
}
