/** Where somebody reads: the first message in sight, and how far it stands from the top of its log. */
export interface ReadingSpot {
  message: Element;
  top: number;
}

export function spotIn(log: HTMLElement): ReadingSpot | null {
  const edge = topOf(log);
  const messages = [...log.querySelectorAll('article')];
  const message = messages.find((one) => one.getBoundingClientRect().bottom > edge);
  return message ? { message, top: topOf(message) - edge } : null;
}

/** Whatever was added, folded or taken away above, the message stands where it stood. */
export function backTo(log: HTMLElement, { message, top }: ReadingSpot): void {
  if (message.isConnected) log.scrollTop += topOf(message) - topOf(log) - top;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
