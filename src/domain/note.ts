/** Content of every event in which somebody wrote something is its text in JSON; empty when it holds none. */
export function noteText(body: string): string {
  const content = JSON.parse(body) as { text?: unknown };
  return typeof content.text === 'string' ? content.text : '';
}

export function noteOf(text: string): string {
  return JSON.stringify({ text });
}
