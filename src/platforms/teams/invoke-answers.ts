import { CARD_TYPE, type InvokeAnswer } from './edge.ts';

/** Answers to Action.Execute: a card in the place of the one that was pressed, or a sentence beside it. */
export function cardAnswer(card: object): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type: CARD_TYPE, value: card } };
}

export function messageAnswer(text: string): InvokeAnswer {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
  };
}

/** What Teams tells people of it in its own words. */
export function errorAnswer(status: 400 | 500, code: string): InvokeAnswer {
  return {
    status: 200,
    body: { statusCode: status, type: 'application/vnd.microsoft.error', value: { code, message: code } },
  };
}
