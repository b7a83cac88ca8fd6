const NAME = /^[\s@＠]*(?:つたえ|tsutae)(?:さん|へ)?[\s、,:：]*/iu;

/** What is said to the bot in a channel, without its name; null for people talking to each other. */
export function addressed(text: string): string | null {
  const name = NAME.exec(text);
  return name && text.slice(name[0].length);
}
