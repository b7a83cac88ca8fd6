import type { Recognizer } from '../application/ports.ts';
import type { Guess, Understanding, UnderstandingContext } from '../domain/understanding.ts';
import { addressed } from './addressed.ts';
import { classify } from './classify.ts';
import { readCommand } from './commands.ts';
import { toldCues } from './cues/told-cues.ts';
import { isCorrection } from './detect/correction.ts';
import { isDrill, withoutDrillMark } from './detect/drill.ts';
import { isQuestion } from './detect/question.ts';
import { decidingWords } from './evidence.ts';
import { readAbout } from './extract/about.ts';
import { findReportNumbers } from './extract/report-numbers.ts';
import type { FindUnits, NamedUnit } from './extract/units.ts';
import { unitFinder } from './extract/units.ts';
import { readDocument } from './features.ts';
import { languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { leadBy, mattersIn } from './matters.ts';
import type { TrainedModel } from './model.ts';
import { normalize } from './normalize.ts';
import { prefill } from './prefill.ts';
import { readAnswer } from './read-answer.ts';
import type { SeenDocument } from './seen-document.ts';
import { see } from './seen-document.ts';
import { isUrgent, likelyVoiceKind, offersCompliance, sideView, suspicionsIn } from './suspect.ts';
import { findTerms } from './terms.ts';
import type { Tokenize } from './tokenize.ts';

export interface RecognizerParts {
  tokenize: Tokenize;
  model: TrainedModel;
  lexicon: Lexicon;
  /** Offices and departments that messages may name. */
  units: readonly NamedUnit[];
}

interface Tools {
  model: TrainedModel;
  findUnits: FindUnits;
  read: (text: string) => SeenDocument;
}

/** Deterministic and offline; a message of any content and length is understood somehow, never refused. */
export function createRecognizer({ tokenize, model, lexicon, units }: RecognizerParts): Recognizer {
  const findUnits = unitFinder(units);
  const read = (text: string) => readDocument(text, tokenize, lexicon);
  const readAndSee = (text: string) => see(model.known, read(text));
  return {
    understand: (text, context) =>
      understand(readAndSee(text), context, { model, findUnits, read: readAndSee }),
    extract(text, type, context) {
      const document = readAndSee(text);
      const view = sideView(model, document, type);
      const voiceKind = likelyVoiceKind(view);
      const suspicions = suspicionsIn(view);
      return prefill(type, { document, context, findUnits, suspicions, voiceKind }).answers;
    },
    read: (text, field, context) => readAnswer(read(text), field, context, findUnits),
    cues: (text, type) => toldCues(read(text), { label: type, subtype: null }),
    subtype: (text, type) => sideView(model, readAndSee(text), type).subtype,
    about: (text, { today }) => readAbout(read(text).text, today),
    addressed,
    isQuestion,
    withoutDrillMark,
    reportNumbers: (text) => reportNumbersIn(normalize(text).text),
    terms: (text) => findTerms(model, read(text)),
  };
}

function understand(document: SeenDocument, context: UnderstandingContext, tools: Tools): Understanding {
  const { model, findUnits, read } = tools;
  const { text } = document;
  const whole = classify(model, document);
  const items = mattersIn(document, whole.label, model, read);
  const judgement = items.length > 1 ? leadBy(whole, items) : whole;
  const { label, alternatives } = judgement;
  const view = sideView(model, document, label);
  const voiceKind = mayBeVoice(alternatives) ? likelyVoiceKind(view) : null;
  const suspicions = suspicionsIn(view);
  const { answers, mentions } = prefill(label, { document, context, findUnits, suspicions, voiceKind });
  return {
    ...judgement,
    language: languageOf(text),
    voiceKind,
    subtype: view.subtype,
    suspicions,
    urgent: isUrgent(view),
    drill: isDrill(text),
    offerCompliance: offersCompliance(alternatives, suspicions, model.thresholds.compliance),
    items,
    evidence: decidingWords(model, document, label, suspicions),
    prefill: answers,
    mentions,
    cues: toldCues(document, view),
    reportNumbers: reportNumbersIn(text),
    command: readCommand(text),
    correction: isCorrection(text),
  };
}

function reportNumbersIn(normalized: string): string[] {
  return [...new Set(findReportNumbers(normalized).map(({ value }) => value))];
}

/** Also when the voice is only the second reading: thanks that hide a leak are linked as praise. */
const POSSIBLE_VOICE = 0.05;

function mayBeVoice(guesses: readonly Guess[]): boolean {
  return guesses
    .slice(0, 2)
    .some((guess) => guess.label === 'customer_voice' && guess.confidence >= POSSIBLE_VOICE);
}
