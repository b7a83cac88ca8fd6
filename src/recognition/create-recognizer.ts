import type { Recognizer } from '../application/ports.ts';
import type { Guess, Understanding, UnderstandingContext, VoiceKind } from '../domain/understanding.ts';
import { classify } from './classify.ts';
import { readCommand } from './commands.ts';
import { isCorrection } from './detect/correction.ts';
import { findCues } from './detect/cues.ts';
import { isDrill } from './detect/drill.ts';
import { findSubtype } from './detect/subtype.ts';
import { decidingWords } from './evidence.ts';
import { readAbout } from './extract/about.ts';
import { findReportNumbers } from './extract/report-numbers.ts';
import type { FindUnits, NamedUnit } from './extract/units.ts';
import { unitFinder } from './extract/units.ts';
import type { Document } from './features.ts';
import { readDocument } from './features.ts';
import { languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { leadBy, mattersIn } from './matters.ts';
import type { TrainedModel } from './model.ts';
import { likelyVoiceKind } from './model.ts';
import { prefill } from './prefill.ts';
import { readAnswer } from './read-answer.ts';
import { isUrgent, offersCompliance, suspicionsIn } from './suspect.ts';
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
  read: (text: string) => Document;
}

/** Deterministic and offline; a message of any content and length is understood somehow, never refused. */
export function createRecognizer({ tokenize, model, lexicon, units }: RecognizerParts): Recognizer {
  const findUnits = unitFinder(units);
  const read = (text: string): Document => readDocument(text, tokenize, lexicon);
  return {
    understand: (text, context) => understand(read(text), context, { model, findUnits, read }),
    extract(text, type, context) {
      const document = read(text);
      const { suspicions, voiceKind } = sideReading(model, document, classify(model, document).alternatives);
      return prefill(type, { document, context, findUnits, suspicions, voiceKind }).answers;
    },
    read: (text, field, context) => readAnswer(read(text), field, context, findUnits),
    subtype: (text, type) => findSubtype(type, read(text).text)?.name ?? null,
    about: (text, { today }) => readAbout(read(text).text, today),
    terms: (text) => findTerms(model, read(text)),
  };
}

function understand(document: Document, context: UnderstandingContext, tools: Tools): Understanding {
  const { model, findUnits, read } = tools;
  const { text } = document;
  const whole = classify(model, document);
  const items = mattersIn(document, whole.label, model, read);
  const judgement = items.length > 1 ? leadBy(whole, items) : whole;
  const { label, alternatives } = judgement;
  const { suspicions, voiceKind } = sideReading(model, document, alternatives);
  const subtype = findSubtype(label, text)?.name ?? null;
  const { answers, mentions } = prefill(label, { document, context, findUnits, suspicions, voiceKind });
  return {
    ...judgement,
    language: languageOf(text),
    voiceKind,
    subtype,
    suspicions,
    urgent: isUrgent(label, text, subtype),
    drill: isDrill(text),
    offerCompliance: offersCompliance(alternatives, suspicions, model.thresholds.compliance),
    items,
    evidence: decidingWords(model, document, label),
    prefill: answers,
    mentions,
    cues: findCues(text),
    reportNumbers: [...new Set(findReportNumbers(text).map(({ value }) => value))],
    command: readCommand(text),
    correction: isCorrection(text),
  };
}

type SideReading = Pick<Understanding, 'suspicions' | 'voiceKind'>;

/** A voice's kind is named when the message is, or may well be, a voice. */
function sideReading(model: TrainedModel, document: Document, guesses: readonly Guess[]): SideReading {
  const label = guesses[0]?.label ?? 'other';
  const mayBeVoice = guesses
    .slice(0, 2)
    .some((guess) => guess.label === 'customer_voice' && guess.confidence >= VOICE);
  const voiceKind: VoiceKind | null = mayBeVoice ? likelyVoiceKind(model, document) : null;
  return { suspicions: suspicionsIn(label, document.text), voiceKind };
}

/** Also when the voice is only the second reading: thanks that hide a leak are linked as praise. */
const VOICE = 0.05;
