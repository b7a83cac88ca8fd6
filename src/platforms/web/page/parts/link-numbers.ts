import { spelled, splitNumbers } from './report-numbers.ts';

/** Makes links of the report numbers in what another renderer has put on the page. */
export function linkNumbers(root: HTMLElement, numberHref: (number: string) => string | null): void {
  for (const node of textNodesIn(root)) {
    const stretches = splitNumbers(node.data);
    if (!stretches.some(({ isNumber }) => isNumber)) continue;
    node.replaceWith(
      ...stretches.map(({ text, isNumber }) => (isNumber ? linkTo(numberHref(text), text) : text)),
    );
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

function linkTo(href: string | null, number: string): HTMLElement {
  const sign = document.createElement('span');
  sign.role = 'img';
  sign.ariaLabel = spelled(number);
  sign.textContent = number;
  if (href === null) return sign;
  const link = document.createElement('a');
  link.className = 'number';
  link.href = href;
  link.append(sign);
  return link;
}
