import { numberHref, spelled, splitNumbers } from './report-numbers.ts';

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
  const sign = document.createElement('span');
  sign.role = 'img';
  sign.ariaLabel = spelled(number);
  sign.textContent = number;
  link.append(sign);
  return link;
}
