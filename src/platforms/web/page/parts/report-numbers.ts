const NUMBER = /\b[A-Z]{3}-\d{2}-[0-9A-HJKMNP-TV-Z]{5}\b/g;

/** A text as its stretches, in order: report numbers and what stands between them. */
export function splitNumbers(text: string): { text: string; isNumber: boolean }[] {
  const stretches: { text: string; isNumber: boolean }[] = [];
  let end = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    if (index > end) stretches.push({ text: text.slice(end, index), isNumber: false });
    stretches.push({ text: number, isNumber: true });
    end = index + number.length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), isNumber: false });
  return stretches;
}

/** As one says it aloud: INC 26 7 K Q 4 M. */
export function spelled(number: string): string {
  const [type, year, code = ''] = number.split('-');
  return [type, year, ...code].join(' ');
}

export function numberHref(number: string): string {
  return `#/reports/${encodeURIComponent(number)}`;
}

/** Makes links of the report numbers in what another renderer has put on the page. */
export function linkNumbers(root: HTMLElement): void {
  for (const node of textNodesIn(root)) {
    const stretches = splitNumbers(node.data);
    if (!stretches.some(({ isNumber }) => isNumber)) continue;
    node.replaceWith(...stretches.map(({ text, isNumber }) => (isNumber ? linkTo(text) : text)));
  }
}

function textNodesIn(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement?.closest('button, a')) nodes.push(node);
  }
  return nodes;
}

function linkTo(number: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'number';
  link.href = numberHref(number);
  link.append(part(number, (seen) => seen.setAttribute('aria-hidden', 'true')));
  link.append(part(spelled(number), (heard) => heard.classList.add('unseen')));
  return link;
}

function part(text: string, mark: (element: HTMLElement) => void): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  mark(element);
  return element;
}
