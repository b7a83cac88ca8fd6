import type { Label, Understanding } from '../domain/understanding.ts';
import { REPORT_LABELS } from '../domain/understanding.ts';
import type { Classification } from './classify.ts';
import { classify } from './classify.ts';
import { splitPassages, withoutLead } from './detect/matters.ts';
import type { TrainedModel } from './model.ts';
import { originalWords } from './normalize.ts';
import { promote } from './promote.ts';
import type { SeenDocument } from './seen-document.ts';

const SURE_ENOUGH = 0.4;
/** A longer list is a report in points, not so many matters. */
const MOST_PASSAGES = 8;

interface Matter {
  text: string;
  label: Label;
}

/**
 * The separate matters of a message. A split is offered only when at least two passages are reports of different
 * types and neither is a mere guess; points of one report stay together.
 */
export function mattersIn(
  document: SeenDocument,
  label: Label,
  model: TrainedModel,
  read: (text: string) => SeenDocument,
): Understanding['items'] {
  const whole = [{ text: document.original.trim(), label }];
  const passages = splitPassages(document.text);
  if (passages.length < 2 || passages.length > MOST_PASSAGES) return whole;
  const matters = passages.reduce<Matter[]>((found, { start, end }) => {
    const words = originalWords(document, start, end);
    const judged = classify(model, read(words));
    const last = found.at(-1);
    if (isMatter(judged.label, judged.confidence) && judged.label !== last?.label) {
      return [...found, { text: words, label: judged.label }];
    }
    if (last === undefined) return [{ text: words, label: judged.label }];
    return [...found.slice(0, -1), { ...last, text: `${last.text}\n${words}` }];
  }, []);
  const reports = new Set(matters.map((matter) => matter.label).filter(isReport));
  return reports.size >= 2 && matters.every((matter) => isReport(matter.label))
    ? matters.map(standing)
    : whole;
}

/** Each part becomes a report of its own, and reads like one. */
function standing({ text, label }: Matter): Matter {
  return { text: withoutLead(text), label };
}

/** Of several matters the riskiest gives the message its label: it is asked about first. */
export function leadBy(whole: Classification, matters: Understanding['items']): Classification {
  const riskiest = BY_RISK.find((label) => matters.some((matter) => matter.label === label));
  if (riskiest === undefined) return whole;
  return { ...whole, label: riskiest, alternatives: promote(whole.alternatives, riskiest) };
}

/** The riskiest first. */
const BY_RISK: readonly Label[] = [
  'compliance',
  'incident',
  'customer_voice',
  'risk',
  'proposal',
  'knowledge',
];

function isMatter(label: Label, confidence: number): boolean {
  return isReport(label) && confidence >= SURE_ENOUGH;
}

function isReport(label: Label): boolean {
  return REPORT_LABELS.some((report) => report === label);
}
