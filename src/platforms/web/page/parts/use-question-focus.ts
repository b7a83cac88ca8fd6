import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Press } from '../../../../domain/view.ts';
import type { Message } from '../../api.ts';
import { pressesOf } from './card-parts.ts';

/** An answer can come in several messages; after this long without a question there is none to come. */
const WAITS_MS = 700;

/** Buttons that stand beside a question and answer nothing. */
const BESIDE_WORDS = ['wrong_type', 'open_form', 'stop', 'back'];

export interface QuestionFocus {
  /** The buttons with the focus went away. */
  lost: () => void;
}

/**
 * Whoever answers by button goes on with the next question's first button, and with the box when there is none. Whoever
 * was anywhere else is left there.
 */
export function useQuestionFocus(
  log: RefObject<HTMLElement | null>,
  messages: readonly Message[],
  standing: Message | null,
  toBox: () => void,
): QuestionFocus {
  const waiting = useRef(false);
  const last = messages.at(-1);

  useLayoutEffect(() => {
    if (!waiting.current || last?.author.kind !== 'bot') return;
    const stillHere = () => document.activeElement === log.current;
    const button = standing && answerButton(standing);
    if (button) {
      waiting.current = false;
      if (stillHere()) button.focus();
      return;
    }
    const timer = setTimeout(() => {
      waiting.current = false;
      if (stillHere()) toBox();
    }, WAITS_MS);
    return () => clearTimeout(timer);
  }, [last?.id, standing?.id]);

  return {
    lost: () => {
      waiting.current = true;
      log.current?.focus({ preventScroll: true });
    },
  };
}

/** 分からない in the first place: there is nothing else to choose. */
function isUnknown({ action, value }: Press): boolean {
  return action === 'answer' && value?.endsWith(':unknown') === true;
}

/** null for a question that is answered in words, whatever buttons stand beside it. */
function answerButton(question: Message): HTMLElement | null {
  const [first] = pressesOf(question.card);
  if (!first || BESIDE_WORDS.includes(first.action) || isUnknown(first)) return null;
  const message = document.getElementById(messageId(question));
  return message?.querySelector<HTMLElement>('.card-buttons button') ?? null;
}

export function messageId({ id }: Message): string {
  return `message-${id}`;
}
